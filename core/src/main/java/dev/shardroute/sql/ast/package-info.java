/** The syntax tree of MySQL statements: immutable records that are equal when their parts are. */
@NullMarked
package dev.shardroute.sql.ast;

import org.jspecify.annotations.NullMarked;
