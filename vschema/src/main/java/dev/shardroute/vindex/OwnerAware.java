package dev.shardroute.vindex;

import java.util.List;

/** A vindex that must know the table that owns it. */
public interface OwnerAware extends Vindex {
    /**
     * The same vindex, owned.
     *
     * @param keyspace the owner's keyspace
     * @param table    the owner
     * @param columns  the columns of the owner that the vindex maps
     * @throws dev.shardroute.error.ShardrouteException {@code VT03029} when these are not as many as the vindex has
     */
    Vindex withOwner(String keyspace, String table, List<String> columns);
}
