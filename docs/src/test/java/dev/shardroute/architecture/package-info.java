/** The rules of the house, as tests. */
@NullMarked
package dev.shardroute.architecture;

import org.jspecify.annotations.NullMarked;
