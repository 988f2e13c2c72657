/** SQL statements: the entry points for reading and writing them. */
@NullMarked
package dev.shardroute.sql;

import org.jspecify.annotations.NullMarked;
