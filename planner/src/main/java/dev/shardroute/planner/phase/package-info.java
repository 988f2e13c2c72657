/** The order in which rules are tried. */
@NullMarked
package dev.shardroute.planner.phase;

import org.jspecify.annotations.NullMarked;
