package dev.shardroute.sql.parser;

import static dev.shardroute.sql.Sql.canonical;
import static dev.shardroute.sql.Sql.expression;
import static dev.shardroute.sql.Sql.statement;
import static dev.shardroute.sql.Sql.syntaxError;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.Scope;
import dev.shardroute.sql.ast.Expression.SystemVariable;
import dev.shardroute.sql.ast.Expression.UserVariable;
import dev.shardroute.sql.ast.SetVariables;
import dev.shardroute.sql.ast.SetVariables.Setting;
import dev.shardroute.sql.ast.Use;
import dev.shardroute.type.Value;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SetParserTest {
    // variables

    @Test
    void userVariable_isSet() {
        assertEquals(new Setting.Variable(new UserVariable("a"), expression("b + 1")), setting("set @a = b + 1"));
        assertEquals(setting("set @a = 1"), setting("set @a := 1"));
    }

    @ParameterizedTest
    @CsvSource({"x,BARE", "@@x,NONE", "session x,NONE", "local x,NONE", "@@session.x,NONE", "@@local.x,NONE",
        "global x,GLOBAL", "@@global.x,GLOBAL", "persist x,PERSIST", "@@persist.x,PERSIST",
        "persist_only x,PERSIST_ONLY", "@@persist_only.x,PERSIST_ONLY"})
    void systemVariable_hasAScope(String variable, Scope scope) {
        assertEquals(new Setting.Variable(new SystemVariable(scope, "x"), expression("1")),
                setting("set " + variable + " = 1"));
    }

    @Test
    void transactionsVariables_tellSessionFromNextTransaction() {
        String name = "transaction_isolation";
        assertEquals(Scope.SESSION, scope("set session " + name + " = 'x'"));
        assertEquals(Scope.SESSION, scope("set @@session." + name + " = 'x'"));
        assertEquals(Scope.NONE, scope("set @@" + name + " = 'x'"));
        assertEquals(Scope.BARE, scope("set " + name + " = 'x'"));
    }

    @Test
    void nameOfAVariable_staysAsItIsWritten() {
        assertEquals("set Sql_Mode = ''", canonical("SET Sql_Mode = ''"));
        assertEquals("set @@Sql_Mode = ''", canonical("SET session `Sql_Mode` = ''"));
    }

    @Test
    void settings_areInOrder() {
        assertEquals("set @a = 1, names 'x', charset 'y', @@global.b = 2",
                canonical("set @a = 1, names x, character set y, global b = 2"));
    }

    // values

    @ParameterizedTest
    @ValueSource(strings = {"on", "ON", "off", "all", "binary", "row", "system"})
    void wordOfAValue_isAString(String word) {
        assertEquals(
                new Setting.Variable(new SystemVariable(Scope.BARE, "x"),
                        expression("'" + word.toLowerCase(Locale.ROOT) + "'")),
                setting("set x = " + word));
    }

    @Test
    void wordThatSomethingFollows_isNoString() {
        assertEquals(expression("`off` + 1"), value("set x = off + 1"));
        assertEquals(expression("binary 'a'"), value("set x = binary 'a'"));
        assertEquals(expression("`off`"), value("set x = `off`"));
        assertEquals(expression("utf8"), value("set x = utf8"));
    }

    @Test
    void default_isAValueOfSystemVariables() {
        assertEquals(new Expression.Default(null), value("set x = default"));
        syntaxError("set @x = default");
    }

    // transactions

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '\u0001', value = {
        "set transaction read only => set @@transaction_read_only = 'on'",
        "set session transaction read write => set @@session.transaction_read_only = 'off'",
        "set local transaction isolation level read uncommitted => set @@session.transaction_isolation = 'read-uncommitted'",
        "set global transaction isolation level read committed => set @@global.transaction_isolation = 'read-committed'",
        "set /* a */ transaction isolation level repeatable read, read only "
                + "=> set /* a */ @@transaction_isolation = 'repeatable-read', @@transaction_read_only = 'on'"})
    void transaction_isItsVariables(String sql, String canonical) {
        assertEquals(canonical, canonical(sql));
        assertEquals(statement(canonical), statement(sql));
    }

    // character sets

    @Test
    void names_areNamesOrStrings() {
        assertEquals(new Setting.Names(string("utf8mb4"), null), setting("set names utf8mb4"));
        assertEquals(new Setting.Names(string("utf8mb4"), null), setting("set NAMES 'utf8mb4'"));
        assertEquals(new Setting.Names(string("binary"), null), setting("set names binary"));
        assertEquals(new Setting.Names(new Expression.Default(null), null), setting("set names default"));
    }

    @Test
    void names_mayHaveACollation() {
        assertEquals(new Setting.Names(string("a"), string("b")), setting("set names a collate b"));
        assertEquals("set names 'a' collate 'b'", canonical("set names 'a' collate 'b'"));
    }

    @Test
    void characterSet_hasThreeSpellings() {
        assertEquals(new Setting.CharacterSet(string("a")), setting("set character set a"));
        assertEquals(new Setting.CharacterSet(string("a")), setting("set charset 'a'"));
        assertEquals(new Setting.CharacterSet(string("a")), setting("set char set a"));
        assertEquals("set charset default", canonical("set character set default"));
    }

    @Test
    void namesInBackticks_areAVariable() {
        assertEquals("set `names` = 1", canonical("set `names` = 1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"set", "set a", "set a =", "set = 1", "set @a", "set a == 1", "set a = 1,", "set a = 1 b = 2",
                "set names", "set names = 'a'", "set names 1", "set names a collate", "set names @a", "set charset",
                "set character a", "set global", "set global @a = 1", "set global session a = 1", "set 1 = 1",
                "set session names a", "set transaction", "set transaction isolation level",
                "set transaction isolation level 12345", "set transaction isolation level repeatable",
                "set transaction isolation level read", "set transaction read", "set transaction read only = 1",
                "set transaction read only, read write", "set a = 1, transaction read only",
                "set transaction read only, a = 1", "set persist transaction read only",
                "set transaction isolation level serializable, read only, read only", "set transaction = 1",
                "set `a b` = 1", "set global `a.b` = 1", "set `` = 1", "set `persist` = 1",
                "set @@session = , b"})
    void malformedSet_isRefused(String sql) {
        syntaxError(sql);
    }

    // use

    @ParameterizedTest
    @CsvSource({"use a,a", "use `a`,a", "use `a:-80@primary`,a:-80@primary", "use a:-80@replica,a:-80@replica",
        "use a:80-,a:80-", "use a@replica ;,a@replica", "use @replica,@replica", "use a/40-80,a/40-80",
        "use a:c0-1e@rdonly -- x,a:c0-1e@rdonly", "use duplicate,duplicate"})
    void use_takesATarget(String sql, String target) {
        assertEquals(new Use(target), statement(sql));
    }

    @ParameterizedTest
    @ValueSource(strings = {"use", "use ;", "USE -- a"})
    void useWithoutName_choosesNone(String sql) {
        assertEquals(new Use(""), statement(sql));
        assertEquals("use", canonical(sql));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"use a b", "use a @replica", "use 'a'", "use select", "use ``a", "use a:-80 b",
                "use a.b", "use a,b", "use (a)", "use a/* */b", "use ``"})
    void malformedUse_isRefused(String sql) {
        syntaxError(sql);
    }

    private static Expression string(String text) {
        return new Expression.Literal(Value.of(text));
    }

    private static Setting setting(String sql) {
        List<Setting> settings = ((SetVariables) statement(sql)).settings();
        assertEquals(1, settings.size());
        return settings.getFirst();
    }

    private static Scope scope(String sql) {
        return ((SystemVariable) ((Setting.Variable) setting(sql)).variable()).scope();
    }

    private static Expression value(String sql) {
        return ((Setting.Variable) setting(sql)).value();
    }
}
