package dev.shardroute.vschema;

import java.util.List;

/** The index of the keys that a VSchema may have: of each kind of object all, in {@code snake_case}. */
enum KnownKeys {
    VSCHEMA("keyspaces", "routing_rules", "shard_routing_rules", "keyspace_routing_rules", "mirror_rules"),
    KEYSPACE("sharded", "require_explicit_routing", "foreign_key_mode", "multi_tenant_spec", "vindexes", "tables"),
    MULTI_TENANT_SPEC("tenant_id_column_name", "tenant_id_column_type"),
    VINDEX("type", "params", "owner"),
    TABLE("type", "source", "column_vindexes", "auto_increment", "columns", "column_list_authoritative", "pinned"),
    COLUMN_VINDEX("column", "columns", "name"),
    AUTO_INCREMENT("column", "sequence"),
    COLUMN("name", "type", "size", "scale", "nullable", "invisible", "default", "collation_name", "values"),
    RULES("rules"),
    ROUTING_RULE("from_table", "to_tables"),
    SHARD_ROUTING_RULE("from_keyspace", "to_keyspace", "shard"),
    KEYSPACE_ROUTING_RULE("from_keyspace", "to_keyspace"),
    MIRROR_RULE("from_table", "to_table", "percent");

    @SuppressWarnings("ImmutableEnumChecker") // List.of makes it
    private final List<String> keys;

    KnownKeys(String... keys) {
        this.keys = List.of(keys);
    }

    List<String> keys() {
        return keys;
    }
}
