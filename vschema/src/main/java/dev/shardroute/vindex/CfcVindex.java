package dev.shardroute.vindex;

import dev.shardroute.key.Destination;
import dev.shardroute.key.KeyspaceId;
import dev.shardroute.type.Value;

/**
 * {@code cfc}, the concatenated fixed-width composite: the bytes of the value are several components one behind the other, of
 * which all but the last have a fixed width. The keyspace id is the hashes of the components, MD5 (RFC 1321) or XXH64 with seed
 * 0 and its least significant byte first, each cut to the length of its component; without a hash it is the value. Values that
 * begin alike are so near each other, and {@code LIKE 'a%'} is routed by the components that the pattern has whole. Vitess's
 * definition; but that hashes the part of the last component that a pattern has, and so misses rows.
 *
 * @param cfc the components
 */
record CfcVindex(String name, VindexTraits traits, Cfc cfc) implements Prefixable {
    @Override
    public Destination map(Value value) {
        return new Destination.Id(id(value));
    }

    @Override
    public boolean verify(Value value, KeyspaceId id) {
        return id(value).sameBytes(id);
    }

    private KeyspaceId id(Value value) {
        return KeyspaceId.of(cfc.id(ValueBytes.of(value)));
    }

    @Override
    public SingleColumnVindex prefix() {
        int cost = cfc.offsets().isEmpty() ? 2 : cfc.offsets().size();
        return new Prefix(this, new VindexTraits(traits.type(), cost, false, traits.capabilities()));
    }

    /** For patterns. */
    private record Prefix(CfcVindex whole, VindexTraits traits) implements SingleColumnVindex {
        @Override
        public String name() {
            return whole.name;
        }

        @Override
        public Destination map(Value value) {
            LikePattern pattern = LikePattern.parse(ValueBytes.of(value));
            return PrefixRange.of(whole.cfc.prefix(pattern.prefix(), !pattern.hasWildcard()));
        }

        /** Of a value, not of a pattern. */
        @Override
        public boolean verify(Value value, KeyspaceId id) {
            return whole.verify(value, id);
        }
    }
}
