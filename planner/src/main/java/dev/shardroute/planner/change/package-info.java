/** Planning of INSERT, UPDATE and DELETE of one table. */
@NullMarked
package dev.shardroute.planner.change;

import org.jspecify.annotations.NullMarked;
