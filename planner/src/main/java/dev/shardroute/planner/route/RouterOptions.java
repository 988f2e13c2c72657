package dev.shardroute.planner.route;

import dev.shardroute.planner.PlannerOptions;
import dev.shardroute.sql.SqlParser;
import dev.shardroute.topo.ShardPicker;

/** What a router is set up with, for as long as it lives. */
record RouterOptions(PlannerOptions planner, SqlParser parser, ShardPicker picker, ReadPolicy readPolicy) {}
