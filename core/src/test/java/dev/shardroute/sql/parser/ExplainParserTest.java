package dev.shardroute.sql.parser;

import static dev.shardroute.sql.Sql.canonical;
import static dev.shardroute.sql.Sql.statement;
import static dev.shardroute.sql.Sql.syntaxError;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.shardroute.sql.ast.Explain;
import dev.shardroute.sql.ast.Explain.Format;
import dev.shardroute.sql.ast.TableName;
import dev.shardroute.sql.ast.VitessStatement.Vexplain;
import dev.shardroute.sql.ast.VitessStatement.VexplainType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ExplainParserTest {
    @Test
    void explain_hasAStatement() {
        assertEquals(new Explain.OfStatement(List.of("/* c */"), Format.JSON, statement("select 1 from t")),
                statement("explain /* c */ format = json select 1 from t"));
        assertEquals(new Vexplain(List.of(), VexplainType.KEYS, statement("delete from t")),
                statement("vexplain keys delete from t"));
    }

    @Test
    void explain_hasATable() {
        assertEquals(new Explain.OfTable(new TableName("a", "b"), null, null), statement("describe a.b"));
        assertEquals(new Explain.OfTable(TableName.of("a"), "b", null), statement("desc a b"));
        assertEquals(new Explain.OfTable(TableName.of("a"), null, "b%"), statement("explain a 'b%'"));
        assertEquals(new Explain.OfTable(TableName.of("format"), "json", null), statement("explain format json"));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '\u0001', value = {
        "DESC select a from t => explain select a from t", "describe /* c */ update t set a = 1 "
                + "=> explain /* c */ update t set a = 1",
        "explain format='JSON' select a from t => explain format = json select a from t",
        "explain format = traditional insert into t values (1) => explain format = traditional insert into t values (1)",
        "explain analyze select a from t => explain analyze select a from t",
        "explain analyze format = tree select a from t => explain analyze format = tree select a from t",
        "explain analyze format = json select a from t => explain analyze format = json select a from t",
        "explain replace into t values (1) => explain replace into t values (1)", "desc a `b c` => explain a `b c`",
        "desc a 'b%' => explain a 'b%'", "vexplain select a from t => vexplain plan select a from t",
        "vexplain /* c */ ALL select a from t => vexplain /* c */ all select a from t",
        "vexplain trace delete from t => vexplain trace delete from t"})
    void explain_hasOneSpelling(String sql, String canonical) {
        assertEquals(canonical, canonical(sql));
        assertEquals(statement(canonical), statement(sql));
    }

    @ParameterizedTest
    @ValueSource(strings = {"explain", "explain explain select 1", "explain vexplain select 1", "explain set a = 1",
        "explain show tables", "explain format = xml select 1", "explain format = vitess select 1",
        "explain format json select 1", "explain format = json", "explain format = json t", "explain analyze",
        "explain analyze t", "explain analyze format = traditional select 1", "explain extended select 1",
        "explain a b c", "explain a 'b' 'c'", "explain 'a'", "explain select", "vexplain", "vexplain t",
        "vexplain vexplain select 1", "vexplain explain select 1", "vexplain plan", "vexplain x select 1",
        "vexplain keys all select 1"})
    void malformedExplain_isRefused(String sql) {
        syntaxError(sql);
    }
}
