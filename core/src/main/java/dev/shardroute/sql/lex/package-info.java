/** Lexical analysis of MySQL statements. */
@NullMarked
package dev.shardroute.sql.lex;

import org.jspecify.annotations.NullMarked;
