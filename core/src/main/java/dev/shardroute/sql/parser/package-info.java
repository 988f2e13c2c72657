/** The parser: from tokens to the syntax tree. */
@NullMarked
package dev.shardroute.sql.parser;

import org.jspecify.annotations.NullMarked;
