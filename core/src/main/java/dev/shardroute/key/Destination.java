package dev.shardroute.key;

import java.util.List;
import java.util.stream.Collectors;

/** Where in a keyspace something goes, before anybody asks which shards there are. Printed as Vitess prints it. */
public sealed interface Destination {
    /** One shard by name. */
    record Shard(String name) implements Destination {
        @Override
        public String toString() {
            return "DestinationShard(" + name + ")";
        }
    }

    /** Several shards by name. */
    record Shards(List<String> names) implements Destination {
        /** Copies the list. */
        public Shards {
            names = List.copyOf(names);
        }

        @Override
        public String toString() {
            return "DestinationShards(" + String.join(",", names) + ")";
        }
    }

    /** The shards that together are exactly this range; an error when there are none such. */
    record ExactKeyRange(KeyRange range) implements Destination {
        @Override
        public String toString() {
            return "DestinationExactKeyRange(" + range + ")";
        }
    }

    /** All shards that have a part of this range. */
    record Range(KeyRange range) implements Destination {
        @Override
        public String toString() {
            return "DestinationKeyRange(" + range + ")";
        }
    }

    /** The shard of one keyspace id. */
    record Id(KeyspaceId id) implements Destination {
        @Override
        public String toString() {
            return "DestinationKeyspaceID(" + id + ")";
        }
    }

    /** The shards of several keyspace ids. */
    record Ids(List<KeyspaceId> ids) implements Destination {
        /** Copies the list. */
        public Ids {
            ids = List.copyOf(ids);
        }

        @Override
        public String toString() {
            String list = ids.stream().map(KeyspaceId::toString).collect(Collectors.joining(","));
            return "DestinationKeyspaceIDs(" + list + ")";
        }
    }

    /** Any one shard. */
    record AnyShard() implements Destination {
        @Override
        public String toString() {
            return "DestinationAnyShard()";
        }
    }

    /** Every shard. */
    record AllShards() implements Destination {
        @Override
        public String toString() {
            return "DestinationAllShards()";
        }
    }

    /** No shard: what is asked for cannot exist. */
    record None() implements Destination {
        @Override
        public String toString() {
            return "DestinationNone()";
        }
    }
}
