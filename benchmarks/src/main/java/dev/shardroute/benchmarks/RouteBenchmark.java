package dev.shardroute.benchmarks;

import dev.shardroute.key.TabletType;
import dev.shardroute.planner.plan.Plan;
import dev.shardroute.planner.route.Router;
import dev.shardroute.planner.route.Routing;
import dev.shardroute.type.Binds;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** From a ready plan and bind values to what each of 256 shards must run. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class RouteBenchmark {
    private static final int VALUES = 100;
    private static final int CUSTOMERS = 1_024;

    private final Router router = Shop.router(256);

    private final Plan equal = router.plan("select id, name, email from customer where id = ?");
    private final List<Binds> customers = LongStream.range(0, CUSTOMERS).mapToObj(Binds::of).toList();
    private int next;

    private final Plan list = router.plan("select id, name, email from customer where id in ::ids");
    private final Binds listBinds = Binds.NONE.with("ids", LongStream.range(0, VALUES).boxed().toList());

    private final Plan marks = router.plan("select id, name, email from customer where id in ("
            + String.join(", ", Collections.nCopies(VALUES, "?")) + ")");
    private final Binds markBinds = Binds.of(IntStream.range(0, VALUES).boxed().toArray());

    private final Plan insert = router.plan(BoundInsert.sql(VALUES));
    private final Binds insertBinds = BoundInsert.binds(VALUES);

    /** Made by JMH. */
    public RouteBenchmark() {}

    /** One value, another one every time. */
    @Benchmark
    public Routing equalUnique() {
        next = (next + 1) % CUSTOMERS;
        return router.route(equal, customers.get(next), TabletType.PRIMARY);
    }

    /** A hundred values in one list variable. */
    @Benchmark
    public Routing listOf100() {
        return router.route(list, listBinds, TabletType.PRIMARY);
    }

    /** A hundred values, a variable each. */
    @Benchmark
    public Routing inOf100() {
        return router.route(marks, markBinds, TabletType.PRIMARY);
    }

    /** A hundred rows of three values, a variable each. */
    @Benchmark
    public Routing insertOf100() {
        return router.route(insert, insertBinds, TabletType.PRIMARY);
    }
}
