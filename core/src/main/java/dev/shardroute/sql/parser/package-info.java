/** The recursive-descent parser behind {@link dev.shardroute.sql.SqlParser}. */
@NullMarked
package dev.shardroute.sql.parser;

import org.jspecify.annotations.NullMarked;
