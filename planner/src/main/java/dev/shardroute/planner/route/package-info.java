/** Routing: from a statement and its bind values to what each shard must run. */
@NullMarked
package dev.shardroute.planner.route;

import org.jspecify.annotations.NullMarked;
