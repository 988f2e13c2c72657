package dev.shardroute.cli.explain;

import dev.shardroute.cli.InputException;
import dev.shardroute.cli.InputFiles;
import dev.shardroute.cli.SqlScript;
import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import dev.shardroute.planner.PlanningContext;
import dev.shardroute.vschema.VSchema;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code shardroute explain}. */
@Command(
        name = "explain",
        description = "Prints the plan of SQL statements and, with --shards, what each shard would be sent.",
        footer = {
            "",
            "Values of --bind are written as in SQL: 42, -1.5, 1e3, 'text', x'8a1e',",
            "null, true, and (1, 2, 3) for a list variable such as ::ids. The",
            "variables of question marks are v1, v2, ...",
            "",
            "Each statement of a file ends in ';'. The exit code is 1 when a statement",
            "has no plan, and 2 when an option or a file is wrong."
        })
public final class ExplainCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--vschema", required = true, paramLabel = "FILE", description = "The VSchema, as JSON.")
    private Path vschemaFile = Path.of("");

    @Option(names = "--shards", paramLabel = "SHARDS",
            description = "The shards of each keyspace: 'ks1=-80,80-;ks2=0', or a number of even shards for every "
                    + "sharded keyspace.")
    private @Nullable String shards;

    @Option(names = "--keyspace", paramLabel = "NAME", description = "The keyspace of the session.")
    private @Nullable String keyspace;

    @Option(names = "--bind", paramLabel = "NAME=VALUE", description = "The value of a bind variable; may be repeated.")
    private List<String> binds = List.of();

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text",
            description = "${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}.")
    private Format format = Format.text;

    @Option(names = "--trace", description = "Print how the plan came about, rule by rule.")
    private boolean trace;

    @Option(names = "--file", paramLabel = "FILE", description = "Read the statements from a file.")
    private @Nullable Path file;

    @Parameters(arity = "0..1", paramLabel = "SQL", description = "The statement, or - for standard input.")
    private @Nullable String sql;

    /** How explanations are printed; the names are what the user types. */
    enum Format {
        text, json
    }

    @Override
    public Integer call() {
        VSchema vschema = InputFiles.vschema(vschemaFile);
        Explainer explainer = Explainer.of(vschema, context(vschema),
                Optional.ofNullable(shards).map(text -> ShardsOption.parse(text, vschema)), BindOption.parse(binds));
        List<SqlScript.Statement> statements = SqlScript.statements(source());
        if (statements.isEmpty()) {
            throw ErrorCode.SR01004.error();
        }
        boolean several = statements.size() > 1;
        int failed = 0;
        for (SqlScript.Statement statement : statements) {
            failed += explain(explainer, statement, several) ? 0 : 1;
        }
        return failed == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    /** One statement that cannot be planned does not keep the others from being explained. */
    private boolean explain(Explainer explainer, SqlScript.Statement statement, boolean several) {
        try {
            Explanation explanation = explainer.explain(statement.sql());
            out(format == Format.json
                    ? ExplanationJson.print(explanation, trace)
                    : ExplanationText.print(explanation, several, trace));
            return true;
        } catch (ShardrouteException e) {
            if (!several) {
                throw e;
            }
            command().getErr().println("shardroute: line " + statement.line() + ": " + e.getMessage());
            return false;
        }
    }

    private void out(String text) {
        command().getOut().print(text);
        command().getOut().flush();
    }

    private PlanningContext context(VSchema vschema) {
        if (keyspace != null && !vschema.keyspaces().containsKey(keyspace)) {
            throw new InputException("--keyspace", "the VSchema has no keyspace '" + keyspace + "'");
        }
        return keyspace == null ? PlanningContext.DEFAULT : PlanningContext.of(keyspace);
    }

    private String source() {
        if ((sql == null) == (file == null)) {
            throw new ParameterException(command(), "give either SQL, or - or --file FILE");
        }
        return file != null ? InputFiles.text(file)
                : "-".equals(sql) ? InputFiles.standardInput() : String.valueOf(sql);
    }

    private CommandLine command() {
        return Objects.requireNonNull(spec, "picocli sets it").commandLine();
    }
}
