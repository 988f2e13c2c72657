package dev.shardroute.sql.normalize;

import dev.shardroute.sql.ast.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The optimizer hints of a statement: {@code /*+ SET_VAR(sql_mode='') MAX_EXECUTION_TIME(1000) *}{@code /} right after the
 * verb. Like MySQL this reads the first such comment only, and it up to the first thing that is no hint.
 *
 * @param hints the hints, in the order of the text
 */
public record OptimizerHints(List<Hint> hints) {
    /** No hints. */
    public static final OptimizerHints NONE = new OptimizerHints(List.of());

    private static final String BEGINNING = "/*+";
    private static final String SET_VAR = "SET_VAR";

    /** Copies the list. */
    public OptimizerHints {
        hints = List.copyOf(hints);
    }

    /**
     * One hint.
     *
     * @param name      its name as written
     * @param arguments what stands between its parentheses
     */
    public record Hint(String name, String arguments) {
        private boolean isSetVar() {
            return name.equalsIgnoreCase(SET_VAR) && arguments.indexOf('=') >= 0;
        }

        private boolean sets(String variable) {
            return isSetVar() && variable().equals(variable);
        }

        private String variable() {
            return arguments.substring(0, arguments.indexOf('=')).strip().toLowerCase(Locale.ROOT);
        }

        private String value() {
            return arguments.substring(arguments.indexOf('=') + 1).strip();
        }

        private String sql() {
            return name + "(" + arguments + ")";
        }
    }

    /** The hints of a statement. */
    public static OptimizerHints of(Statement statement) {
        return of(StatementComments.of(statement));
    }

    /** The hints among comments, each as it is written, with its signs. */
    public static OptimizerHints of(List<String> comments) {
        return comments.stream().filter(OptimizerHints::isHint).findFirst().map(OptimizerHints::read).orElse(NONE);
    }

    static boolean isHint(String comment) {
        return comment.startsWith(BEGINNING);
    }

    private static OptimizerHints read(String comment) {
        List<Hint> hints = new ArrayList<>();
        String text = comment.substring(BEGINNING.length(), comment.length() - "*/".length());
        int start = 0;
        int end = endOfHint(text, start);
        while (end > 0) {
            int open = text.indexOf('(', start);
            hints.add(new Hint(text.substring(start, open).strip(), text.substring(open + 1, end)));
            start = end + 1;
            end = endOfHint(text, start);
        }
        return new OptimizerHints(hints);
    }

    /** The offset of the parenthesis that closes the hint which begins at {@code start}, or -1 when none does. */
    private static int endOfHint(String text, int start) {
        int open = text.indexOf('(', start);
        boolean isNamed = open > 0 && text.substring(start, open).strip().matches("\\w+");
        int at = isNamed ? open + 1 : text.length();
        while (at < text.length() && text.charAt(at) != ')') {
            char c = text.charAt(at);
            at = c == '\'' || c == '"' || c == '`' ? afterQuoted(text, at) : at + 1;
        }
        return at < text.length() ? at : -1;
    }

    private static int afterQuoted(String text, int start) {
        int end = text.indexOf(text.charAt(start), start + 1);
        return end < 0 ? text.length() : end + 1;
    }

    /** What {@code SET_VAR} sets: values as they are written, by the name of the variable in lower case. */
    public Map<String, String> variables() {
        Map<String, String> variables = new LinkedHashMap<>();
        hints.stream().filter(Hint::isSetVar).forEach(hint -> variables.putIfAbsent(hint.variable(), hint.value()));
        return variables;
    }

    /** The {@code foreign_key_checks} that the statement runs with; null when it does not say, or says it wrongly. */
    public @Nullable Boolean foreignKeyChecks() {
        return switch (variables().getOrDefault("foreign_key_checks", "").toLowerCase(Locale.ROOT)) {
            case "on", "1" -> Boolean.TRUE;
            case "off", "0" -> Boolean.FALSE;
            default -> null;
        };
    }

    /** These hints with {@code variable}, whose name is in lower case, set to {@code value}. */
    OptimizerHints withVariable(String variable, String value) {
        Hint hint = new Hint(SET_VAR, variable + "=" + value);
        List<Hint> changed = new ArrayList<>(hints);
        changed.replaceAll(old -> old.sets(variable) ? hint : old);
        if (!changed.contains(hint)) {
            changed.add(hint);
        }
        return new OptimizerHints(changed);
    }

    /** The comment that says these hints. */
    String comment() {
        return hints.stream().map(Hint::sql).collect(Collectors.joining(" ", BEGINNING + " ", " */"));
    }
}
