package dev.shardroute.planner;

import dev.shardroute.benchmarks.PlanCases;
import dev.shardroute.error.ShardrouteException;
import dev.shardroute.planner.offset.OffsetPlanner;
import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.Planning;
import dev.shardroute.planner.phase.Rewriter;
import dev.shardroute.planner.semantics.QueryAnalyzer;
import dev.shardroute.planner.semantics.SemanticTable;
import dev.shardroute.planner.tree.QueryTree;
import dev.shardroute.sql.SqlParser;
import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.ast.SetOperation;
import dev.shardroute.vschema.VSchema;
import java.util.List;
import java.util.Optional;
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

/**
 * The way of a query through the planner up to a stage, that stage included, over whole files of the conformance data: what a
 * stage takes is the difference to the one before. A query that is planned after an early stage, without tables or of one
 * unsharded keyspace, goes no further. It is in this package because the stages are the planner's own.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 10, time = 2)
@Measurement(iterations = 10, time = 1)
@Fork(1)
public class PlanStageBenchmark {
    /** How far a query goes. */
    public enum Last {
        /** From text to syntax tree. */
        PARSE,
        /** What only the session knows is taken out. */
        SESSION,
        /** Names are bound to tables. */
        BIND,
        /** The first tree of operators. */
        TREE,
        /** All phases. */
        REWRITE,
        /** The offsets of columns. */
        OFFSETS,
        /** The primitives, with the text for the shards. */
        PLAN
    }

    /** The file. */
    @Param({"oltp", "tpcc", "tpch", "from", "filter", "select", "aggr", "union"})
    public String file = "oltp";

    /** The last stage. */
    @Param
    public Last last = Last.PLAN;

    private final SqlParser parser = new SqlParser();
    private PlanCases cases = PlanCases.read(file, PlanCases.ALL);
    private List<String> queries = List.of();
    private int next;

    /** Made by JMH. */
    public PlanStageBenchmark() {}

    /** Reads the file; of its statements it takes the queries that are not refused. */
    @Setup
    public void read() {
        cases = PlanCases.read(file, PlanCases.ALL);
        queries = cases.statements().stream().filter(this::isPlanned).toList();
    }

    private boolean isPlanned(String sql) {
        try {
            cases.planner().plan(sql, cases.session());
            return parser.parse(sql) instanceof Query;
        } catch (ShardrouteException e) {
            return false;
        }
    }

    /** Takes the next query so far. */
    @Benchmark
    public Object upTo() {
        next = next + 1 < queries.size() ? next + 1 : 0;
        String sql = queries.get(next);
        return switch (last) {
            case PARSE -> parser.parse(sql);
            case SESSION -> withoutSession(sql);
            case PLAN -> cases.planner().plan(sql, cases.session());
            case BIND, TREE, REWRITE, OFFSETS -> bound(withoutSession(sql));
        };
    }

    private Query withoutSession(String sql) {
        return (Query) SessionValues.takeOut((Query) parser.parse(sql), vschema(), cases.session()).statement();
    }

    private VSchema vschema() {
        return cases.planner().vschema();
    }

    private Object bound(Query query) {
        if (DualQuery.of(query, vschema()).isPresent()) {
            return query;
        }
        SemanticTable semantics = new QueryAnalyzer(vschema(), cases.session()).analyze(query);
        return last == Last.BIND || semantics.unsharded().isPresent() ? semantics : operators(semantics);
    }

    private Operator operators(SemanticTable semantics) {
        Planning planning = new Planning(vschema(), cases.session(), PlannerOptions.DEFAULT, semantics);
        Operator tree = QueryTree.of(semantics.query(), planning);
        if (last == Last.TREE) {
            return tree;
        }
        Operator rewritten = new Rewriter(planning, Optional.empty()).run(tree);
        return last == Last.REWRITE
                ? rewritten
                : OffsetPlanner.plan(rewritten, semantics.query() instanceof SetOperation union
                        ? semantics.columns(union)
                        : SemanticTable.items(semantics.query()), planning);
    }
}
