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
        super(ErrorCode.SR02001, ErrorCode.SR02001.message(list(findings)));
        this.findings = List.copyOf(findings);
    }

    /** One finding follows on the line; several have a line each. */
    private static String list(List<Finding> findings) {
        String start = findings.size() == 1 ? "" : "\n  ";
        return findings.stream().map(Finding::toString).collect(Collectors.joining("\n  ", start, ""));
    }

    /** What is wrong, in the order of the text; at least one. */
    public List<Finding> findings() {
        return findings;
    }
}
