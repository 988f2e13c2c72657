/** Vindexes: from column values to keyspace ids. */
@NullMarked
package dev.shardroute.vindex;

import org.jspecify.annotations.NullMarked;
