package dev.shardroute.vindex;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import dev.shardroute.key.Destination;
import dev.shardroute.key.KeyspaceId;
import dev.shardroute.type.Value;
import java.util.List;

/** A vindex of a type that is known by its traits only: it can be planned with, and refuses to map a value. */
sealed interface DeclaredVindex extends Vindex {
    /** The refusal. */
    default ShardrouteException unsupported() {
        return ErrorCode.VT12001.error("mapping by a vindex of type " + type() + " (vindex " + name() + ")");
    }

    /** One of a single column. */
    record SingleColumn(String name, VindexTraits traits) implements DeclaredVindex, SingleColumnVindex {
        @Override
        public Destination map(Value value) {
            throw unsupported();
        }

        @Override
        public boolean verify(Value value, KeyspaceId id) {
            throw unsupported();
        }
    }

    /** One of several columns. */
    record MultiColumn(String name, VindexTraits traits) implements DeclaredVindex, MultiColumnVindex {
        @Override
        public Destination map(List<Value> values) {
            throw unsupported();
        }

        @Override
        public boolean verify(List<Value> values, KeyspaceId id) {
            throw unsupported();
        }
    }

    /** One that keeps a table. */
    record Lookups(String name, VindexTraits traits, LookupTable lookup) implements DeclaredVindex, Lookup {}
}
