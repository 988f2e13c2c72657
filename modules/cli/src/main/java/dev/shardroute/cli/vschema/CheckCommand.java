package dev.shardroute.cli.vschema;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code shardroute vschema check}. */
@Command(
        name = "check",
        description = "Prints everything that is wrong with VSchemas.",
        footer = {
            "",
            "A VSchema is of all keyspaces ({\"keyspaces\": …}) or of one, whose name then is",
            "that of the file without its extensions. A line is FILE: JSON path: what is wrong.",
            "",
            "A FILE that ends in .sql has table definitions, which are added to the VSchemas. Names",
            "in it without a keyspace are in the one that the file is named after, or else in the",
            "only one that a VSchema has.",
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
            description = "A file of table definitions, whatever its name ends in, and the keyspace of names without one.")
    private List<String> schemas = new ArrayList<>();

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "VSchemas as JSON, and table definitions as SQL.")
    private List<Path> files = new ArrayList<>();

    private CheckCommand() {}

    @Override
    public Integer call() {
        CommandSpec command = Objects.requireNonNull(spec, "picocli sets it");
        List<VSchemaFile> vschemas = files.stream().filter(file -> !isSql(file))
                .map(file -> VSchemaFile.read(file, lenient)).toList();
        if (vschemas.isEmpty()) {
            throw new ParameterException(command.commandLine(), "a FILE with a VSchema is needed");
        }
        List<FileFinding> findings = check(vschemas);
        PrintWriter out = command.commandLine().getOut();
        findings.forEach(out::println);
        out.flush();
        return findings.stream().allMatch(FileFinding::isWarning) ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private static boolean isSql(Path file) {
        return file.toString().endsWith(".sql");
    }

    private List<FileFinding> check(List<VSchemaFile> vschemas) {
        Set<String> keyspaces =
                vschemas.stream().flatMap(file -> file.keyspaces().stream()).collect(Collectors.toSet());
        List<DefinitionFile> definitions = Stream.concat(
                schemas.stream().map(DefinitionFile::read),
                files.stream().filter(CheckCommand::isSql).map(DefinitionFile::read))
                .map(definition -> definition.amongst(keyspaces)).toList();
        return vschemas.stream()
                .flatMap(file -> file.check(definitions.stream()
                        .filter(definition -> isFor(file, definition, keyspaces)).toList()).stream())
                .distinct().toList();
    }

    /** A keyspace that one VSchema does not have is another's; one that none has is wrong everywhere. */
    private static boolean isFor(VSchemaFile file, DefinitionFile definition, Set<String> keyspaces) {
        return definition.keyspace()
                .filter(name -> keyspaces.contains(name) && !file.keyspaces().contains(name)).isEmpty();
    }
}
