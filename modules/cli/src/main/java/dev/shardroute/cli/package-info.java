/** The command line: one class per command. */
@NullMarked
package dev.shardroute.cli;

import org.jspecify.annotations.NullMarked;
