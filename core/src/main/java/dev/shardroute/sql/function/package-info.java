/** What is known of functions and expressions: {@link dev.shardroute.sql.function.Functions}, types, constants. */
@NullMarked
package dev.shardroute.sql.function;

import org.jspecify.annotations.NullMarked;
