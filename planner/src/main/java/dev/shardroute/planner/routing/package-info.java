/** How predicates narrow down the shards of a table. */
@NullMarked
package dev.shardroute.planner.routing;

import org.jspecify.annotations.NullMarked;
