package dev.shardroute.sql.lex;

/**
 * A piece of a text: a token, blanks, or a comment.
 *
 * @param kind what it is; never {@link TokenKind#END}
 * @param text how it is written
 */
public record Token(TokenKind kind, SqlText text) {}
