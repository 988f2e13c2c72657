/** What every backend must hold to. */
@NullMarked
package dev.shardroute.topo.contract;

import org.jspecify.annotations.NullMarked;
