package dev.shardroute.sql.normalize;

import dev.shardroute.sql.ast.Expression.Column;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Gives names to new bind variables that no other variable of the statement has. For one statement. */
final class BindNames {
    private final String prefix;
    private final Set<String> used;
    /** The next number to try behind a name that is taken. */
    private final Map<String, Integer> suffixes = new HashMap<>();
    /** True while no name but those of {@link #next} can begin with the prefix, so that it need not look. */
    private final boolean ownsPrefix;
    private int count;

    /** Names that begin with {@code prefix}, and are none of {@code used}. */
    BindNames(String prefix, Set<String> used) {
        this.prefix = prefix;
        this.used = new HashSet<>(used);
        this.ownsPrefix = used.stream().noneMatch(name -> name.startsWith(prefix));
    }

    /** The prefix and the next number. */
    String next() {
        String name = prefix + ++count;
        while (!ownsPrefix && !used.add(name)) {
            name = prefix + ++count;
        }
        return name;
    }

    /** {@code col}, or {@code t_col} for {@code t.col}. */
    String forColumn(Column column) {
        String name = asVariable(column.name());
        if (column.table() != null) {
            name = asVariable(column.table().name()) + "_" + name;
        }
        return reserve(ownsPrefix && name.startsWith(prefix) ? "_" + name : name);
    }

    /** {@code name}, or when it is taken that and the first number that makes it unique. */
    String reserve(String name) {
        String free = name;
        while (!used.add(free)) {
            free = name + suffixes.merge(name, 1, Integer::sum);
        }
        return free;
    }

    /** A name with an underscore for each character that a bind variable cannot have. */
    static String asVariable(String name) {
        StringBuilder variable = new StringBuilder(name.length());
        name.codePoints().forEach(c -> {
            boolean fits = isLetter(c) || (!variable.isEmpty() && c >= '0' && c <= '9');
            variable.append(fits ? (char) c : '_');
        });
        return variable.toString();
    }

    private static boolean isLetter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$';
    }
}
