package dev.shardroute.planner.plan;

/** The kind of statement that was planned; the constant's name stands in plan descriptions. */
public enum QueryType {
    SELECT, INSERT, REPLACE, UPDATE, DELETE, DDL, STREAM, OTHER
}
