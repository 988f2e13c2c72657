/** The syntax tree of SQL: sealed interfaces and records. */
@NullMarked
package dev.shardroute.sql.ast;

import org.jspecify.annotations.NullMarked;
