package dev.shardroute.sql.parser;

import dev.shardroute.sql.ast.Select.Option;
import java.util.ArrayList;
import java.util.List;

/** The options between SELECT and its items: a bit for each, which costs nothing where there are none. */
final class SelectOptions {
    private static final List<Option> ALL_OPTIONS = List.of(Option.values());
    private static final int DISTINCT = 1 << ALL_OPTIONS.size();
    private static final int ALL = DISTINCT << 1;

    private SelectOptions() {}

    /** The options that the cursor is at. */
    static int parse(TokenCursor cursor) {
        int options = 0;
        for (int option = option(cursor); option != 0; option = option(cursor)) {
            options |= option;
            if ((options & ALL) != 0 && isDistinct(options)) {
                throw cursor.error("expected ALL or DISTINCT, not both");
            }
            cursor.advance();
        }
        return options;
    }

    static boolean isDistinct(int options) {
        return (options & DISTINCT) != 0;
    }

    /** The options other than DISTINCT and ALL, in order. */
    static List<Option> list(int options) {
        if ((options & (DISTINCT - 1)) == 0) {
            return List.of();
        }
        List<Option> list = new ArrayList<>();
        for (Option option : ALL_OPTIONS) {
            if ((options & bit(option)) != 0) {
                list.add(option);
            }
        }
        return list;
    }

    private static int option(TokenCursor cursor) {
        return switch (cursor.keyword()) {
            case DISTINCT, DISTINCTROW -> DISTINCT;
            case ALL -> ALL;
            case SQL_CACHE -> bit(Option.SQL_CACHE);
            case SQL_NO_CACHE -> bit(Option.SQL_NO_CACHE);
            case HIGH_PRIORITY -> bit(Option.HIGH_PRIORITY);
            case STRAIGHT_JOIN -> bit(Option.STRAIGHT_JOIN);
            case SQL_SMALL_RESULT -> bit(Option.SQL_SMALL_RESULT);
            case SQL_BIG_RESULT -> bit(Option.SQL_BIG_RESULT);
            case SQL_BUFFER_RESULT -> bit(Option.SQL_BUFFER_RESULT);
            case SQL_CALC_FOUND_ROWS -> bit(Option.SQL_CALC_FOUND_ROWS);
            default -> 0;
        };
    }

    private static int bit(Option option) {
        return 1 << ALL_OPTIONS.indexOf(option);
    }
}
