package dev.shardroute.benchmarks;

import dev.shardroute.planner.Planner;
import dev.shardroute.planner.PlanningContext;
import dev.shardroute.planner.plan.Plan;
import dev.shardroute.sql.SqlParser;
import dev.shardroute.sql.ast.Statement;
import java.util.concurrent.TimeUnit;
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

/** From a statement to its plan. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class PlanBenchmark {
    /** The statement to plan. */
    @Param
    public Everyday statement = Everyday.POINT_SELECT;

    private final Planner planner = new Planner(Shop.VSCHEMA);
    private String sql = statement.sql();
    private Statement tree = new SqlParser().parse(sql);

    /** Made by JMH. */
    public PlanBenchmark() {}

    /** Parses the statement. */
    @Setup
    public void prepare() {
        sql = statement.sql();
        tree = new SqlParser().parse(sql);
    }

    /** From the text on. */
    @Benchmark
    public Plan parseAndPlan() {
        return planner.plan(sql, PlanningContext.DEFAULT);
    }

    /** From the syntax tree on. */
    @Benchmark
    public Plan plan() {
        return planner.plan(tree, sql, PlanningContext.DEFAULT);
    }
}
