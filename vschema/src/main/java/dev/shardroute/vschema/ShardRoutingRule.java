package dev.shardroute.vschema;

/**
 * Says that a shard is served by another keyspace.
 *
 * @param from  the keyspace that statements use
 * @param shard the shard
 * @param to    the keyspace that is meant
 */
public record ShardRoutingRule(String from, String shard, String to) {}
