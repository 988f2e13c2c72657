/** The gateway in one process: the MySQL server over sessions over shards. */
@NullMarked
package dev.shardroute.cli.gateway;

import org.jspecify.annotations.NullMarked;
