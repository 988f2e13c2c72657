package dev.shardroute.topo;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.key.KeyRange;
import dev.shardroute.key.TabletAlias;
import dev.shardroute.key.TabletType;
import java.util.Map;
import java.util.Optional;

/**
 * A tablet: a MySQL server and what looks after it. Immutable.
 *
 * @param alias what it is called
 * @param type  what it is used for
 * @param shard the shard whose rows it has; the shard need not serve
 * @param host  where it is
 * @param ports its ports by name, such as {@code grpc} and {@code mysql}
 * @param tags  what else is said of it
 */
public record Tablet(TabletAlias alias, TabletType type, Shard shard, String host, Map<String, Integer> ports,
        Map<String, String> tags) {
    private static final int MAX_PORT = 65535;

    /**
     * Copies the maps and checks the ports.
     *
     * @throws dev.shardroute.error.ShardrouteException {@code SR03009} for a port out of bounds
     */
    public Tablet {
        ports = Map.copyOf(ports);
        tags = Map.copyOf(tags);
        ports.forEach((name, port) -> {
            if (port < 1 || port > MAX_PORT) {
                throw ErrorCode.SR03009.error("tablet " + alias + ": the port '" + name + "' cannot be " + port);
            }
        });
    }

    /** The part of the key space that its rows are of, when its shard has a key range. */
    public Optional<KeyRange> keyRange() {
        return shard.name().keyRange();
    }

    /** The port of this name, when there is one. */
    public Optional<Integer> port(String name) {
        return Optional.ofNullable(ports.get(name));
    }

    /** The same tablet used for something else. */
    public Tablet withType(TabletType other) {
        return new Tablet(alias, other, shard, host, ports, tags);
    }
}
