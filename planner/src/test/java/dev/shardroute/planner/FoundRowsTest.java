package dev.shardroute.planner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.shardroute.sql.SqlParser;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.function.Functions;
import dev.shardroute.sql.printer.SqlPrinter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FoundRowsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            select sql_calc_found_rows a from t where b = 1 order by a limit 2 | select count(*) from t where b = 1
            select sql_calc_found_rows a, sum(b) from t group by a limit 2     | select count(*) from (select a, sum(b) from t group by a) as t
            select sql_calc_found_rows a from t having a > 1 limit 2           | select count(*) from (select a from t having a > 1) as t
            select sql_calc_found_rows distinct a from t limit 2               | select count(*) from (select distinct a from t) as t
            select sql_calc_found_rows sum(a) from t limit 2                   | select count(*) from (select sum(a) from t) as t
            select sql_calc_found_rows a from t limit 2 for update             | select count(*) from t
            """)
    void rows_areCountedWithoutTheLimit(String sql, String count) {
        FoundRows both = FoundRows.of(query(sql), FoundRowsTest::isAggregate).orElseThrow();
        assertEquals(count, SqlPrinter.print(both.count()));
        assertEquals(SqlPrinter.print(query(sql)).replace("sql_calc_found_rows ", ""), SqlPrinter.print(both.rows()));
    }

    @ParameterizedTest
    @CsvSource({"select sql_calc_found_rows a from t, select a from t",
        "select a from t limit 1, select a from t limit 1"})
    void withoutLimitOrOption_nothingIsCounted(String sql, String rows) {
        assertFalse(FoundRows.of(query(sql), FoundRowsTest::isAggregate).isPresent());
        assertEquals(rows, SqlPrinter.print(FoundRows.without(query(sql))));
    }

    @Test
    void plan_hasBothQueries() {
        assertEquals("""
                Complex SELECT (customer.corder)
                  SQL_CALC_FOUND_ROWS
                    Route EqualUnique in customer
                      query: select oid from corder where customer_id = 1 limit 2
                      vindex: hash
                      values: 1
                    Route EqualUnique in customer
                      query: select count(*) from corder where customer_id = 1
                      vindex: hash
                      values: 1
                """, Cluster.explain("select sql_calc_found_rows oid from corder where customer_id = 1 limit 2"));
    }

    private static Query query(String sql) {
        return (Query) new SqlParser().parse(sql);
    }

    private static boolean isAggregate(Object node) {
        return node instanceof Expression expression && Functions.isAggregate(expression);
    }
}
