/** From bound statements to the operators that planning starts from. */
@NullMarked
package dev.shardroute.planner.tree;

import org.jspecify.annotations.NullMarked;
