package dev.shardroute.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.alibaba.druid.sql.ast.SQLStatement;
import com.alibaba.druid.sql.dialect.mysql.parser.MySqlStatementParser;
import dev.shardroute.sql.SqlParser;
import dev.shardroute.sql.ast.Statement;
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

/** From text to a syntax tree, with JSqlParser and Druid's parser as yardsticks. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ParseBenchmark {
    /** The statement to parse. */
    @Param
    public Everyday statement = Everyday.POINT_SELECT;

    private final SqlParser parser = new SqlParser();
    private String sql = "";
    private byte[] bytes = {};

    /** Made by JMH. */
    public ParseBenchmark() {}

    /** Takes the text out of the enum. */
    @Setup
    public void prepare() {
        sql = statement.sql();
        bytes = sql.getBytes(UTF_8);
    }

    /** Our parser. */
    @Benchmark
    public Statement shardroute() {
        return parser.parse(sql);
    }

    /** Our parser on what a client sent. */
    @Benchmark
    public Statement shardrouteBytes() {
        return parser.parse(bytes);
    }

    /** JSqlParser as most callers use it: a thread for the time limit, and a second try for what nests. */
    @Benchmark
    public net.sf.jsqlparser.statement.Statement jsqlParser() throws JSQLParserException {
        return CCJSqlParserUtil.parse(sql);
    }

    /** JSqlParser at its quickest: its grammar alone, on the caller's thread. */
    @Benchmark
    public net.sf.jsqlparser.statement.Statement jsqlParserGrammar() throws ParseException {
        return CCJSqlParserUtil.newParser(sql).withAllowComplexParsing(false).Statement();
    }

    /** Druid's hand-written parser, which keeps no positions and no comments. */
    @Benchmark
    public SQLStatement druid() {
        return new MySqlStatementParser(sql).parseStatement();
    }
}
