package dev.shardroute.benchmarks;

import dev.shardroute.sql.SqlParser;
import dev.shardroute.sql.ast.Statement;
import dev.shardroute.sql.printer.SqlPrinter;
import dev.shardroute.sql.printer.SqlTemplate;
import dev.shardroute.type.Binds;
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

/** From a syntax tree to text, and from a template to text with the values written in. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class PrintBenchmark {
    /** Made by JMH. */
    public PrintBenchmark() {}

    /** The text of a tree. */
    @Benchmark
    public String print(Parsed parsed) {
        return SqlPrinter.print(parsed.tree);
    }

    /** A template with its values written in. */
    @Benchmark
    public String inline(Bound bound) {
        return bound.template.inline(bound.binds);
    }

    /** A statement that is parsed already. */
    @State(Scope.Benchmark)
    public static class Parsed {
        /** The statement to print. */
        @Param
        public Everyday statement = Everyday.POINT_SELECT;

        Statement tree = parse(Everyday.POINT_SELECT.sql());

        /** Made by JMH. */
        public Parsed() {}

        /** Parses it. */
        @Setup
        public void prepare() {
            tree = parse(statement.sql());
        }
    }

    /** An INSERT that is printed already, and a value for each of its question marks. */
    @State(Scope.Benchmark)
    public static class Bound {
        /** How many rows it has; each has a number, a text and a decimal number. */
        @Param({"1", "100"})
        public int rows = 1;

        SqlTemplate template = SqlTemplate.EMPTY;
        Binds binds = Binds.NONE;

        /** Made by JMH. */
        public Bound() {}

        /** Prints it. */
        @Setup
        public void prepare() {
            template = SqlPrinter.template(parse(BoundInsert.sql(rows)));
            binds = BoundInsert.binds(rows);
        }
    }

    private static Statement parse(String sql) {
        return new SqlParser().parse(sql);
    }
}
