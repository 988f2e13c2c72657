package dev.shardroute.sql;

import dev.shardroute.error.ErrorCode;

/**
 * The bounds of parsing.
 *
 * @param maxLength the longest statement in characters
 * @param maxDepth  how deep expressions may nest; the default is safe on a stack of 512 KiB
 */
public record ParserOptions(int maxLength, int maxDepth) {
    /** 64 Mi characters, 200 levels. */
    public static final ParserOptions DEFAULT = new ParserOptions(64 << 20, 200);

    /** Checks the bounds. */
    public ParserOptions {
        if (maxLength < 1 || maxDepth < 1) {
            throw ErrorCode.SR07001.error("maxLength, maxDepth", "must be at least 1");
        }
    }
}
