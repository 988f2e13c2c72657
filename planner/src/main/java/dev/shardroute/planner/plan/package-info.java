/** Plans: immutable descriptions of what runs where and how the answers are put together. */
@NullMarked
package dev.shardroute.planner.plan;

import org.jspecify.annotations.NullMarked;
