package dev.shardroute.sql;

import dev.shardroute.error.ErrorCode;

/**
 * The bounds of parsing.
 *
 * @param maxLength the longest statement in characters
 * @param maxDepth  how deep operators, calls and the like may nest, and parentheses twice as deep; a chain of ANDs or of
 *                  ORs is one level. With the default a stack of 512 KiB has room to spare for parsing, printing,
 *                  rewriting and comparing
 */
public record ParserOptions(int maxLength, int maxDepth) {
    /** 64 Mi characters, 100 levels. */
    public static final ParserOptions DEFAULT = new ParserOptions(64 << 20, 100);

    /** Checks the bounds. */
    public ParserOptions {
        if (maxLength < 1 || maxDepth < 1) {
            throw ErrorCode.SR07001.error("maxLength, maxDepth", "must be at least 1");
        }
    }
}
