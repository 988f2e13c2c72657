package dev.shardroute.cli.verify;

import dev.shardroute.cli.InputException;
import dev.shardroute.cli.InputFiles;
import dev.shardroute.cli.Json;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code shardroute verify}. */
@Command(
        name = "verify",
        description = "Plans the statements of case files and compares the plans with those that are expected.",
        footer = {
            "",
            "A case file is an array of {\"comment\", \"query\", \"plan\"}; a plan that is a",
            "string says that the statement must be refused, with that code when it begins",
            "with one. The file of contexts is {\"contexts\": {name: {\"vschema\": file,",
            "\"defaultKeyspace\": name, ...}}, \"files\": {case file: context}}, with the",
            "VSchemas in the folder 'vschemas' beside it.",
            "",
            "Counted as 'beyond' are statements that were expected to be unsupported and",
            "have a plan, and cases of Vitess's own data whose plans are others on purpose:",
            "--show and --report tell why.",
            "",
            "The exit code is 1 when a case differs or planning crashed, and 2 when a file",
            "or an option is wrong."
        })
public final class VerifyCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--contexts", required = true, paramLabel = "FILE",
            description = "How to plan which file, as JSON.")
    private Path contextsFile = Path.of("");

    @Option(names = "--report", paramLabel = "FILE", description = "Write the outcome of every case, as JSON.")
    private @Nullable Path reportFile;

    @Option(names = "--show", paramLabel = "N", description = "Print the first N cases that differ, with both plans.")
    private int show;

    @Option(names = "--only", paramLabel = "TEXT",
            description = "Take only the cases with this text in the query or the comment.")
    private String only = "";

    @Option(names = "--update",
            description = "Write FILE.new beside each case file: the whole file, with the plans that were made.")
    private boolean update;

    @Parameters(arity = "1..*", paramLabel = "CASES", description = "The case files, as JSON, or folders of them.")
    private List<Path> caseFiles = List.of();

    @Override
    public Integer call() {
        Report report = new Report(run(Contexts.read(contextsFile)));
        PrintWriter out = Objects.requireNonNull(spec, "picocli sets it").commandLine().getOut();
        report.files().forEach(file -> print(out, file));
        out.print(report.table());
        out.flush();
        write(report);
        return report.total().isGood() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private List<FileResult> run(Contexts contexts) {
        Deviations deviations = Deviations.ofVitess();
        Set<String> names = new HashSet<>();
        List<FileResult> results = new ArrayList<>();
        for (Path path : InputFiles.withFolders(caseFiles, ".json")) {
            CaseFile file = CaseFile.read(path).only(only);
            if (!names.add(file.name())) {
                throw new InputException(path.toString(), "there is another file of the same name");
            }
            results.add(CaseRunner.run(file, contexts.setup(file.name()), deviations));
        }
        return results;
    }

    /** A crash is always worth a line. */
    private void print(PrintWriter out, FileResult file) {
        for (CaseResult result : file.results()) {
            if (result.outcome() == Outcome.CRASHED || (result.outcome() != Outcome.IDENTICAL && show-- > 0)) {
                out.print(result.describe(file.file().name()));
            }
        }
    }

    private void write(Report report) {
        if (reportFile != null) {
            InputFiles.write(reportFile, Json.print(report.toJson()));
        }
        if (update) {
            for (FileResult file : report.files()) {
                InputFiles.write(file.file().path().resolveSibling(file.file().name() + ".new"), file.updated());
            }
        }
    }
}
