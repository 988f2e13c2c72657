/** {@code shardroute serve}. */
@NullMarked
package dev.shardroute.cli.serve;

import org.jspecify.annotations.NullMarked;
