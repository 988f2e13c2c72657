package dev.shardroute.topo;

import dev.shardroute.key.ShardName;
import dev.shardroute.key.TabletAlias;
import dev.shardroute.key.TabletType;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the JSON of {@link TopologyJson}. */
record TopologyReader(JsonPart root, TopologySnapshot.Builder builder) {
    private static final Set<String> TABLET_KEYS =
            Set.of("alias", "type", "keyspace", "shard", "host", "ports", "tags", "health");

    TopologyReader(JsonPart root) {
        this(root, TopologySnapshot.builder());
    }

    TopologySnapshot read() {
        root.object(Set.of("cells", "cell_aliases", "keyspaces", "tablets", "vschema"));
        root.member("cells").ifPresent(cells -> builder.cells(cells.texts().toArray(String[]::new)));
        root.member("cell_aliases").ifPresent(aliases -> aliases.members()
                .forEach((alias, cells) -> cells.checked(() -> builder.cellAlias(alias, cells.texts()))));
        root.needed("keyspaces").members().forEach(this::readKeyspace);
        root.member("tablets").ifPresent(tablets -> tablets.elements().forEach(this::readTablet));
        root.member("vschema").ifPresent(vschema -> {
            vschema.members();
            builder.vschema(vschema.json().toString());
        });
        return builder.build();
    }

    private void readKeyspace(String name, JsonPart keyspace) {
        JsonPart shards = keyspace.object(Set.of("shards")).needed("shards");
        if (shards.json().isArray()) {
            List<String> names = shards.texts();
            shards.checked(() -> builder.keyspace(name, names));
            return;
        }
        if (shards.members().isEmpty()) {
            throw shards.wrong("there must be shards for a type of tablets");
        }
        shards.members().forEach((type, some) -> {
            TabletType tabletType = type(type, some);
            List<String> names = some.texts();
            some.checked(() -> builder.keyspace(name, tabletType, names));
        });
    }

    private static TabletType type(String name, JsonPart place) {
        return TabletType.ofName(name).orElseThrow(() -> place.wrong("'" + name + "' is no type of tablets"));
    }

    private void readTablet(JsonPart tablet) {
        tablet.object(TABLET_KEYS);
        JsonPart aliasPart = tablet.needed("alias");
        TabletAlias alias = aliasPart.checked(() -> TabletAlias.parse(aliasPart.text()));
        JsonPart type = tablet.needed("type");
        JsonPart shard = tablet.needed("shard");
        Shard of = new Shard(tablet.needed("keyspace").text(), shard.checked(() -> ShardName.parse(shard.text())));
        Map<String, Integer> ports = new HashMap<>();
        members(tablet, "ports").forEach((name, port) -> ports.put(name, port.integer()));
        Map<String, String> tags = new HashMap<>();
        members(tablet, "tags").forEach((name, tag) -> tags.put(name, tag.text()));
        String host = tablet.member("host").map(JsonPart::text).orElse("");
        if (!builder.isFree(alias)) {
            throw aliasPart.wrong("there are two tablets " + alias);
        }
        builder.tablet(tablet.checked(() -> new Tablet(alias, type(type.text(), type), of, host, ports, tags)));
        tablet.member("health").ifPresent(health -> builder.health(alias, health(health)));
    }

    private static Map<String, JsonPart> members(JsonPart part, String name) {
        return part.member(name).map(JsonPart::members).orElse(Map.of());
    }

    private static TabletHealth health(JsonPart health) {
        health.object(Set.of("serving", "lag_seconds", "term_start"));
        int lag = health.member("lag_seconds").map(JsonPart::integer).orElse(0);
        Optional<Instant> termStart = health.member("term_start").map(TopologyReader::instant);
        return health.checked(() -> new TabletHealth(health.needed("serving").truth(), lag, termStart));
    }

    private static Instant instant(JsonPart part) {
        try {
            return Instant.parse(part.text());
        } catch (DateTimeParseException e) {
            throw part.wrong("a time such as 2026-01-02T03:04:05Z is needed");
        }
    }
}
