package dev.shardroute.planner.semantics;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.sql.ParserOptions;
import java.util.function.Supplier;

/**
 * How much of the queries that views and common table expressions stand for one statement may take in: enough for people, and
 * never more than memory and stack hold. For one statement.
 */
final class Inlining {
    private static final int MAX_QUERIES = 1000;
    private static final int MAX_VIEWS_IN_VIEWS = 16;
    /** The most nodes from the top of a statement to a part of it: what the parser's default limit lets through. */
    private static final int MAX_LEVELS = 2 * ParserOptions.DEFAULT.maxDepth();

    private int queries;
    private int views;
    private int level;

    /** One more query is taken in. */
    void count() {
        if (++queries > MAX_QUERIES) {
            throw ErrorCode.SR01010.error("maxViews", MAX_QUERIES);
        }
    }

    /** Does what has to be done with the query of a view. */
    <T> T inView(Supplier<T> action) {
        count();
        if (++views > MAX_VIEWS_IN_VIEWS) {
            throw tooDeep();
        }
        T result = action.get();
        views--;
        return result;
    }

    /** Goes one level down in the statement; the parser has seen to it that one without other queries is not too deep. */
    void enter() {
        if (++level > MAX_LEVELS && queries > 0) {
            throw tooDeep();
        }
    }

    /** Goes one level up. */
    void leave() {
        level--;
    }

    private static RuntimeException tooDeep() {
        return ErrorCode.SR01003.error("maxDepth", ParserOptions.DEFAULT.maxDepth());
    }
}
