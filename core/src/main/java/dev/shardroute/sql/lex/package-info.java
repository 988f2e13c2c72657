/** The lexer: from text to tokens. */
@NullMarked
package dev.shardroute.sql.lex;

import org.jspecify.annotations.NullMarked;
