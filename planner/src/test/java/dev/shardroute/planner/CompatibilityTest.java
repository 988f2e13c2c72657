package dev.shardroute.planner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shardroute.error.ShardrouteException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** An example of each difference from Vitess that {@code docs/compatibility.md} tells. */
final class CompatibilityTest {
    private static final Path PAGE = Path.of("..", "docs", "compatibility.md");
    private static final String NO_ONE_WINDOW = "a window function over the rows of several shards";

    /** A part of the plan that tells, or of the message of the error. */
    private record Example(String part, String sql, String told) {}

    private static final List<Example> EXAMPLES = List.of(
            new Example("DISTINCT in a derived table, UNION DISTINCT in a derived table or recursion",
                    "select * from (select distinct qty from corder) t", "\n  Distinct\n"),
            new Example("predicates on a derived table",
                    "select * from (select oid from corder limit 3) t where oid = 1",
                    "\n  Filter\n    predicate: oid = 1\n    Limit\n"),
            new Example("predicates on a derived table",
                    "select * from (select qty, count(*) as n from corder group by qty) t where n = 1 and qty = 3",
                    "predicate: n = 1\n"),
            new Example("LIMIT", "select n from (select count(*) as n from corder) t limit 1",
                    "query: select count(*) as n from corder\n"),
            new Example("ORDER BY, or the order that grouping needs, of a grouped derived table",
                    "select t.n from (select qty as q, count(*) as n from corder group by qty) t order by t.n",
                    "order by: 1 ASC\n      Aggregate Ordered\n"),
            new Example("ORDER BY an average; a condition on one of a derived table",
                    "select qty, avg(oid) from corder group by qty order by avg(oid)",
                    "\n    Projection\n      expressions: :0 as qty, sum(oid) / count(oid) as avg(oid)\n"),
            new Example("COUNT and SUM of DISTINCT over joins, filters, subqueries, unions",
                    "select count(distinct c.qty) from corder c join product p on c.sku = p.sku",
                    "aggregates: count_distinct(0|1) AS count(distinct c.qty)\n"),
            new Example("GROUP_CONCAT with DISTINCT, ORDER BY or LIMIT over several shards",
                    "select group_concat(sku order by sku) from corder",
                    "GROUP_CONCAT with DISTINCT, ORDER BY or LIMIT over several shards"),
            new Example("GROUP BY and DISTINCT, in FROM too, of a column of a LEFT JOIN's right side",
                    "select m.id, count(*) from corder c left join member m on m.id = c.customer_id group by m.id",
                    "\n  Aggregate Ordered\n"),
            new Example(
                    "aggregates of what is not NULL for a row without partner, `count(ifnull(b, 0))`, over a LEFT JOIN",
                    "select count(ifnull(m.id, 0)) from corder c left join member m on m.name = c.sku",
                    "aggregates: count(0) AS count(ifnull(m.id, 0))\n"),
            new Example("aggregates over a join with a subquery that needs the left row",
                    "select sum(c.qty) from corder c join product p on c.sku = p.sku where exists (select 1 from page where page.oid = c.oid)",
                    "group by c.sku, c.oid\n"),
            new Example("ANY_VALUE of columns of both sides of a join",
                    "select any_value(c.qty * p.price) from corder c join product p on c.sku = p.sku",
                    "query: select :c_qty * p.price from product as p where p.sku = :c_sku\n"),
            new Example("items that need no row, beside aggregates of no rows",
                    "select count(*), now() from corder c join product p on c.sku = p.sku",
                    "constant_aggr(now()) AS now()\n"),
            new Example("DISTINCT with GROUP BY other columns, or WITH ROLLUP",
                    "select distinct count(*) from corder group by qty",
                    "\n  Distinct\n"),
            new Example("subqueries of a reference table's rows",
                    "select z.id, (select max(c.qty) from corder c where c.customer_id = z.id) from zone z",
                    "a correlated subquery other than in EXISTS"),
            new Example("cross join with a LIMIT in FROM",
                    "select c.oid from corder c, (select sku from product limit 2) p",
                    "\n    Route Unsharded in commerce\n      query: select 1 from (select sku from product limit 2) as p\n    Route Scatter"),
            new Example("aggregates of no rows in FROM, on the right of a join",
                    "select z.id, t.n from zone z join (select count(*) as n from corder) t",
                    "AS n\n      Route Scatter in customer\n        query: select count(*) as n from corder\n"),
            new Example("aggregates of a cross join whose left side has no rows",
                    "select max(p.price), count(*) from corder c, product p",
                    "query: select count(*) from corder as c group by .0\n"),
            new Example("`rand()`, `uuid()` above joins",
                    "select rand(), c.oid from corder c join product p on c.sku = p.sku",
                    "query: select rand() from product as p where p.sku = :c_sku\n"),
            new Example("locks OF tables",
                    "select c.oid from corder c join product p on c.sku = p.sku for update of p",
                    "query: select c.oid, c.sku from corder as c\n"),
            new Example("conditions of HAVING that are not of groups",
                    "select 1 from corder having count(*) > 1 and qty = 2", "neither a key nor an aggregate: qty"),
            new Example("MIN and MAX of columns of unknown type",
                    "select min(qty) as m from corder group by sku order by m", "order by: (0|3) ASC\n"),
            new Example("columns of a UNION", "select 1 union select '1' from corder",
                    "collations: 0: utf8mb4_0900_ai_ci\n"),
            new Example("window functions", "select row_number() over (order by oid) from corder", NO_ONE_WINDOW),
            new Example("EXISTS of an aggregate without GROUP BY, and of `LIMIT 0`",
                    "select oid from corder where exists (select count(*) from page)",
                    "query: select oid from corder\n"),
            new Example("EXISTS of an aggregate without GROUP BY, and of `LIMIT 0`",
                    "select oid from corder where exists (select 1 from page limit 0)", "count: 0\n"),
            new Example("NOT EXISTS, NOT IN, `<=>`, ALL, parts of OR that hold a subquery, a count of no rows",
                    "select oid from corder c where not exists "
                            + "(select 1 from member m where m.id = c.customer_id and m.id = 5)",
                    "\n  Route Scatter in customer\n"),
            new Example("NOT EXISTS, NOT IN, `<=>`, ALL, parts of OR that hold a subquery, a count of no rows",
                    "select oid from corder c where c.qty = 1 or c.customer_id in (select id from member where id = 5)",
                    "\n  Route Scatter in customer\n"),
            new Example("LEFT JOIN",
                    "select c.oid from corder c left join member m on c.customer_id = m.id and m.id = 5",
                    "\n  Route Scatter in customer\n"),
            new Example("LEFT JOIN of a reference table with a table of several shards",
                    "select z.id from zone z left join corder c on c.qty = z.id", "\n  Join LeftJoin\n"),
            new Example("UNION ALL of a reference table or no table with a scatter",
                    "select id from zone union all select oid from corder", "\n  Concatenate\n"),
            new Example("UNION ALL of a reference table or no table with a scatter",
                    "select 1 union all select oid from corder", "\n  Concatenate\n"),
            new Example("columns of USING",
                    "select customer_id from customer a right join customer b using (customer_id)",
                    "query: select b.customer_id "),
            new Example("conditions of a LEFT JOIN's right side",
                    "select c.oid from corder c left join member m on c.customer_id = m.id and m.name = 'x'",
                    "on c.customer_id = m.id and m.`name` = 'x'\n"),
            new Example("locks in arms of a UNION, and behind derived tables",
                    "select oid from corder where customer_id = 5 union (select id from member where id = 5 for update)",
                    "from `member` where id = 5 for update)"),
            new Example("locks in arms of a UNION, and behind derived tables",
                    "(select oid from corder) union (select id from member) for update",
                    "locking of the rows of a UNION"),
            new Example("SQL_CALC_FOUND_ROWS with DISTINCT or aggregates",
                    "select sql_calc_found_rows count(*) from corder limit 2", "count_star(0) AS count(*)\n      Proj"),
            new Example("a lock function beside other expressions", "select get_lock('a', 1), 2",
                    "get_lock() with tables, or beside other expressions"),
            new Example("IS NULL of a column with a lookup", "select id from member where email is null",
                    "\n  Route Scatter in customer\n"),
            new Example("NOT BETWEEN, LIKE … ESCAPE, BETWEEN of bounds in another order than their bytes",
                    "select id from page where url not between 'a' and 'b'", "\n  Route Scatter in customer\n"),
            new Example("two constants for one `table_name` of information_schema",
                    "select table_name from information_schema.tables where table_name = 'a' and table_name = 'b'",
                    "`table_name` = :table_name /* VARCHAR */ and `table_name` = 'b'\n"),
            new Example("weight strings of recursions, of hash joins",
                    "with recursive c as (select customer_id as n from corder "
                            + "union all select c.n + 1 from c join corder x on x.qty = c.n) select n from c order by n",
                    "result columns: 1\n"),
            new Example("weight strings of recursions, of hash joins",
                    "select distinct c.customer_id, t.y from customer c left join "
                            + "(select customer_id as x, email as y from customer limit 3) t on c.customer_id = t.x",
                    "result columns: 2\n"),
            new Example("hash joins of columns whose types are not known to compare alike",
                    "select c.customer_id, t.x from customer c left join (select qty as x from corder limit 3) t "
                            + "on c.customer_id = t.x",
                    "a hash join of INT64 values and others of unknown type"));

    @TestFactory
    Stream<DynamicTest> difference_isAsTold() {
        return EXAMPLES.stream().map(example -> DynamicTest.dynamicTest(example.part + ": " + example.sql, () -> {
            String outcome = outcome(example.sql);
            assertTrue(outcome.contains(example.told), outcome);
        }));
    }

    private static String outcome(String sql) {
        try {
            return Cluster.explain(sql);
        } catch (ShardrouteException e) {
            return e.getMessage();
        }
    }

    @Test
    void everyRowOfTheDocument_hasAnExample() throws IOException {
        Set<String> rows = Files.readAllLines(PAGE).stream().filter(line -> line.startsWith("| "))
                .map(line -> line.split(" \\| ", 2)[0].substring("| ".length())).filter(row -> !row.equals("part"))
                .collect(Collectors.toSet());
        assertEquals(rows, EXAMPLES.stream().map(Example::part).collect(Collectors.toSet()));
    }
}
