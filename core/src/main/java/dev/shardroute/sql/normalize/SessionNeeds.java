package dev.shardroute.sql.normalize;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What a normalized statement must be told of the session before it runs: values for bind variables.
 *
 * @param functions       the session functions; each names its variable
 * @param systemVariables the system variables in lower case; the bind variable of {@code x} is {@link #variable
 *                        variable("x")}
 * @param userVariables   the user variables, in lower case, by the name of their bind variable
 */
public record SessionNeeds(Set<SessionFunction> functions, Set<String> systemVariables,
        Map<String, String> userVariables) {
    /** Nothing. */
    public static final SessionNeeds NONE = new SessionNeeds(Set.of(), Set.of(), Map.of());

    /** Copies the collections; they keep their order. */
    public SessionNeeds {
        functions = Collections.unmodifiableSet(new LinkedHashSet<>(functions));
        systemVariables = Collections.unmodifiableSet(new LinkedHashSet<>(systemVariables));
        userVariables = Collections.unmodifiableMap(new LinkedHashMap<>(userVariables));
    }

    /** The name of the bind variable for a system variable whose name is in lower case. */
    public static String variable(String systemVariable) {
        return SystemVariables.PREFIX + systemVariable;
    }

    /** True when nothing is needed. */
    public boolean isEmpty() {
        return functions.isEmpty() && systemVariables.isEmpty() && userVariables.isEmpty();
    }
}
