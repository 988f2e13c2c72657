package dev.shardroute.benchmarks;

import dev.shardroute.planner.Planner;
import dev.shardroute.planner.PlanningContext;
import dev.shardroute.planner.plan.Plan;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How the time from text to plan grows with the statement. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class PlanSizeBenchmark {
    private static final int SHARES = 16;

    /** What there are many of, and how many at most. */
    public enum Shape {
        /** Comparisons joined by AND, on a column with a vindex and on others. */
        ANDS(10_000, n -> "select id from customer where " + list(n, " and ",
                i -> i % 3 == 0 ? "id = " + i : "c" + i % 100 + " > " + i)),
        /** Comparisons of both sides of a join. */
        ANDS_OF_JOIN(10_000, n -> "select a.id from customer as a left join orders as b on a.x = b.y where "
                + list(n, " and ", i -> "b.c" + i % 100 + " <=> a.c" + i % 99)),
        /** Comparisons joined by OR. */
        ORS(10_000, n -> "select id from customer where " + list(n, " or ", i -> "id = " + i)),
        /** Pairs of comparisons joined by OR, none of which tells a shard. */
        ORS_OF_ANDS(10_000, n -> "select id from customer where "
                + list(n, " or ", i -> "(a = " + i + " and b" + i + " = 2)")),
        /** Tables that are joined one after the other, by other columns than the vindex's. */
        JOINS(64, n -> "select t0.id from customer as t0" + list(n - 1, "",
                i -> " join customer as t" + (i + 1) + " on t" + i + ".parent = t" + (i + 1) + ".number")),
        /** Tables that are joined with the first. */
        STAR(64, n -> "select t0.id from customer as t0" + list(n - 1, "",
                i -> " join customer as t" + (i + 1) + " on t0.x = t" + (i + 1) + ".y")),
        /** Queries of a UNION. */
        UNIONS(500, n -> list(n, " union all ", i -> "select id from customer where id = " + i)),
        /** Queries of a UNION without equal rows. */
        DISTINCT_UNIONS(500, n -> list(n, " union ", i -> "select id from customer where city = " + i)),
        /** Subqueries that are run before. */
        SCALAR_SUBQUERIES(100, n -> "select "
                + list(n, ", ", i -> "(select max(city) from orders where x = " + i + ")") + " from customer"),
        /** Subqueries that the shards run. */
        MERGED_SUBQUERIES(100, n -> "select " + list(n, ", ",
                i -> "(select max(city) from orders where customer_id = customer.id and x = " + i + ")")
                + " from customer"),
        /** Derived tables in one another. */
        DERIVED(50, n -> IntStream.range(0, n).mapToObj(i -> i).reduce(
                "select id, count(*) as c from customer group by city",
                (query, i) -> "select id, c from (" + query + ") as t" + i + " where c > " + i,
                (first, second) -> first));

        private final int most;
        @SuppressWarnings("ImmutableEnumChecker") // the functions hold nothing
        private final IntFunction<String> sql;

        Shape(int most, IntFunction<String> sql) {
            this.most = most;
            this.sql = sql;
        }

        private static String list(int count, String between, IntFunction<String> part) {
            return IntStream.range(0, count).mapToObj(part).collect(Collectors.joining(between));
        }

        String sql(int share) {
            return sql.apply(most * share / SHARES);
        }
    }

    /** What there are many of. */
    @Param
    public Shape shape = Shape.ANDS;

    /** How many sixteenths of the most. */
    @Param({"1", "2", "4", "8", "16"})
    public int share = 1;

    private final Planner planner = new Planner(Shop.VSCHEMA);
    private String sql = "";

    /** Made by JMH. */
    public PlanSizeBenchmark() {}

    /** Makes the statement. */
    @Setup
    public void prepare() {
        sql = shape.sql(share);
    }

    /** From the text on. */
    @Benchmark
    public Plan plan() {
        return planner.plan(sql, PlanningContext.DEFAULT);
    }
}
