package dev.shardroute.planner.semantics;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.sql.ast.NamedWindow;
import dev.shardroute.sql.ast.Window;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The names of the windows of a query, in lower case. */
record WindowNames(Set<String> names) {
    /** No windows. */
    static final WindowNames NONE = new WindowNames(Set.of());

    /** Copies the set. */
    WindowNames {
        names = Set.copyOf(names);
    }

    /** Those of a query. */
    static WindowNames of(List<NamedWindow> windows) {
        return new WindowNames(
                windows.stream().map(window -> window.name().toLowerCase(Locale.ROOT)).collect(Collectors.toSet()));
    }

    /** A window may only name one of these. */
    void check(Window window) {
        switch (window) {
            case Window.Reference(var name) -> check(name);
            case Window.Specification specification -> check(specification.base());
        }
    }

    private void check(@Nullable String name) {
        if (name != null && !names.contains(name.toLowerCase(Locale.ROOT))) {
            throw ErrorCode.VT03025.error(name);
        }
    }
}
