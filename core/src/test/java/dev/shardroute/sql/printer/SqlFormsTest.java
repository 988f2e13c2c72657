package dev.shardroute.sql.printer;

import static dev.shardroute.sql.Sql.statement;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import dev.shardroute.sql.ast.DataType;
import dev.shardroute.sql.ast.Ddl;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.In;
import dev.shardroute.sql.ast.Expression.ListVariable;
import dev.shardroute.sql.ast.Expression.Literal;
import dev.shardroute.sql.ast.Expression.Tuple;
import dev.shardroute.sql.ast.Expression.Variable;
import dev.shardroute.sql.ast.Node;
import dev.shardroute.sql.ast.SpecialForm.Cast;
import dev.shardroute.sql.ast.SpecialForm.GroupConcat;
import dev.shardroute.sql.ast.TableName;
import dev.shardroute.sql.ast.ValuesRows;
import dev.shardroute.sql.ast.VariableType;
import dev.shardroute.sql.printer.SqlTemplate.Parameter;
import dev.shardroute.sql.printer.SqlTemplate.Positional;
import dev.shardroute.type.Binds;
import dev.shardroute.type.Type;
import dev.shardroute.type.Value;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Question marks, typed variables, rows, and the form for logs. */
final class SqlFormsTest {
    private static final ValuesRows ROWS =
            new ValuesRows(null, List.of(), List.of(), new ListVariable("r"), List.of(), null);
    private static final In IN_ROWS =
            new In(false, new Tuple(List.of(column("a"), column("b"))), new ListVariable("r"));

    // question marks

    @Test
    void positional_hasAQuestionMarkForEachValue() {
        SqlTemplate template =
                SqlPrinter.template(statement("select :b from t where a = :a and c in ::c and d = ':x' and e = :b"));
        Positional positional = template.positional(Binds.NONE.with("a", "x").with("b", 7).with("c", List.of(1, 2)));
        assertEquals("select ? from t where a = ? and c in (?, ?) and d = ':x' and e = ?", positional.sql());
        assertEquals(List.of(new Parameter("b", Value.of(7)), new Parameter("a", Value.of("x")),
                new Parameter("c", Value.of(1)), new Parameter("c", Value.of(2)), new Parameter("b", Value.of(7))),
                positional.parameters());
    }

    @Test
    void positional_ofRows_hasAllTheirValues() {
        Binds binds = Binds.NONE.with("r", List.of(List.of(1, "a"), List.of(2, "b")));
        assertEquals("values row(?, ?), row(?, ?)", SqlPrinter.template(ROWS).positional(binds).sql());
        assertEquals("(a, b) in ((?, ?), (?, ?))", SqlPrinter.template(IN_ROWS).positional(binds).sql());
    }

    @Test
    void positional_writesSqlTextIn() {
        Binds binds = Binds.NONE.with("a", Value.of(Type.EXPRESSION, "now()")).with("b", 1);
        Positional positional = SqlPrinter.template(statement("select :a, :b")).positional(binds);
        assertEquals("select now(), ? from dual", positional.sql());
        assertEquals(List.of(new Parameter("b", Value.of(1))), positional.parameters());
    }

    @Test
    void positional_withoutAValue_isRefused() {
        SqlTemplate template = SqlPrinter.template(statement("select :a"));
        ShardrouteException error = assertThrows(ShardrouteException.class, () -> template.positional(Binds.NONE));
        assertEquals(ErrorCode.VT03026, error.code());
    }

    // rows

    @Test
    void rows_areInlinedWhereTheyStand() {
        Binds binds = Binds.NONE.with("r", List.of(List.of(1, "a"), List.of(2, "b")));
        assertEquals("values row(1, 'a'), row(2, 'b')", SqlPrinter.template(ROWS).inline(binds));
        assertEquals("(a, b) in ((1, 'a'), (2, 'b'))", SqlPrinter.template(IN_ROWS).inline(binds));
    }

    @Test
    void valuesForRows_areRefused() {
        SqlTemplate template = SqlPrinter.template(ROWS);
        List<Object> wrong = List.of(1, List.of(), List.of(1), List.of(List.of()));
        for (Object value : wrong) {
            ShardrouteException error =
                    assertThrows(ShardrouteException.class, () -> template.inline(Binds.NONE.with("r", value)));
            assertEquals(ErrorCode.SR04001, error.code());
        }
    }

    // types of variables

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", value = {"INT64 0 0 => :a /* INT64 */", "VARCHAR 0 0 => :a /* VARCHAR */",
        "DECIMAL 2 1 => :a /* DECIMAL(2,1) */", "DECIMAL 3 0 => CAST(:a AS DECIMAL(3, 0))",
        "UINT8 0 0 => CAST(:a AS UNSIGNED)", "YEAR 0 0 => CAST(:a AS UNSIGNED)", "FLOAT64 0 0 => CAST(:a AS DOUBLE)",
        "FLOAT32 0 0 => CAST(:a AS FLOAT)", "DATE 0 0 => CAST(:a AS DATE)", "TIME 0 0 => CAST(:a AS TIME)",
        "TIME 6 0 => CAST(:a AS TIME(6))", "DATETIME 0 0 => CAST(:a AS DATETIME)",
        "TIMESTAMP 3 0 => CAST(:a AS DATETIME(3))", "NULL 0 0 => :a /* NULL_TYPE */", "HEXVAL 0 0 => :a /* HEXVAL */",
        "VARCHAR 7 0 => :a /* VARCHAR(7) */"})
    void typedVariable_keepsItsType(String type, String printed) {
        String[] parts = type.split(" ", 3);
        VariableType variableType =
                new VariableType(Type.valueOf(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
        assertEquals(printed, SqlPrinter.print(new Variable("a", variableType)));
    }

    @Test
    void typedVariable_isInlined() {
        SqlTemplate template = SqlPrinter.template(new Variable("a", VariableType.of(Type.DATE)));
        assertEquals("CAST('2026-11-24' AS DATE)",
                template.inline(Binds.NONE.with("a", Value.of(Type.DATE, "2026-11-24"))));
    }

    // logs

    @Test
    void redacted_hasNoLiterals() {
        assertEquals("select :a, null, true from t where x = :redacted1 /* INT64 */ and y = :redacted1 /* INT64 */ "
                + "and z in (:redacted2 /* VARCHAR */, :redacted3 /* DECIMAL */, :redacted4 /* HEXVAL */) "
                + "limit :redacted5 /* INT64 */",
                SqlPrinter.redacted(statement("select /* to 42 */ :a, null, true from t where x = 1234 and y = 1234 "
                        + "and z in ('apple', -1.5, x'1f') limit 10")));
    }

    @Test
    void redacted_keepsHintsAndDirectives() {
        assertEquals("select /*+ A */ /*vt+ B */ 1 from t".replace("1", ":redacted1 /* INT64 */"),
                SqlPrinter.redacted(statement("select /*+ A */ /* c */ /*vt+ B */ 1 from t")));
    }

    @Test
    void redacted_namesNoTwoValuesAlike() {
        assertEquals("select :redacted1, :redacted2 /* INT64 */ from dual",
                SqlPrinter.redacted(statement("select :redacted1, 5")));
    }

    @Test
    void redactedSessionStatement_hasNoComments() {
        assertEquals("set @a = :redacted1 /* VARCHAR */",
                SqlPrinter.redacted(statement("set /* secret */ @a = 'secret'")));
        assertEquals("", SqlPrinter.redacted(statement("/* secret */")));
    }

    @Test
    void redacted_hasNoTextsThatAreNoExpressions() {
        GroupConcat concat = new GroupConcat(false, List.of(column("a")), List.of(), "secret", null);
        assertEquals("group_concat(a separator :redacted1 /* VARCHAR */)", SqlPrinter.redacted(concat));
        Literal date = new Literal(Value.of(Type.DATE, "2026-11-24"));
        assertEquals(":redacted1 /* DATE */", SqlPrinter.redacted(date));
        assertEquals("cast(:redacted1 /* DATE */ as char(3))", SqlPrinter.redacted(new Cast(date,
                new DataType("char", "3", null, false, false, null, false, null, List.of()), false)));
    }

    @Test
    void redactedDefinition_hasNoLiteralsAndNoComments() {
        assertEquals("create table t ( a varchar ( :redacted1 /* INT64 */ ) default :redacted2 /* VARCHAR */ ) ",
                SqlPrinter.redacted(ddl("create table t (a varchar(10) /* 'x' */ default 'secret') -- y")));
        assertEquals("create table t …", SqlPrinter.redacted(ddl("create table t 'secret")));
    }

    private static Node ddl(String text) {
        return new Ddl(Ddl.Action.CREATE, Ddl.ObjectKind.TABLE, List.of(TableName.of("t")), List.of(),
                Ddl.Condition.NONE, false,
                List.of(), null, List.of(), null, text);
    }

    private static Expression.Column column(String name) {
        return new Expression.Column(null, name);
    }
}
