package dev.shardroute.planner.plan;

/** The keyspace that a primitive goes to. */
public record KeyspaceRef(String name, boolean sharded) {}
