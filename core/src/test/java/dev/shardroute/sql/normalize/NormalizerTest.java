package dev.shardroute.sql.normalize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import dev.shardroute.sql.Sql;
import dev.shardroute.sql.ast.Expression.ListVariable;
import dev.shardroute.sql.ast.Expression.Variable;
import dev.shardroute.sql.ast.Node;
import dev.shardroute.sql.ast.Nodes;
import dev.shardroute.sql.ast.SelectItem;
import dev.shardroute.sql.ast.Statement;
import dev.shardroute.sql.ast.TableName;
import dev.shardroute.sql.ast.VariableType;
import dev.shardroute.sql.printer.SqlPrinter;
import dev.shardroute.type.Binds;
import dev.shardroute.type.TupleValue;
import dev.shardroute.type.Type;
import dev.shardroute.type.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NormalizerTest {
    // names

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
        "select a from t where b = 5 and t.c > 6          | b:5 t_c:6",
        "select a from t where b like 'x' escape '!'      | b:x bv1:!",
        "select a from t where b regexp 'x'               | b:x",
        "select a from t where 5 = b                      | bv1:5",
        "select 'a', 5, 'a', 5 from t                     | bv1:a bv2:5",
        "select a from t where b = 5 and c = 5 and d = 6  | b:5 d:6",
        "select a from t where b = 5 or b = 6 or b = 7    | b:5 b1:6 b2:7",
        "select a from t where :b = 1 and b = 2           | b1:2 bv1:1",
        "select :bv1, 5 from t                            | bv2:5",
        "select a from t where bv1 = 5 limit 1            | _bv1:5 bv1:1",
        "insert into t values (1, 1), (1, 2)              | bv1:1 bv2:1 bv3:1 bv4:2",
        "update t set a = 5, b = c + 5 where d = 5        | a:5 bv1:5",
        "insert into t values (1) on duplicate key update a = 1, b = a + 1 | a:1 bv1:1 bv2:1",
        "select a from t limit 1, 1                       | bv1:1 bv2:1",
        "select 7 from t as x join u on 8 where 9         | bv1:8 bv2:7 bv3:9",
        "call p(1, 2)                                     | bv1:1 bv2:2"})
    void literals_becomeVariables(String sql, String expected) {
        assertEquals(expected, binds(sql));
    }

    @Test
    void variables_areWhereTheLiteralsWere() {
        Statement statement = normalized("select 'a', a from t where b = 5 and c in (1, 2)").statement();
        List<Node> variables = new ArrayList<>();
        Nodes.forEach(statement, node -> {
            if (node instanceof Variable || node instanceof ListVariable) {
                variables.add(node);
            }
        });
        assertEquals(List.of(new Variable("bv1", VariableType.of(Type.VARCHAR)),
                new Variable("b", VariableType.of(Type.INT64)), new ListVariable("bv2")), variables);
    }

    @Test
    void insertingTheValues_givesTheStatementBack() {
        String sql = "select 'a', -1.5, 0x1F from t where b = 5 and c in (1, '2') limit 3";
        Normalized normalized = normalized(sql);
        Statement inlined =
                Sql.statement(SqlPrinter.template(normalized.statement()).inline(normalized.binds()));
        assertEquals(Sql.statement(sql), inlined);
    }

    // lists

    @Test
    void list_becomesOneVariable() {
        Binds binds = normalized("select a from t where (b + 3) in (1, '2') and c not in (1, '2')").binds();
        assertEquals(List.of("bv1", "bv2"), List.copyOf(binds.values().keySet()));
        assertEquals(new TupleValue(List.of(Value.of(1), Value.of("2"))), binds.values().get("bv1"));
        assertEquals(Value.of(3), binds.values().get("bv2"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
        "select a from t where b in (1, c)          | bv1:1",
        "select a from t where b in (1, null)       | bv1:1",
        "select a from t where (b, c) in ((1, 2))   | bv1:1 bv2:2",
        "select a from t where b in (1, 18446744073709551615) | bv1:1"})
    void listOfOthersThanLiterals_stays(String sql, String expected) {
        assertEquals(expected, binds(sql));
    }

    @Test
    void listOfDates_stays() {
        assertEquals("bv1:2026-01-02 bv2:2026-01-03",
                binds("select a from t where b in (date'2026-01-02', date'2026-01-03')"));
    }

    // types

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
        "1 | INT64 | 0 | 0", "-1 | INT64 | 0 | 0", "1.25 | DECIMAL | 3 | 2", "-.5 | DECIMAL | 1 | 1",
        "1e3 | FLOAT64 | 0 | 0", "'a' | VARCHAR | 0 | 0", "0xab | HEXNUM | 0 | 0", "x'ab' | HEXVAL | 0 | 0",
        "b'101' | BITNUM | 0 | 0", "date'2026-11-24' | DATE | 0 | 0", "time'10:11:12.25' | TIME | 2 | 0",
        "timestamp'2026-11-24 10:11:12.123456' | DATETIME | 6 | 0"})
    void variables_haveATypeWithItsSize(String literal, Type type, int size, int scale) {
        Statement statement = normalized("select a from t where b = " + literal).statement();
        Variable expected = new Variable("b", new VariableType(type, size, scale));
        assertTrue(Nodes.anyMatch(statement, expected::equals), statement::toString);
    }

    @Test
    void hexadecimalLiterals_areInOneNotation() {
        assertEquals("bv1:0xAB bv2:x'AB' bv3:0b101", binds("select 0xab, X'ab', b'101' from t where 0xAB"));
    }

    @Test
    void wrongTemporalLiteral_isRefused() {
        ShardrouteException error =
                assertThrows(ShardrouteException.class, () -> normalized("select time'foo' from t"));
        assertEquals(ErrorCode.SR01008, error.code());
    }

    // what stays

    @ParameterizedTest
    @ValueSource(strings = {
        "select a from t where b = 12345678901234567890 and c = 9223372036854775808",
        "select a, b from t group by 1 order by 2 asc",
        "select a from t union select b from u order by 1 asc",
        "select a from (select 12 from u) as t",
        "with t as (select 12 from u) select a from t",
        "select a, sum(a) over (order by a asc rows 3 preceding) from t",
        "select a from json_table(b, '$[*]' columns(\nc int path '$.c' )) as t",
        "select json_value(a, '$.b' default 5 on empty) from t",
        "select a from t where b is null and c = true and d = :v1 and e in ::list",
        "select a from t where b = date'0000-00-00'",
        "select now(3), current_timestamp(6), n'a' from t",
        "select a from t where exists (select 1 from u)"})
    void literals_stay(String sql) {
        Normalized normalized = normalized(sql);
        assertEquals(Map.of(), normalized.binds().values());
        assertEquals(Sql.statement(sql), normalized.statement());
    }

    @Test
    void namedItemOfADerivedTable_becomesAVariable() {
        assertEquals("bv1:12", binds("select a from (select 12 as a from u) as t"));
        assertEquals("b:12", binds("select a from (select 12 from u where b > 12 union select 13 from v) as t"));
    }

    @Test
    void longLiterals_areNotShared() {
        String longest = "'" + "x".repeat(256) + "'";
        String longer = "'" + "x".repeat(257) + "'";
        assertEquals(1, normalized("select " + longest + ", " + longest + " from t").binds().values().size());
        assertEquals(2, normalized("select " + longer + ", " + longer + " from t").binds().values().size());
        assertEquals(2,
                normalized("select a from t where b = " + longer + " and c = " + longer).binds().values().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"use ks", "begin", "create table t (a int default 5)", "kill 5", "show tables like 'a'",
        "prepare s from 'select 1'", "set @a = 5", "do sleep(5)"})
    void statements_withoutAPlanOfTheirOwn_keepTheirLiterals(String sql) {
        Statement statement = Sql.statement(sql);
        assertEquals(statement, normalized(sql).statement());
    }

    @Test
    void nothingToDo_givesTheSameTree() {
        Statement statement = Sql.statement("select a from t where b = c");
        assertSame(statement, new Normalizer().normalize(statement).statement());
    }

    // stars

    @Test
    void stars_areTold() {
        Normalized normalized = normalized("select *, t.* from t where exists (select * from u)");
        assertEquals(List.of(new SelectItem.Star(null), new SelectItem.Star(TableName.of("t"))), normalized.stars());
    }

    // many

    @Test
    void manyRows_areNamedInOrder() {
        String row = "(" + String.join(", ", Collections.nCopies(20, "7")) + ")";
        Normalized normalized =
                normalized("insert into t values " + String.join(", ", Collections.nCopies(500, row)));
        assertEquals(IntStream.rangeClosed(1, 10_000).mapToObj(i -> "bv" + i).toList(),
                List.copyOf(normalized.binds().values().keySet()));
    }

    @Test
    void manyValuesOfOneColumn_areNamedInLinearTime() {
        String sql = IntStream.range(0, 50_000).mapToObj(i -> "a = " + i)
                .collect(Collectors.joining(" or ", "select a from t where ", ""));
        assertEquals(50_000, normalized(sql).binds().values().size());
    }

    private static String binds(String sql) {
        Map<String, String> values = new TreeMap<>();
        normalized(sql).binds().values().forEach((name, value) -> values.put(name, ((Value) value).text()));
        return values.entrySet().stream().map(bind -> bind.getKey() + ":" + bind.getValue())
                .collect(Collectors.joining(" "));
    }

    private static Normalized normalized(String sql) {
        return new Normalizer().normalize(Sql.statement(sql));
    }
}
