package dev.shardroute.sql.normalize;

import dev.shardroute.sql.ast.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a statement tells the router in comments such as {@code /*vt+ ALLOW_SCATTER QUERY_TIMEOUT_MS=500 *}{@code /} right
 * after its verb. Names may be in any case; a directive without value is true; of two the last one counts.
 *
 * @param multiShardAutocommit    {@code MULTI_SHARD_AUTOCOMMIT}: a change of several shards is committed by each for itself
 * @param skipQueryPlanCache      {@code SKIP_QUERY_PLAN_CACHE}: the plan is neither read from the cache nor put there
 * @param queryTimeout            {@code QUERY_TIMEOUT_MS}: how long the statement may take, zero for without limit; null when
 *                                it does not say
 * @param scatterErrorsAsWarnings {@code SCATTER_ERRORS_AS_WARNINGS}: the rows of the shards that answer are enough
 * @param ignoreMaxPayloadSize    {@code IGNORE_MAX_PAYLOAD_SIZE}: the statement may be of any length
 * @param ignoreMaxMemoryRows     {@code IGNORE_MAX_MEMORY_ROWS}: any number of rows may be in memory
 * @param allowScatter            {@code ALLOW_SCATTER}: it may go to all shards though that is forbidden
 * @param allowHashJoin           {@code ALLOW_HASH_JOIN}: tables may be joined by hashing
 * @param executeDmlQueries       {@code EXECUTE_DML_QUERIES}: VEXPLAIN may run what changes data
 * @param planner                 {@code PLANNER}: the planner to use, or null
 * @param consolidator            {@code CONSOLIDATOR}: whether equal queries may share a result, or null
 * @param workloadName            {@code WORKLOAD_NAME}: the name of the workload, or null
 * @param priority                {@code PRIORITY}: from 0, the most urgent, to 100; null when it does not say
 * @param unknown                 directives of other names, by name in upper case: others read the same comments, so
 *                                they are no errors
 */
public record Directives(boolean multiShardAutocommit, boolean skipQueryPlanCache, @Nullable Duration queryTimeout,
        boolean scatterErrorsAsWarnings, boolean ignoreMaxPayloadSize, boolean ignoreMaxMemoryRows,
        boolean allowScatter, boolean allowHashJoin, boolean executeDmlQueries, @Nullable PlannerVersion planner,
        @Nullable Consolidator consolidator, @Nullable String workloadName, @Nullable Integer priority,
        Map<String, String> unknown) {
    /** No directives. */
    public static final Directives NONE = of(List.of());

    /** Copies the map. */
    public Directives {
        unknown = Map.copyOf(unknown);
    }

    /** The planners of Vitess. */
    public enum PlannerVersion {
        GEN4, GEN4GREEDY, GEN4LEFT2RIGHT
    }

    /** Whether queries that run at the same time and are equal may share a result. */
    public enum Consolidator {
        DISABLED, ENABLED,
        /** Except on primary tablets. */
        ENABLED_REPLICAS
    }

    /**
     * The directives of a statement.
     *
     * @throws dev.shardroute.error.ShardrouteException {@code SR01009} when a directive that is known has a bad value
     */
    public static Directives of(Statement statement) {
        return of(StatementComments.of(statement));
    }

    /**
     * The directives in comments, each as it is written, with its signs.
     *
     * @throws dev.shardroute.error.ShardrouteException {@code SR01009} when a directive that is known has a bad value
     */
    public static Directives of(List<String> comments) {
        return new DirectiveReader(comments).read();
    }
}
