package dev.shardroute.planner.routing;

import dev.shardroute.planner.operator.Routing.VindexOption;
import dev.shardroute.planner.plan.Opcode;
import dev.shardroute.planner.plan.ValueExpr;
import dev.shardroute.type.Type;
import dev.shardroute.vindex.Capability;
import dev.shardroute.vindex.Prefixable;
import dev.shardroute.vindex.Sequential;
import dev.shardroute.vindex.Vindex;
import dev.shardroute.vschema.ColumnVindex;
import java.util.Optional;

/** The ways in which predicates give values to vindexes. */
enum Way {
    /** {@code column = value}. */
    EQUAL,
    /** {@code column is null}; a lookup table may leave out NULL. */
    IS_NULL,
    /** {@code column in (values)}. */
    IN,
    /** {@code (column, …) in (rows)}. */
    ROWS,
    /** {@code column like 'prefix%'}. */
    LIKE,
    /** {@code column between low and high}. */
    BETWEEN;

    /** What a vindex makes of the route; empty when it is of no use. */
    Optional<Opcode> opcode(ColumnVindex vindex) {
        return switch (this) {
            case EQUAL -> Optional.of(equal(vindex));
            case IS_NULL -> vindex.vindex().has(Capability.LOOKUP) ? Optional.empty() : Optional.of(equal(vindex));
            case IN -> Optional.of(Opcode.IN);
            case ROWS -> Optional.of(Opcode.MULTI_EQUAL);
            case LIKE -> vindex.vindex() instanceof Prefixable ? Optional.of(Opcode.EQUAL) : Optional.empty();
            case BETWEEN -> vindex.vindex() instanceof Sequential ? Optional.of(Opcode.BETWEEN) : Optional.empty();
        };
    }

    private static Opcode equal(ColumnVindex vindex) {
        if (vindex.partial()) {
            return Opcode.SUB_SHARD;
        }
        return vindex.unique() ? Opcode.EQUAL_UNIQUE : Opcode.EQUAL;
    }

    /** The vindex that maps the values. */
    Vindex vindex(ColumnVindex vindex) {
        return this == LIKE && vindex.vindex() instanceof Prefixable prefixable ? prefixable.prefix() : vindex.vindex();
    }

    /** True when the rows that the predicate holds for are surely where the vindex maps the value, as far as it is known. */
    boolean isTrusted(Vindex vindex, ValueExpr value, Optional<Type> column) {
        return switch (this) {
            case EQUAL, IN, ROWS -> SearchKey.mayBeKnown(vindex, value);
            case IS_NULL, LIKE -> true;
            case BETWEEN -> Mappable.mayBeByteOrdered(value, column);
        };
    }

    /** What becomes of a vindex of several columns that gets the values of each in its own way: the dearer of the two. */
    static Opcode both(Opcode first, Opcode second) {
        boolean isList = first == Opcode.IN || second == Opcode.IN;
        if (isList && (first == Opcode.SUB_SHARD || second == Opcode.SUB_SHARD)) {
            return Opcode.IN;
        }
        return rank(first) >= rank(second) ? first : second;
    }

    /** True when the first of two options is the better one; of two that are alike it is. */
    static boolean isBetter(VindexOption first, VindexOption second) {
        int byOpcode = Integer.compare(rank(first.opcode()), rank(second.opcode()));
        if (byOpcode != 0) {
            return byOpcode < 0;
        }
        return first.unique() == second.unique() ? first.cost() <= second.cost() : first.unique();
    }

    private static int rank(Opcode opcode) {
        return switch (opcode) {
            case UNSHARDED -> 0;
            case EQUAL_UNIQUE -> 1;
            case EQUAL -> 2;
            case IN -> 3;
            case BETWEEN -> 4;
            case MULTI_EQUAL -> 5;
            case SUB_SHARD -> 6;
            case SCATTER -> 7;
            case DBA, NEXT, REFERENCE, NONE, BY_DESTINATION -> 8;
        };
    }
}
