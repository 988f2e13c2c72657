package dev.shardroute.vschema;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import java.util.List;
import java.util.stream.Collectors;

/** {@code SR02001}: a VSchema that is not valid, with everything that was found wrong. */
public final class VSchemaException extends ShardrouteException {
    private static final long serialVersionUID = 1L;

    private final transient List<Finding> findings;

    VSchemaException(List<Finding> findings) {
        super(ErrorCode.SR02001, message(findings));
        this.findings = List.copyOf(findings);
    }

    /** One finding follows on the line; several have a line each. */
    static String message(List<Finding> findings) {
        String start = findings.size() == 1 ? "" : "\n  ";
        return ErrorCode.SR02001.message(
                findings.stream().map(Finding::toString).collect(Collectors.joining("\n  ", start, "")));
    }

    /** Throws when there is an error among the findings. */
    static void throwIfInvalid(List<Finding> findings) {
        List<Finding> errors = findings.stream().filter(Finding::isError).toList();
        if (!errors.isEmpty()) {
            throw new VSchemaException(errors);
        }
    }

    /** What is wrong, at least one thing, in the order of {@link VSchema#findings}. */
    public List<Finding> findings() {
        return findings;
    }
}
