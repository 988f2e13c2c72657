/** Semantic analysis: which table and column every name means. */
@NullMarked
package dev.shardroute.planner.semantics;

import org.jspecify.annotations.NullMarked;
