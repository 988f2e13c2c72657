/** Benchmarks of what the planner keeps to itself. */
@NullMarked
package dev.shardroute.planner;

import org.jspecify.annotations.NullMarked;
