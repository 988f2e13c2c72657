/** The last step: from operators to a plan. */
@NullMarked
package dev.shardroute.planner.offset;

import org.jspecify.annotations.NullMarked;
