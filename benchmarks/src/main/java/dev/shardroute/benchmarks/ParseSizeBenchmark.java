package dev.shardroute.benchmarks;

import com.alibaba.druid.sql.ast.SQLStatement;
import com.alibaba.druid.sql.dialect.mysql.parser.MySqlStatementParser;
import dev.shardroute.sql.SqlParser;
import dev.shardroute.sql.ast.Statement;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
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

/** Whether the time that a byte takes grows with the statement: its result {@code bytes} is nanoseconds for each byte. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ParseSizeBenchmark {
    /** How long the statement is: about as many bytes. */
    @Param({"100", "1024", "10240", "102400", "1048576"})
    public int size = 100;

    private final SqlParser parser = new SqlParser();
    private String sql = "";

    /** Made by JMH. */
    public ParseSizeBenchmark() {}

    /** Makes an INSERT of as many rows as it takes. */
    @Setup
    public void prepare() {
        StringBuilder text = new StringBuilder("insert into orders (id, customer_id, status, total) values ");
        for (int i = 0; i == 0 || text.length() < size; i++) {
            text.append(i == 0 ? "" : ", ");
            text.append("(").append(1_000 + i).append(", ").append(7 * i + 1).append(", 'paid', ");
            text.append(i % 1_000).append(".95)");
        }
        sql = text.toString();
    }

    /** Our parser. */
    @Benchmark
    public Statement shardroute(Bytes counter) {
        counter.bytes += sql.length();
        return parser.parse(sql);
    }

    /** The yardstick. */
    @Benchmark
    public SQLStatement druid(Bytes counter) {
        counter.bytes += sql.length();
        return new MySqlStatementParser(sql).parseStatement();
    }

    /** Counts the bytes that were parsed. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Bytes {
        /** Since the iteration began; every character is one byte. */
        public long bytes;

        /** Made by JMH. */
        public Bytes() {}
    }
}
