package dev.shardroute.benchmarks;

import dev.shardroute.error.ShardrouteException;
import java.util.concurrent.TimeUnit;
import net.sf.jsqlparser.JSQLParserException;
import net.sf.jsqlparser.parser.CCJSqlParserUtil;
import net.sf.jsqlparser.parser.ParseException;
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

/**
 * From text to plan over whole files of the conformance data, in turns, and what JSqlParser needs only to parse the same
 * statements: the time for one statement, on the average of the file. Many statements keep many paths warm, so this warms up
 * longer than the benchmarks of one statement.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 10, time = 2)
@Measurement(iterations = 10, time = 1)
@Fork(1)
public class ColdPlanBenchmark {
    /** The file. */
    @Param({"oltp", "tpcc", "tpch", "from", "filter", "select", "aggr", "union"})
    public String file = "oltp";

    /** All statements of it, or the number of one. */
    @Param(PlanCases.ALL)
    public String statement = PlanCases.ALL;

    private PlanCases cases = PlanCases.read(file, statement);
    private int next;

    /** Made by JMH. */
    public ColdPlanBenchmark() {}

    /** Reads the file. */
    @Setup
    public void read() {
        cases = PlanCases.read(file, statement);
    }

    private String next() {
        next = next + 1 < cases.statements().size() ? next + 1 : 0;
        return cases.statements().get(next);
    }

    /** The plan, or the error where the statement is refused. */
    @Benchmark
    public Object coldPlan() {
        try {
            return cases.planner().plan(next(), cases.session());
        } catch (ShardrouteException e) {
            return e;
        }
    }

    /** JSqlParser at its quickest: its grammar alone, on the caller's thread. */
    @Benchmark
    public Object jsqlParserGrammar() throws ParseException {
        return CCJSqlParserUtil.newParser(next()).Statement();
    }

    /** JSqlParser as most callers use it. */
    @Benchmark
    public Object jsqlParser() throws JSQLParserException {
        return CCJSqlParserUtil.parse(next());
    }
}
