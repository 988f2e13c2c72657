package dev.shardroute.cli.vschema;

import dev.shardroute.vschema.Finding;
import dev.shardroute.vschema.Finding.Severity;
import java.nio.file.Path;
import java.util.List;

/** Something that is wrong with a file. */
record FileFinding(Path file, Finding finding) {
    static List<FileFinding> all(Path file, List<Finding> findings) {
        return findings.stream().map(finding -> new FileFinding(file, finding)).toList();
    }

    boolean isWarning() {
        return finding.severity() == Severity.WARNING;
    }

    /** The line that says it. */
    @Override
    public String toString() {
        return file + ": " + (isWarning() ? "warning: " : "") + finding;
    }
}
