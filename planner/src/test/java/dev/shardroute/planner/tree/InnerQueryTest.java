package dev.shardroute.planner.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.shardroute.planner.Cluster;
import dev.shardroute.planner.PlannerOptions;
import dev.shardroute.planner.PlanningContext;
import dev.shardroute.planner.operator.Planning;
import dev.shardroute.planner.semantics.QueryAnalyzer;
import dev.shardroute.planner.semantics.SemanticTable;
import dev.shardroute.planner.semantics.TableSet;
import dev.shardroute.sql.SqlParser;
import dev.shardroute.sql.ast.Expression.Exists;
import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.ast.Select;
import dev.shardroute.sql.printer.SqlPrinter;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Subqueries of {@code corder as c}, in EXISTS. */
class InnerQueryTest {
    private record Split(Query written, InnerQuery inner) {
        /** The subquery; then, a line for each, its conditions on both queries, and the other columns that it gets. */
        @Override
        public String toString() {
            StringBuilder text = new StringBuilder(SqlPrinter.print(inner.query())).append('\n');
            inner.predicates()
                    .forEach(predicate -> text.append("on ").append(SqlPrinter.print(predicate)).append('\n'));
            inner.extra().forEach(variable -> text.append(variable.name()).append(" = ")
                    .append(SqlPrinter.print(variable.expression())).append('\n'));
            return text.toString();
        }
    }

    private static Split split(String subquery) {
        SemanticTable semantics = new QueryAnalyzer(Cluster.VSCHEMA, PlanningContext.DEFAULT).analyze(
                (Query) new SqlParser().parse("select 1 from corder c where exists (" + subquery + ")"));
        Query query = ((Exists) Objects.requireNonNull(((Select) semantics.query()).where())).query();
        Planning planning = new Planning(Cluster.VSCHEMA, PlanningContext.DEFAULT, PlannerOptions.DEFAULT, semantics);
        int outer = semantics.tables().stream().filter(table -> table.name().equals("c")).findFirst().orElseThrow()
                .number();
        return new Split(query, InnerQuery.of(query, TableSet.of(outer), planning));
    }

    // alone

    @Test
    void subquery_ofItsOwnTables_staysAsItIs() {
        Split split = split("select 1 from product p where p.price > 5");
        assertSame(split.written(), split.inner().query());
        assertEquals("""
                select 1 from product as p where p.price > 5
                """, split.toString());
    }

    // conditions on both queries

    @Test
    void condition_isAskedWithAVariable() {
        assertEquals("""
                select 1 from product as p where p.sku = :c_sku and p.price > 5
                on p.sku = c.sku
                """, split("select 1 from product p where p.sku = c.sku and p.price > 5").toString());
    }

    @Test
    void conditionOfAnInnerJoin_isOne() {
        assertEquals("""
                select 1 from product as p join `member` as m on m.id = :c_customer_id and m.`name` = p.sku
                on m.id = c.customer_id
                """, split("select 1 from product p join member m on m.id = c.customer_id and m.name = p.sku")
                .toString());
    }

    @Test
    void conditionOnGroups_isOne() {
        assertEquals("""
                select p.sku from product as p group by p.sku having count(*) > :c_qty
                on count(*) > c.qty
                """, split("select p.sku from product p group by p.sku having count(*) > c.qty").toString());
    }

    @Test
    void conditionsOfAllQueriesOfAUnion_areThose() {
        assertEquals("""
                select 1 from product as p where p.sku = :c_sku union select 1 from `member` as m where m.`name` = :c_sku
                on p.sku = c.sku
                on m.`name` = c.sku
                """, split("select 1 from product p where p.sku = c.sku union "
                + "select 1 from member m where m.name = c.sku").toString());
    }

    // columns elsewhere

    @Test
    void conditionOfAnOuterJoin_isNoneOnTheRows() {
        assertEquals("""
                select 1 from product as p left join `member` as m on m.id = :c_customer_id
                c_customer_id = c.customer_id
                """, split("select 1 from product p left join member m on m.id = c.customer_id").toString());
    }

    @Test
    void conditionOfAJoin_onTheSideThatMayBeMissing_isNone() {
        assertEquals("""
                select 1 from product as p left join (`member` as m join zone as z on z.x = :c_sku) on m.`name` = p.sku
                c_sku = c.sku
                """, split("select 1 from product p left join (member m join zone z on z.x = c.sku) on m.name = p.sku")
                .toString());
    }

    @Test
    void conditionOnGroupsOfOneQueryOfAUnion_isNone() {
        assertEquals("""
                select p.sku from product as p group by p.sku having count(*) > :c_qty union select m.`name` from \
                `member` as m
                c_qty = c.qty
                """, split("select p.sku from product p group by p.sku having count(*) > c.qty union "
                + "select m.name from member m").toString());
    }

    @Test
    void columnOfTheSelectList_isAVariable() {
        assertEquals("""
                select :c_qty + p.price from product as p where p.sku = :c_sku
                on p.sku = c.sku
                c_qty = c.qty
                """, split("select c.qty + p.price from product p where p.sku = c.sku").toString());
    }

    @Test
    void conditionWithASubqueryOfItsOwn_isNone() {
        assertEquals("""
                select 1 from product as p where exists (select 1 from `member` as m where m.`name` = :c_sku)
                c_sku = c.sku
                """, split("select 1 from product p where exists (select 1 from member m where m.name = c.sku)")
                .toString());
    }
}
