/** {@code shardroute route}: what each shard would be sent; and what commands have in common that deal with shards. */
@NullMarked
package dev.shardroute.cli.route;

import org.jspecify.annotations.NullMarked;
