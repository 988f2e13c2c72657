/** A shard's backend: connection pool, queue and health. */
@NullMarked
package dev.shardroute.tablet;

import org.jspecify.annotations.NullMarked;
