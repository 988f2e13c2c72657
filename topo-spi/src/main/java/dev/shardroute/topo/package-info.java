/** Topologies: keyspaces, shards and tablets. */
@NullMarked
package dev.shardroute.topo;

import org.jspecify.annotations.NullMarked;
