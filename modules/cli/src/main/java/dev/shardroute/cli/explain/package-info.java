/** {@code shardroute explain}: the plan of a statement, and what each shard would run. */
@NullMarked
package dev.shardroute.cli.explain;

import org.jspecify.annotations.NullMarked;
