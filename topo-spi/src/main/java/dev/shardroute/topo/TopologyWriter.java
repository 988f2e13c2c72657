package dev.shardroute.topo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardroute.key.TabletType;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Writes the JSON of {@link TopologyJson}. */
record TopologyWriter(TopologySnapshot snapshot) {
    ObjectNode write() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        writeCells(json);
        ObjectNode keyspaces = json.putObject("keyspaces");
        for (String name : snapshot.keyspaces()) {
            writeShards(keyspaces.putObject(name), snapshot.shards(name));
        }
        if (!snapshot.tablets().isEmpty()) {
            ArrayNode tablets = json.putArray("tablets");
            snapshot.tablets().forEach(tablet -> writeTablet(tablets.addObject(), tablet));
        }
        snapshot.vschema().ifPresent(vschema -> json.set("vschema", TopologyJson.tree(vschema)));
        return json;
    }

    private void writeCells(ObjectNode json) {
        Cells cells = snapshot.cells();
        if (!cells.names().isEmpty()) {
            addAll(json.putArray("cells"), cells.names().stream());
        }
        if (!cells.aliases().isEmpty()) {
            ObjectNode aliases = json.putObject("cell_aliases");
            for (Map.Entry<String, Set<String>> alias : cells.aliases().entrySet()) {
                addAll(aliases.putArray(alias.getKey()), alias.getValue().stream());
            }
        }
    }

    private static void writeShards(ObjectNode json, Map<TabletType, KeyspaceShards> byType) {
        long serving = Stream.of(TabletType.values()).filter(TabletType::isServing).count();
        if (byType.size() == serving && new HashSet<>(byType.values()).size() == 1) {
            addAll(json.putArray("shards"), names(byType.values().iterator().next()));
            return;
        }
        ObjectNode types = json.putObject("shards");
        byType.forEach((type, shards) -> addAll(types.putArray(type.toString()), names(shards)));
    }

    private static Stream<String> names(KeyspaceShards shards) {
        return shards.all().stream().map(shard -> shard.name().name());
    }

    private void writeTablet(ObjectNode json, Tablet tablet) {
        json.put("alias", tablet.alias().toString());
        json.put("type", tablet.type().toString());
        json.put("keyspace", tablet.shard().keyspace());
        json.put("shard", tablet.shard().name().name());
        if (!tablet.host().isEmpty()) {
            json.put("host", tablet.host());
        }
        if (!tablet.ports().isEmpty()) {
            ObjectNode ports = json.putObject("ports");
            new TreeMap<>(tablet.ports()).forEach(ports::put);
        }
        if (!tablet.tags().isEmpty()) {
            ObjectNode tags = json.putObject("tags");
            new TreeMap<>(tablet.tags()).forEach(tags::put);
        }
        snapshot.health(tablet.alias()).ifPresent(health -> writeHealth(json.putObject("health"), health));
    }

    private static void writeHealth(ObjectNode json, TabletHealth health) {
        json.put("serving", health.serving());
        json.put("lag_seconds", health.lagSeconds());
        health.termStart().ifPresent(start -> json.put("term_start", start.toString()));
    }

    private static void addAll(ArrayNode array, Stream<String> texts) {
        texts.forEach(array::add);
    }
}
