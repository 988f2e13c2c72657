package dev.shardroute.vschema;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.type.Type;
import dev.shardroute.vindex.Capability;
import java.util.Comparator;
import java.util.Optional;

/** Which vindex is best for what is no statement: for copying rows, for resharding, and for a new table. */
public final class VindexChoice {
    /** The most that a vindex may cost that says where rows are when a keyspace is resharded. */
    private static final int CHEAP = 1;

    private VindexChoice() {}

    /**
     * The cheapest unique vindex of a table that computes keyspace ids without asking anybody; of equal ones the first.
     *
     * @throws dev.shardroute.error.ShardrouteException {@code VT09001} when the table has no vindex, {@code SR02009} when it
     *         has none of this kind
     */
    public static ColumnVindex forKeyspaceIds(Table table) {
        table.primaryVindex();
        return table.columnVindexes().stream()
                .filter(use -> use.unique() && !use.vindex().has(Capability.NEEDS_QUERIES))
                .min(Comparator.comparingInt(ColumnVindex::cost))
                .orElseThrow(() -> ErrorCode.SR02009.error(table.name(), "computes keyspace ids without queries"));
    }

    /**
     * The cheapest unique vindex of one column, of equal ones the first: by it a keyspace is resharded.
     *
     * @throws dev.shardroute.error.ShardrouteException {@code VT09001} when the table has no vindex, {@code SR02009} when
     *         none is cheap
     */
    public static ColumnVindex forSharding(Table table) {
        ColumnVindex primary = table.primaryVindex();
        ColumnVindex best = table.columnVindexes().stream()
                .filter(use -> use.unique() && !use.vindex().has(Capability.MULTI_COLUMN))
                .filter(use -> use.cost() < primary.cost())
                .min(Comparator.comparingInt(ColumnVindex::cost)).orElse(primary);
        if (best.cost() > CHEAP || !best.unique()) {
            throw ErrorCode.SR02009.error(table.name(), "is unique and costs no more than " + CHEAP);
        }
        return best;
    }

    /** The type of vindex for a column of this type, or empty when no vindex should be on it. */
    public static Optional<String> typeFor(Type type) {
        return switch (type) {
            case BLOB, VARBINARY, BINARY -> Optional.of("xxhash");
            case TEXT, VARCHAR, CHAR -> Optional.of("unicode_loose_xxhash");
            default -> type.isIntegral() ? Optional.of("xxhash") : Optional.empty();
        };
    }
}
