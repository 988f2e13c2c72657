/** {@code shardroute verify}: plans compared with those that are expected, and counted. */
@NullMarked
package dev.shardroute.cli.verify;

import org.jspecify.annotations.NullMarked;
