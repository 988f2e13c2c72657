package dev.shardroute.key;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Target strings, read from their end on: {@code @type|tablet}, then the shard or range, then the keyspace. */
final class TargetText {
    private static final Pattern KEYSPACE = Pattern.compile("[^@:/\\[\\]|]+");

    private TargetText() {}

    static Target parse(String text) {
        int at = text.lastIndexOf('@');
        String place = at < 0 ? text : text.substring(0, at);
        String tablets = at < 0 ? "" : text.substring(at + 1);
        if (at >= 0 && tablets.isEmpty()) {
            throw wrong(text, "a tablet type must follow '@'");
        }
        int bar = tablets.indexOf('|');
        Optional<TabletType> type = at < 0 ? Optional.empty()
                : Optional.of(type(text, bar < 0 ? tablets : tablets.substring(0, bar)));
        Optional<TabletAlias> tablet =
                bar < 0 ? Optional.empty() : Optional.of(TabletAlias.parse(tablets.substring(bar + 1)));
        return place(text, place, type, tablet);
    }

    private static TabletType type(String text, String name) {
        return TabletType.ofName(name).orElseThrow(() -> wrong(text, "'" + name + "' is no type of tablet"));
    }

    private static Target place(String text, String place, Optional<TabletType> type, Optional<TabletAlias> tablet) {
        int shard = Math.max(place.lastIndexOf(':'), place.lastIndexOf('/'));
        int bracket = place.indexOf('[');
        int end = shard >= 0 ? shard : bracket >= 0 ? bracket : place.length();
        Optional<Destination> destination = shard >= 0
                ? Optional.of(new Destination.Shard(place.substring(shard + 1)))
                : bracket >= 0 ? Optional.of(bracketed(text, place.substring(bracket + 1))) : Optional.empty();
        Optional<String> keyspace = end == 0 ? Optional.empty() : Optional.of(place.substring(0, end));
        return new Target(keyspace, destination, type, tablet);
    }

    private static Destination bracketed(String text, String rest) {
        if (!rest.endsWith("]")) {
            throw wrong(text, "it must end in ']' where the keyspace ends in '['");
        }
        String inside = rest.substring(0, rest.length() - 1);
        return inside.indexOf('-') >= 0
                ? new Destination.ExactKeyRange(KeyRange.parse(inside))
                : new Destination.Id(KeyspaceId.parse(inside));
    }

    static void check(Optional<String> keyspace, Optional<Destination> destination, Optional<TabletType> tabletType,
            Optional<TabletAlias> tablet) {
        keyspace.filter(name -> !KEYSPACE.matcher(name).matches())
                .ifPresent(name -> {
                    throw wrong(name, "no '@', ':', '/', '[', ']' or '|' may be in the name of a keyspace");
                });
        destination.ifPresent(TargetText::check);
        if (tablet.isPresent() && (destination.isEmpty() || tabletType.isEmpty())) {
            throw wrong(tablet.get().toString(), "a tablet must come with its shard and its type");
        }
    }

    private static void check(Destination destination) {
        switch (destination) {
            case Destination.Shard shard -> ShardName.parse(shard.name());
            case Destination.ExactKeyRange range -> {}
            case Destination.Id id -> {}
            case Destination.Shards other -> throw unwritten(other);
            case Destination.Range other -> throw unwritten(other);
            case Destination.Ids other -> throw unwritten(other);
            case Destination.AnyShard other -> throw unwritten(other);
            case Destination.AllShards other -> throw unwritten(other);
            case Destination.None other -> throw unwritten(other);
        }
    }

    private static ShardrouteException unwritten(Destination destination) {
        return wrong(destination.toString(), "only a shard, an exact range and a keyspace id can be chosen");
    }

    static String print(Target target) {
        StringBuilder text = new StringBuilder(target.keyspace().orElse(""));
        target.destination().ifPresent(destination -> text.append(print(destination)));
        target.tabletType().ifPresent(type -> text.append('@').append(type));
        target.tablet().ifPresent(tablet -> text.append('|').append(tablet));
        return text.toString();
    }

    private static String print(Destination destination) {
        return switch (destination) {
            case Destination.Shard shard -> ":" + shard.name();
            case Destination.ExactKeyRange exact -> "[" + exact.range() + "]";
            case Destination.Id one -> "[" + one.id() + "]";
            // no target has these
            case Destination.Shards other -> throw unwritten(other);
            case Destination.Range other -> throw unwritten(other);
            case Destination.Ids other -> throw unwritten(other);
            case Destination.AnyShard other -> throw unwritten(other);
            case Destination.AllShards other -> throw unwritten(other);
            case Destination.None other -> throw unwritten(other);
        };
    }

    private static ShardrouteException wrong(String text, String why) {
        return ErrorCode.SR03001.error(text, "target", why);
    }
}
