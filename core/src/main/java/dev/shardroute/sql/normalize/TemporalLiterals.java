package dev.shardroute.sql.normalize;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.type.Type;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Judges temporal literals. MySQL refuses a wrong literal, but CAST of a bind variable would make NULL of it: so only
 * those may become variables that are right for every server, and what is wrong for every server is refused here. The
 * rest, such as {@code date'0000-00-00'} and {@code date'20261124'}, is left to the server.
 */
final class TemporalLiterals {
    private static final String DATE = "(\\d{4})-(\\d{1,2})-(\\d{1,2})";
    private static final String CLOCK = "(\\d{1,2}):(\\d{1,2})(?:\\.\\d{1,6})?";
    private static final Pattern DATES = Pattern.compile(DATE);
    private static final Pattern DATETIMES = Pattern.compile(DATE + "[ T](\\d{1,2}):" + CLOCK);
    private static final Pattern TIMES = Pattern.compile("-?(\\d{1,3}):" + CLOCK);
    private static final Pattern BEGINNING = Pattern.compile("\\s*-?\\s*\\d.*", Pattern.DOTALL);
    private static final int LAST_MONTH = 12;
    private static final int LAST_HOUR = 23;
    private static final int LAST_MINUTE = 59;
    /** MySQL's TIME ends within the hour after this one. */
    private static final int LAST_FULL_HOUR = 837;

    private TemporalLiterals() {}

    /**
     * True for a literal that means the same to every server; false for one that depends.
     *
     * @param type DATE, TIME or DATETIME
     * @throws dev.shardroute.error.ShardrouteException {@code SR01008} for one that is wrong
     */
    static boolean isPlain(Type type, String text) {
        Matcher matcher = pattern(type).matcher(text);
        if (!matcher.matches()) {
            check(BEGINNING.matcher(text).matches(), type, text);
            return false;
        }
        return switch (type) {
            case DATE -> isDate(matcher, type, text);
            case DATETIME -> {
                check(isClock(matcher, 5) && number(matcher, 4) <= LAST_HOUR, type, text);
                yield isDate(matcher, type, text);
            }
            default -> {
                check(isClock(matcher, 2), type, text);
                yield number(matcher, 1) <= LAST_FULL_HOUR;
            }
        };
    }

    private static Pattern pattern(Type type) {
        return switch (type) {
            case DATE -> DATES;
            case DATETIME -> DATETIMES;
            default -> TIMES;
        };
    }

    /** A zero in it is allowed or not by the server's {@code sql_mode}. */
    private static boolean isDate(Matcher matcher, Type type, String text) {
        int year = number(matcher, 1);
        int month = number(matcher, 2);
        int day = number(matcher, 3);
        check(month <= LAST_MONTH && day <= (month == 0 ? 31 : YearMonth.of(year, month).lengthOfMonth()), type, text);
        return year > 0 && month > 0 && day > 0;
    }

    private static boolean isClock(Matcher matcher, int minutes) {
        return number(matcher, minutes) <= LAST_MINUTE && number(matcher, minutes + 1) <= LAST_MINUTE;
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static void check(boolean isRight, Type type, String text) {
        if (!isRight) {
            throw ErrorCode.SR01008.error(type, text);
        }
    }
}
