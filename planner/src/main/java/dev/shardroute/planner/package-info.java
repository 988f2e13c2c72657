/** The planner: from statements to plans. */
@NullMarked
package dev.shardroute.planner;

import org.jspecify.annotations.NullMarked;
