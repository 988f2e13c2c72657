package dev.shardroute.sql.printer;

import static dev.shardroute.sql.Sql.statement;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import dev.shardroute.type.Binds;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SqlTemplateTest {
    @Test
    void inline_writesTheValues() {
        SqlTemplate template = template("select a from t where b = :b and c in ::c and d = ? and e = :b");
        Binds binds = Binds.of("it's").with("b", 7).with("c", List.of(1, "x"));
        assertEquals("select a from t where b = 7 and c in (1, 'x') and d = 'it\\'s' and e = 7",
                template.inline(binds));
    }

    @Test
    void inlineWithoutVariables_isTheText() {
        assertEquals("select ':a' from t", template("select ':a' from t").inline(Binds.NONE));
    }

    @Test
    void valueThatLooksLikeAVariable_staysText() {
        assertEquals("select ':b', ':a' from dual",
                template("select :a, :b").inline(Binds.NONE.with("a", ":b").with("b", ":a")));
    }

    @Test
    void null_isInlined() {
        assertEquals("select null from dual", template("select ?").inline(Binds.of((Object) null)));
    }

    @Test
    void variableWithoutAValue_isRefused() {
        assertEquals(ErrorCode.VT03026, refused("select :a", Binds.NONE));
        assertEquals(ErrorCode.VT03026, refused("select 1 from t where a in ::a", Binds.NONE));
    }

    @Test
    void listForAValue_isRefusedAndTheOtherWayRound() {
        assertEquals(ErrorCode.SR04001, refused("select :a", Binds.NONE.with("a", List.of(1))));
        assertEquals(ErrorCode.SR04001, refused("select 1 from t where a in ::a", Binds.NONE.with("a", 1)));
    }

    @Test
    void emptyList_isRefused() {
        assertEquals(ErrorCode.SR04001, refused("select 1 from t where a in ::a", Binds.NONE.with("a", List.of())));
    }

    @Test
    void join_movesTheVariables() {
        SqlTemplate joined =
                SqlTemplate.join(", ", List.of(template("set @a = :a"), SqlTemplate.of("x"), template("use b"),
                        template("set @b = :b")));
        assertEquals("set @a = :a, x, use b, set @b = :b", joined.text());
        assertEquals("set @a = 1, x, use b, set @b = 2", joined.inline(Binds.NONE.with("a", 1).with("b", 2)));
    }

    @Test
    void append_putsOneBehindTheOther() {
        SqlTemplate both = SqlTemplate.of("x ").append(template("set @a = :a"));
        assertEquals("x set @a = 1", both.inline(Binds.NONE.with("a", 1)));
        assertEquals(template("set @a = :a"), SqlTemplate.EMPTY.append(template("set @a = :a")));
    }

    @Test
    void sites_cannotBeChanged() {
        List<SqlTemplate.Site> sites = new ArrayList<>(List.of(new SqlTemplate.Site(0, "a", false)));
        SqlTemplate template = new SqlTemplate(":a", sites);
        sites.clear();
        assertEquals("1", template.inline(Binds.NONE.with("a", 1)));
    }

    private static SqlTemplate template(String sql) {
        return SqlPrinter.template(statement(sql));
    }

    private static ErrorCode refused(String sql, Binds binds) {
        return assertThrows(ShardrouteException.class, () -> template(sql).inline(binds)).code();
    }
}
