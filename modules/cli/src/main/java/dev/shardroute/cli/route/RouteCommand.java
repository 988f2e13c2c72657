package dev.shardroute.cli.route;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardroute.cli.InputException;
import dev.shardroute.cli.InputFiles;
import dev.shardroute.cli.Json;
import dev.shardroute.cli.OutputFormat;
import dev.shardroute.cli.SqlSource;
import dev.shardroute.error.ShardrouteException;
import dev.shardroute.key.TabletType;
import dev.shardroute.planner.route.Router;
import dev.shardroute.planner.route.RouterView;
import dev.shardroute.planner.route.Routing;
import dev.shardroute.planner.route.Session;
import dev.shardroute.topo.Shard;
import dev.shardroute.topo.Topologies;
import dev.shardroute.topo.Topology;
import dev.shardroute.topo.TopologyJson;
import dev.shardroute.type.Binds;
import dev.shardroute.vschema.VSchema;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code shardroute route}. */
@Command(
        name = "route",
        description = "Prints what each shard would be sent for SQL statements, or without SQL the shards of a target.",
        footer = {
            "",
            "A target is what USE takes: ks, ks:-80, ks[40-80], ks[d2fd8867d50d2dfe],",
            "each of them with @replica or the like behind it, or @replica alone.",
            "",
            "Values of --bind are written as in SQL: 42, -1.5, 1e3, 'text', x'8a1e',",
            "null, true, and (1, 2, 3) for a list variable such as ::ids. The",
            "variables of question marks are v1, v2, ...",
            "",
            "Each statement of a file ends in ';'. The exit code is 1 when a statement",
            "cannot be routed, and 2 when an option or a file is wrong."
        })
public final class RouteCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private SqlSource source = new SqlSource();

    @Option(names = "--vschema", paramLabel = "FILE",
            description = "The VSchema, as JSON; it is needed unless the topology holds one.")
    private @Nullable Path vschemaFile;

    @Option(names = "--topology", paramLabel = "FILE", description = "The shards, as the JSON of a topology.")
    private @Nullable Path topologyFile;

    @Option(names = "--shards", paramLabel = "SHARDS",
            description = "The shards of each keyspace: 'ks1=-80,80-;ks2=0', or a number of even shards for every "
                    + "sharded keyspace.")
    private @Nullable String shards;

    @Option(names = "--target", paramLabel = "TARGET", description = "What the session has chosen.")
    private String target = "";

    @Option(names = "--bind", paramLabel = "NAME=VALUE", description = "The value of a bind variable; may be repeated.")
    private List<String> binds = List.of();

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text",
            description = "${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}.")
    private OutputFormat format = OutputFormat.text;

    /** Made by picocli. */
    public RouteCommand() {}

    @Override
    public Integer call() {
        RouterView view = router().view();
        Session session = named("--target", target, view::session);
        if (source.isEmpty()) {
            print(shards(session, view.shards(session)));
            return ExitCode.OK;
        }
        Binds values = BindOption.parse(binds);
        return source.print((sql, several) -> answer(sql, several, view.route(sql, values, session)));
    }

    // what it is asked of

    private Router router() {
        if ((topologyFile == null) == (shards == null)) {
            throw new ParameterException(command(), "give either --topology or --shards");
        }
        if (topologyFile != null) {
            Topology topology = named(topologyFile.toString(), InputFiles.text(topologyFile),
                    text -> Topologies.fixed(TopologyJson.parse(text)));
            return router(vschema(topology), topology);
        }
        VSchema vschema = InputFiles.vschema(needed(vschemaFile));
        return router(vschema, ShardsOption.parse(String.valueOf(shards), vschema));
    }

    private VSchema vschema(Topology topology) {
        return vschemaFile == null && topology.snapshot().vschema().isPresent()
                ? named(String.valueOf(topologyFile), topology.snapshot().vschema().get(), VSchema::parse)
                : InputFiles.vschema(needed(vschemaFile));
    }

    private Path needed(@Nullable Path file) {
        if (file == null) {
            throw new ParameterException(command(), "give --vschema, or a --topology that holds a VSchema");
        }
        return file;
    }

    private static Router router(VSchema vschema, Topology topology) {
        return Router.builder().vschema(vschema).topology(topology).build();
    }

    /** What is made of an input; what is wrong with it is said with its name. */
    private static <T> T named(String name, String input, Function<String, T> make) {
        try {
            return make.apply(input);
        } catch (ShardrouteException e) {
            throw new InputException(name, e.getMessage());
        }
    }

    // answers

    private String answer(String sql, boolean several, Routing routing) {
        if (format == OutputFormat.json) {
            ObjectNode json = Json.object();
            RoutingJson.add(json, routing);
            return Json.print(json);
        }
        String text = RoutingText.print(routing);
        return several ? RoutingText.heading(sql) + text + "\n" : text;
    }

    private String shards(Session session, List<Shard> found) {
        TabletType type = session.target().tabletType().orElse(TabletType.PRIMARY);
        if (format == OutputFormat.text) {
            return found.stream().map(shard -> shard + " (" + type + ")\n").collect(Collectors.joining());
        }
        ObjectNode json = Json.object();
        json.put("target", session.target().toString());
        json.put("tabletType", type.name());
        ArrayNode array = json.putArray("shards");
        found.forEach(shard -> RoutingJson.add(array.addObject(), shard));
        return Json.print(json);
    }

    private void print(String text) {
        command().getOut().print(text);
        command().getOut().flush();
    }

    private CommandLine command() {
        return Objects.requireNonNull(spec, "picocli sets it").commandLine();
    }
}
