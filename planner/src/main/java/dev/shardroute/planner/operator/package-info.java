/** The operator tree that planning rewrites. */
@NullMarked
package dev.shardroute.planner.operator;

import org.jspecify.annotations.NullMarked;
