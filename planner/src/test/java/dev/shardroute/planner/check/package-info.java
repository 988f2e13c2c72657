/** What must hold of plans. */
@NullMarked
package dev.shardroute.planner.check;

import org.jspecify.annotations.NullMarked;
