package dev.shardroute.cli.route;

import dev.shardroute.cli.InputException;
import dev.shardroute.error.ShardrouteException;
import dev.shardroute.key.KeyRange;
import dev.shardroute.topo.Topologies;
import dev.shardroute.topo.Topology;
import dev.shardroute.vschema.Keyspace;
import dev.shardroute.vschema.VSchema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The option {@code --shards}: {@code ks1=-80,80-;ks2=0}, or how many shards every sharded keyspace has. */
public final class ShardsOption {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,5}");
    private static final List<String> UNSHARDED = List.of("0");

    private ShardsOption() {}

    /** The topology that the option asks for. */
    public static Topology parse(String text, VSchema vschema) {
        try {
            return Topologies.fixed(NUMBER.matcher(text).matches()
                    ? even(Integer.parseInt(text), vschema)
                    : named(text, vschema));
        } catch (ShardrouteException e) {
            throw new InputException("--shards", e.getMessage());
        }
    }

    private static Map<String, List<String>> even(int count, VSchema vschema) {
        List<String> sharded = IntStream.range(0, Math.max(count, 1))
                .mapToObj(part -> KeyRange.even(part, count).toString()).toList();
        return vschema.keyspaces().values().stream()
                .collect(Collectors.toMap(Keyspace::name, keyspace -> keyspace.sharded() ? sharded : UNSHARDED));
    }

    private static Map<String, List<String>> named(String text, VSchema vschema) {
        Map<String, List<String>> shards = new LinkedHashMap<>();
        for (String part : text.split(";", -1)) {
            int equals = part.indexOf('=');
            if (equals < 0) {
                throw new InputException("--shards", "'" + part + "' is not of the form keyspace=shard,shard");
            }
            String keyspace = part.substring(0, equals).strip();
            if (!vschema.keyspaces().containsKey(keyspace)) {
                throw new InputException("--shards", "the VSchema has no keyspace '" + keyspace + "'");
            }
            List<String> names = Stream.of(part.substring(equals + 1).split(",", -1)).map(String::strip).toList();
            if (shards.put(keyspace, names) != null) {
                throw new InputException("--shards", "the keyspace '" + keyspace + "' is there twice");
            }
        }
        return shards;
    }
}
