package dev.shardroute.sql.function;

import dev.shardroute.sql.function.Datum.Clock;
import dev.shardroute.sql.function.Datum.Day;
import dev.shardroute.sql.function.Datum.Moment;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Temporal constants in their usual notation, all parts with all digits: {@code 2026-11-24}, {@code 2026-11-24
 * 12:34:56.789}, {@code 123:45:56}. Other notations, and dates with zeros in them, mean what the server's settings say.
 */
final class Moments {
    private static final int DATE_LENGTH = 10;
    private static final int MINUTES = 60;
    /** MySQL's TIME ends within this hour. */
    private static final int LAST_HOUR = 838;

    private Moments() {}

    static @Nullable Day day(String text) {
        LocalDate date = text.length() == DATE_LENGTH ? date(text) : null;
        return date == null ? null : new Day(date);
    }

    /** A DATETIME with both of its parts. */
    static @Nullable Moment moment(String text) {
        if (text.length() <= DATE_LENGTH || text.charAt(DATE_LENGTH) != ' ') {
            return null;
        }
        LocalDate date = date(text.substring(0, DATE_LENGTH));
        Clock time = clock(text.substring(DATE_LENGTH + 1));
        boolean isTime = time != null && !time.value().isNegative() && time.value().toDays() == 0;
        return date == null || time == null || !isTime
                ? null
                : new Moment(date.atStartOfDay().plus(time.value()), time.digits());
    }

    static @Nullable Clock clock(String text) {
        boolean isNegative = text.startsWith("-");
        int hours = text.indexOf(':');
        int start = isNegative ? 1 : 0;
        int point = text.indexOf('.');
        int end = point < 0 ? text.length() : point;
        int digits = point < 0 ? 0 : text.length() - point - 1;
        boolean isShaped = hours >= start + 2 && hours <= start + 3 && end == hours + 6 && text.charAt(hours + 3) == ':'
                && digits <= CastTypes.MOST_FRACTION && (point < 0 || digits > 0);
        if (!isShaped) {
            return null;
        }
        int hour = number(text, start, hours);
        int minute = number(text, hours + 1, hours + 3);
        int second = number(text, hours + 4, end);
        int fraction = digits == 0 ? 0 : number(text, point + 1, text.length());
        boolean isTime = hour >= 0 && hour <= LAST_HOUR && minute >= 0 && minute < MINUTES && second >= 0
                && second < MINUTES && fraction >= 0;
        return isTime ? clock(isNegative, (hour * MINUTES + minute) * MINUTES + second, fraction, digits) : null;
    }

    private static @Nullable Clock clock(boolean isNegative, int seconds, int fraction, int digits) {
        int micros = fraction;
        for (int i = digits; i < CastTypes.MOST_FRACTION; i++) {
            micros *= 10;
        }
        Duration value = Duration.ofSeconds(seconds, micros * 1000L);
        boolean isLast = value.compareTo(Duration.ofHours(LAST_HOUR + 1)) >= 0 || (isNegative && value.isZero());
        return isLast ? null : new Clock(isNegative ? value.negated() : value, digits);
    }

    private static @Nullable LocalDate date(String text) {
        boolean isShaped = text.charAt(4) == '-' && text.charAt(7) == '-';
        int year = number(text, 0, 4);
        int month = number(text, 5, 7);
        int day = number(text, 8, DATE_LENGTH);
        return isShaped && year > 0 ? date(year, month, day) : null;
    }

    /** The date; null where there is none. */
    static @Nullable LocalDate date(int year, int month, int day) {
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The number that the digits are; -1 where others stand among them. */
    private static int number(String text, int start, int end) {
        int number = 0;
        for (int i = start; i < end; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    static String print(Moment moment) {
        LocalDateTime time = moment.value();
        return time.toLocalDate() + String.format(Locale.ROOT, " %02d:%02d:%02d", time.getHour(), time.getMinute(),
                time.getSecond()) + fraction(time.getNano(), moment.digits());
    }

    static String print(Clock clock) {
        Duration size = clock.value().abs();
        return (clock.value().isNegative() ? "-" : "")
                + String.format(Locale.ROOT, "%02d:%02d:%02d", size.toHours(), size.toMinutesPart(),
                        size.toSecondsPart())
                + fraction(size.toNanosPart(), clock.digits());
    }

    private static String fraction(int nanos, int digits) {
        return digits == 0 ? "" : "." + String.format(Locale.ROOT, "%09d", nanos).substring(0, digits);
    }
}
