package dev.shardroute.benchmarks;

import java.util.concurrent.TimeUnit;
import net.sf.jsqlparser.JSQLParserException;
import net.sf.jsqlparser.parser.CCJSqlParserUtil;
import net.sf.jsqlparser.statement.Statement;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The yardstick for our own parser: how long JSqlParser takes for everyday statements. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class JsqlParserBenchmark {
    /** The statement to parse. */
    @Param({
        "select * from customer where customer_id = 42",
        "insert into orders (id, customer_id, sku) values (1, 2, 'abc')",
        "update customer set name = 'x' where customer_id in (1, 2, 3)",
    })
    public String sql = "";

    /** Made by JMH. */
    public JsqlParserBenchmark() {}

    /** One parse. */
    @Benchmark
    public Statement parse() throws JSQLParserException {
        return CCJSqlParserUtil.parse(sql);
    }
}
