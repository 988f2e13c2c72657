/** Entry to parsing: {@link dev.shardroute.sql.SqlParser}. */
@NullMarked
package dev.shardroute.sql;

import org.jspecify.annotations.NullMarked;
