/** The command that maps values by vindexes. */
@NullMarked
package dev.shardroute.cli.vindex;

import org.jspecify.annotations.NullMarked;
