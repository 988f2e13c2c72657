/** The only package that knows JSqlParser: its statements as trees of {@link dev.shardroute.sql.ast}. */
@NullMarked
package dev.shardroute.sql.jsqlparser;

import org.jspecify.annotations.NullMarked;
