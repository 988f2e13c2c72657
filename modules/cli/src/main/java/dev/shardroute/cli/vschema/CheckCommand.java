package dev.shardroute.cli.vschema;

import dev.shardroute.cli.InputFiles;
import dev.shardroute.vschema.Finding;
import dev.shardroute.vschema.Finding.Severity;
import dev.shardroute.vschema.ReadOptions;
import dev.shardroute.vschema.SchemaFacts;
import dev.shardroute.vschema.VSchema;
import dev.shardroute.vschema.VSchemaException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code shardroute vschema check}. */
@Command(
        name = "check",
        description = "Prints everything that is wrong with VSchemas.",
        footer = {
            "",
            "A file is of all keyspaces ({\"keyspaces\": …}) or of one, whose name then is that",
            "of the file without its extensions. A line is FILE: JSON path: what is wrong.",
            "",
            "The exit code is 1 when anything is wrong, warnings apart, and 2 when an option",
            "is wrong or a file cannot be read."
        })
final class CheckCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--lenient", description = "Keys that are not known are warnings.")
    private boolean lenient;

    @Option(names = "--schema", paramLabel = "[KEYSPACE=]FILE",
            description = "A file of table definitions, which are added to each VSchema. Names in it without a keyspace are "
                    + "in KEYSPACE, or else in the only one that the VSchema has.")
    private List<String> schemas = new ArrayList<>();

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "The VSchemas, as JSON.")
    private List<Path> files = new ArrayList<>();

    private CheckCommand() {}

    @Override
    public Integer call() {
        List<DefinitionFile> definitions = schemas.stream().map(DefinitionFile::read).toList();
        List<Line> lines = files.stream().flatMap(file -> check(file, definitions).stream()).distinct().toList();
        PrintWriter out = Objects.requireNonNull(spec, "picocli sets it").commandLine().getOut();
        lines.forEach(out::println);
        out.flush();
        return lines.stream().allMatch(Line::isWarning) ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private List<Line> check(Path file, List<DefinitionFile> definitions) {
        String json = InputFiles.text(file);
        List<Line> lines = new ArrayList<>();
        try {
            VSchema vschema = VSchema.read(json, options(file));
            SchemaFacts.Builder facts = SchemaFacts.builder();
            for (DefinitionFile definition : definitions.stream().filter(one -> isFor(vschema, one)).toList()) {
                SchemaFacts told = definition.facts(onlyKeyspace(vschema));
                told.findings().forEach(finding -> lines.add(new Line(definition.file().toString(), finding)));
                facts.add(told);
            }
            VSchema whole = definitions.isEmpty() ? vschema : vschema.withFacts(facts.build());
            whole.findings().forEach(finding -> lines.add(new Line(file.toString(), finding)));
        } catch (VSchemaException e) {
            e.findings().forEach(finding -> lines.add(new Line(file.toString(), finding)));
        }
        return lines;
    }

    /** With several VSchemas a keyspace that one does not have is another's. */
    private boolean isFor(VSchema vschema, DefinitionFile definition) {
        return files.size() == 1 || definition.keyspace().isEmpty()
                || vschema.keyspaces().containsKey(definition.keyspace().get());
    }

    private ReadOptions options(Path file) {
        String name = Optional.ofNullable(file.getFileName()).map(Path::toString).orElse("");
        int dot = name.indexOf('.', 1);
        ReadOptions options = ReadOptions.DEFAULT.withKeyspace(dot < 0 ? name : name.substring(0, dot));
        return lenient ? options.withUnknownKeysAsWarnings() : options;
    }

    private static Optional<String> onlyKeyspace(VSchema vschema) {
        return vschema.keyspaces().size() == 1 ? vschema.keyspaces().keySet().stream().findFirst() : Optional.empty();
    }

    /** A finding of a file. */
    private record Line(String file, Finding finding) {
        boolean isWarning() {
            return finding.severity() == Severity.WARNING;
        }

        @Override
        public String toString() {
            return file + ": " + (isWarning() ? "warning: " : "") + finding;
        }
    }
}
