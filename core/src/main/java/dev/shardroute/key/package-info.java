/** Keyspace ids, key ranges, shard names, destinations and tablet types. */
@NullMarked
package dev.shardroute.key;

import org.jspecify.annotations.NullMarked;
