package dev.shardroute.planner;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.shardroute.sql.SqlParser;
import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.printer.SqlPrinter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NestedUnionsTest {
    private static final String SELECT = "select a from t";

    @ParameterizedTest
    @CsvSource({
        "S union (S union S), S union S union S",
        "S union all (S union all S), S union all S union all S",
        "S union (S union all S union S), S union S union all S union S",
        "S union all S union (S union (S union S)), S union all S union S union S union S",
    })
    void union_ofWhichRowsStayTheSame_isFlat(String sql, String flat) {
        assertEquals(flat.replace("S", SELECT), flat(sql));
    }

    @ParameterizedTest
    @ValueSource(strings = {"S union (S union all S)", "S union all (S union S)", "S union (S union S limit 1)",
        "S union (S except S)", "S except (S union S)"})
    void union_ofWhichRowsWouldChange_isKept(String sql) {
        assertEquals(sql.replace("S", SELECT), flat(sql));
    }

    private static String flat(String sql) {
        Query query = (Query) new SqlParser().parse(sql.replace("S", SELECT));
        return SqlPrinter.print(NestedUnions.flat(query));
    }
}
