package dev.shardroute.vschema;

import dev.shardroute.vindex.Capability;
import dev.shardroute.vindex.Vindex;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The use of a vindex by a table. Two are equal when they use a vindex of the same name and type alike.
 *
 * @param columns the columns it maps; for a partial one, the first few of them
 * @param vindex  the vindex
 * @param owned   true when the table maintains the vindex's lookup table
 * @param cost    how dear it is to use
 * @param unique  true when values of the columns belong to at most one keyspace id
 * @param partial true when later columns of the vindex are left out, so that it gives a range of keyspace ids
 */
public record ColumnVindex(List<String> columns, Vindex vindex, boolean owned, int cost, boolean unique,
        boolean partial) {
    /** Copies the list. */
    public ColumnVindex {
        columns = List.copyOf(columns);
    }

    /** A vindex on all of its columns. */
    public static ColumnVindex of(List<String> columns, Vindex vindex, boolean owned) {
        return new ColumnVindex(columns, vindex, owned, vindex.cost(), vindex.isUnique(), false);
    }

    /** The name of the vindex. */
    public String name() {
        return vindex.name();
    }

    /** The name of its type, {@code hash} for example. */
    public String type() {
        return vindex.type();
    }

    /** This, and after it what can be done with fewer of its columns: each column less costs one more. */
    Stream<ColumnVindex> withPartials() {
        int count = vindex.has(Capability.PARTIAL) ? columns.size() : 1;
        return Stream.concat(Stream.of(this), IntStream.range(1, count).mapToObj(this::without));
    }

    private ColumnVindex without(int dropped) {
        return new ColumnVindex(columns.subList(0, columns.size() - dropped), vindex, owned, cost + dropped, false,
                true);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ColumnVindex that && columns.equals(that.columns) && name().equals(that.name())
                && type().equals(that.type()) && owned == that.owned && cost == that.cost && unique == that.unique
                && partial == that.partial;
    }

    @Override
    public int hashCode() {
        return Objects.hash(columns, name(), type(), owned, cost, unique, partial);
    }
}
