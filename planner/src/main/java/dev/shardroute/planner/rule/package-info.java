/** The rewrites, one class each. */
@NullMarked
package dev.shardroute.planner.rule;

import org.jspecify.annotations.NullMarked;
