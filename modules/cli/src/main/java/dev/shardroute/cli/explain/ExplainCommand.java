package dev.shardroute.cli.explain;

import dev.shardroute.cli.InputException;
import dev.shardroute.cli.InputFiles;
import dev.shardroute.cli.OutputFormat;
import dev.shardroute.cli.SqlSource;
import dev.shardroute.cli.route.BindOption;
import dev.shardroute.cli.route.ShardsOption;
import dev.shardroute.planner.PlanningContext;
import dev.shardroute.vschema.VSchema;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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
    @Mixin
    private SqlSource source = new SqlSource();

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
    private OutputFormat format = OutputFormat.text;

    @Option(names = "--trace", description = "Print how the plan came about, rule by rule.")
    private boolean trace;

    @Override
    public Integer call() {
        VSchema vschema = InputFiles.vschema(vschemaFile);
        Explainer explainer = Explainer.of(vschema, context(vschema),
                Optional.ofNullable(shards).map(text -> ShardsOption.parse(text, vschema)), BindOption.parse(binds));
        return source.print((sql, several) -> format == OutputFormat.json
                ? ExplanationJson.print(explainer.explain(sql), trace)
                : ExplanationText.print(explainer.explain(sql), several, trace));
    }

    private PlanningContext context(VSchema vschema) {
        if (keyspace != null && !vschema.keyspaces().containsKey(keyspace)) {
            throw new InputException("--keyspace", "the VSchema has no keyspace '" + keyspace + "'");
        }
        return keyspace == null ? PlanningContext.DEFAULT : PlanningContext.of(keyspace);
    }
}
