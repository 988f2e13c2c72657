package dev.shardroute.topo;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import dev.shardroute.key.KeyRange;
import dev.shardroute.key.KeyspaceId;
import dev.shardroute.key.ShardName;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Whether the shards of a keyspace cover the key space, each part once. */
final class Coverage {
    private static final Comparator<ShardName> ORDER =
            Comparator.comparing((ShardName name) -> start(name)).thenComparing(ShardName::name);

    private Coverage() {}

    /** The names in the order of their ranges, when there are either no ranges, or only ranges without overlap. */
    static List<ShardName> ordered(String keyspace, Collection<ShardName> names) {
        List<ShardName> ordered = names.stream().sorted(ORDER).toList();
        Optional<ShardName> plain = names.stream().filter(name -> name.keyRange().isEmpty()).findFirst();
        Optional<ShardName> ranged = names.stream().filter(name -> name.keyRange().isPresent()).findFirst();
        if (plain.isPresent() && ranged.isPresent()) {
            throw wrong(keyspace, "'" + plain.get() + "' has no key range, and '" + ranged.get() + "' has one");
        }
        for (int i = 1; i < ordered.size(); i++) {
            ShardName left = ordered.get(i - 1);
            ShardName right = ordered.get(i);
            if (plain.isPresent() ? left.equals(right) : range(left).intersects(range(right))) {
                throw wrong(keyspace, left + " and " + right + " overlap");
            }
        }
        return ordered;
    }

    /** The first part of the key space that names which are {@link #ordered} leave out; names without ranges leave none. */
    static Optional<String> gap(List<ShardName> ordered) {
        if (ordered.getFirst().keyRange().isEmpty()) {
            return Optional.empty();
        }
        KeyspaceId covered = KeyspaceId.EMPTY;
        for (ShardName name : ordered) {
            if (!covered.equals(start(name))) {
                return Optional.of(covered + "-" + start(name));
            }
            covered = range(name).end();
        }
        return covered.length() > 0 ? Optional.of(covered + "-") : Optional.empty();
    }

    private static KeyspaceId start(ShardName name) {
        return range(name).start();
    }

    /** The range of the name; the whole key space when it says none. */
    static KeyRange range(ShardName name) {
        return name.keyRange().orElse(KeyRange.FULL);
    }

    /** The error; {@code keyspace} is in quotes. */
    static ShardrouteException wrong(String keyspace, String what) {
        return ErrorCode.SR03002.error(keyspace, what);
    }
}
