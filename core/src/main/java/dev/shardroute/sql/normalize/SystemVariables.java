package dev.shardroute.sql.normalize;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The catalogue of the system variables that a router has a say in; names are in lower case. */
public final class SystemVariables {
    /** What stands before the name in the bind variable of a system variable. */
    static final String PREFIX = "__vt";

    /** What the session itself keeps: SET of them reaches no shard. */
    public static final Set<String> OF_SESSION = Set.of("autocommit", "charset", "client_found_rows", "ddl_strategy",
            "enable_system_settings", "migration_context", "names", "query_timeout", "read_after_write_gtid",
            "read_after_write_timeout", "session_track_gtids", "session_uuid", "skip_query_plan_cache",
            "sql_select_limit", "transaction_mode", "transaction_read_only", "transaction_timeout", "tx_read_only",
            "workload");

    /** What the router says of itself; they cannot be set. */
    public static final Set<String> READ_ONLY = Set.of("socket", "version", "version_comment");

    /** What a session may set and each statement then carries as a {@code SET_VAR} hint. */
    public static final Set<String> BY_HINT = Set.of("end_markers_in_json", "eq_range_index_dive_limit",
            "foreign_key_checks", "group_concat_max_len", "max_heap_table_size", "max_seeks_for_key",
            "optimizer_prune_level", "optimizer_search_depth", "optimizer_switch", "range_alloc_block_size",
            "range_optimizer_max_mem_size", "read_buffer_size", "read_rnd_buffer_size", "sort_buffer_size",
            "sql_big_selects", "sql_mode", "sql_safe_updates", "tmp_table_size", "unique_checks",
            "updatable_views_with_limit");

    /** What {@code SHOW VARIABLES} must take from the router instead of from a shard. */
    public static final Set<String> SHOWN = Stream.of(OF_SESSION, READ_ONLY, BY_HINT).flatMap(Set::stream)
            .collect(Collectors.toUnmodifiableSet());

    /** Kept by the session, and still read from the shard: its transactions are what the variables tell of. */
    private static final Set<String> OF_SHARD = Set.of("transaction_read_only", "tx_read_only");

    private SystemVariables() {}

    /** True when only the router knows the value of the variable, whose name is in lower case. */
    static boolean isKnownToRouterOnly(String name) {
        return READ_ONLY.contains(name) || (OF_SESSION.contains(name) && !OF_SHARD.contains(name));
    }
}
