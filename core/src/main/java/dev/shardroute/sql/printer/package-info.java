/** The printer: from the syntax tree to text. */
@NullMarked
package dev.shardroute.sql.printer;

import org.jspecify.annotations.NullMarked;
