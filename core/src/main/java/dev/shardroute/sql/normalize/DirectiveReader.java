package dev.shardroute.sql.normalize;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.sql.normalize.Directives.Consolidator;
import dev.shardroute.sql.normalize.Directives.PlannerVersion;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/** Reads directives out of comments. For one statement. */
final class DirectiveReader {
    private static final String BEGINNING = "/*vt+";
    private static final String END = "*/";
    private static final int LOWEST_PRIORITY = 100;
    /** More than eleven days. */
    private static final int LONGEST_TIMEOUT = 999_999_999;
    private static final int MOST_DIGITS = 9;

    /** Values by name in upper case; a value that is read is taken out. */
    private final Map<String, String> values = new LinkedHashMap<>();

    DirectiveReader(List<String> comments) {
        for (String comment : comments) {
            if (comment.startsWith(BEGINNING)) {
                add(comment.substring(BEGINNING.length(), comment.length() - END.length()));
            }
        }
    }

    private void add(String directives) {
        StringTokenizer parts = new StringTokenizer(directives);
        while (parts.hasMoreTokens()) {
            String part = parts.nextToken();
            int sign = part.indexOf('=');
            String name = sign < 0 ? part : part.substring(0, sign);
            values.put(name.toUpperCase(Locale.ROOT), sign < 0 ? "true" : unquoted(part.substring(sign + 1)));
        }
    }

    private static String unquoted(String value) {
        boolean isQuoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        return isQuoted ? value.substring(1, value.length() - 1) : value;
    }

    Directives read() {
        return new Directives(
                flag("MULTI_SHARD_AUTOCOMMIT"),
                flag("SKIP_QUERY_PLAN_CACHE"),
                milliseconds("QUERY_TIMEOUT_MS"),
                flag("SCATTER_ERRORS_AS_WARNINGS"),
                flag("IGNORE_MAX_PAYLOAD_SIZE"),
                flag("IGNORE_MAX_MEMORY_ROWS"),
                flag("ALLOW_SCATTER"),
                flag("ALLOW_HASH_JOIN"),
                flag("EXECUTE_DML_QUERIES"),
                word("PLANNER", PlannerVersion.class),
                word("CONSOLIDATOR", Consolidator.class),
                text("WORKLOAD_NAME"),
                number("PRIORITY", LOWEST_PRIORITY),
                values);
    }

    private boolean flag(String name) {
        String value = values.remove(name);
        if (value == null) {
            return false;
        }
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "true", "t", "1" -> true;
            case "false", "f", "0" -> false;
            default -> throw bad(name, value, "true or false");
        };
    }

    private @Nullable Duration milliseconds(String name) {
        Integer number = number(name, LONGEST_TIMEOUT);
        return number == null ? null : Duration.ofMillis(number);
    }

    private @Nullable Integer number(String name, int max) {
        String value = values.remove(name);
        if (value == null) {
            return null;
        }
        boolean isNumber = !value.isEmpty() && value.length() <= MOST_DIGITS
                && value.chars().allMatch(c -> c >= '0' && c <= '9');
        int number = isNumber ? Integer.parseInt(value) : -1;
        if (number < 0 || number > max) {
            throw bad(name, value, "a whole number from 0 to " + max);
        }
        return number;
    }

    private @Nullable String text(String name) {
        String value = values.remove(name);
        if (value != null && value.isEmpty()) {
            throw bad(name, value, "a name");
        }
        return value;
    }

    private <E extends Enum<E>> @Nullable E word(String name, Class<E> type) {
        String value = values.remove(name);
        if (value == null) {
            return null;
        }
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(value)) {
                return constant;
            }
        }
        throw bad(name, value, "one of " + List.of(type.getEnumConstants()));
    }

    private static RuntimeException bad(String name, String value, String needed) {
        return ErrorCode.SR01009.error(name, value, needed);
    }
}
