package dev.shardroute.sql;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.sql.lex.SqlMode;
import java.util.Set;

/**
 * The bounds of parsing, and the modes in which statements are read.
 *
 * @param maxLength           the longest statement in bytes; {@code SR01002} beyond
 * @param maxDepth            how deep operators, calls and the like may nest, and parentheses twice as deep; a chain of ANDs
 *                            or of ORs is one level. With the default a stack of 512 KiB has room to spare for parsing,
 *                            printing, rewriting and comparing. {@code SR01003} beyond
 * @param maxTokens           how many words, literals and symbols a statement, or a text that is to be split, may have;
 *                            {@code SR01007} beyond
 * @param modes               the session's SQL modes that change what a text means
 * @param readsVersionComments true when what a comment such as <code>/&#42;!80400 … &#42;/</code> holds is SQL, as it is for a
 *                            server; false when version comments are passed over, as comments are
 */
public record ParserOptions(int maxLength, int maxDepth, int maxTokens, Set<SqlMode> modes,
        boolean readsVersionComments) {
    /** 64 MiB, 100 levels, 32 Mi tokens, no modes, version comments are read. */
    public static final ParserOptions DEFAULT = new ParserOptions(64 << 20, 100, 32 << 20, Set.of(), true);

    /** Checks the bounds and copies the modes. */
    public ParserOptions {
        if (maxLength < 1 || maxDepth < 1 || maxTokens < 1) {
            throw ErrorCode.SR07001.error("maxLength, maxDepth, maxTokens", "must be at least 1");
        }
        modes = Set.copyOf(modes);
    }

    /** These bounds, and all else as {@link #DEFAULT} has it. */
    public ParserOptions(int maxLength, int maxDepth) {
        this(maxLength, maxDepth, DEFAULT.maxTokens, DEFAULT.modes, DEFAULT.readsVersionComments);
    }

    /** A builder that begins with {@link #DEFAULT}. */
    public static Builder builder() {
        return new Builder();
    }

    /** Makes options one by one. Not thread-safe. */
    public static final class Builder {
        private int maxLength = DEFAULT.maxLength;
        private int maxDepth = DEFAULT.maxDepth;
        private int maxTokens = DEFAULT.maxTokens;
        private Set<SqlMode> modes = DEFAULT.modes;
        private boolean readsVersionComments = DEFAULT.readsVersionComments;

        private Builder() {}

        /** The longest statement in bytes. */
        public Builder maxLength(int bytes) {
            maxLength = bytes;
            return this;
        }

        /** The number of levels. */
        public Builder maxDepth(int levels) {
            maxDepth = levels;
            return this;
        }

        /** The number of tokens. */
        public Builder maxTokens(int tokens) {
            maxTokens = tokens;
            return this;
        }

        /** The SQL modes, in place of those before. */
        public Builder modes(Set<SqlMode> sqlModes) {
            modes = Set.copyOf(sqlModes);
            return this;
        }

        /** Whether version comments are read. */
        public Builder readsVersionComments(boolean read) {
            readsVersionComments = read;
            return this;
        }

        /**
         * The options.
         *
         * @throws dev.shardroute.error.ShardrouteException {@code SR07001} when a bound is below 1
         */
        public ParserOptions build() {
            return new ParserOptions(maxLength, maxDepth, maxTokens, modes, readsVersionComments);
        }
    }
}
