package dev.shardroute.planner.operator;

import dev.shardroute.key.Destination;
import dev.shardroute.planner.plan.KeyspaceRef;
import dev.shardroute.planner.plan.Opcode;
import dev.shardroute.planner.plan.ValueExpr;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.vindex.Vindex;
import dev.shardroute.vschema.ColumnVindex;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is known so far of the shards that a route goes to. What predicates make of it is in the package {@code routing}. */
public sealed interface Routing {
    /** The way to the shards. */
    Opcode opcode();

    /** The keyspace, or null where any will do. */
    @Nullable KeyspaceRef keyspace();

    /** What it costs; only good for comparing. */
    default int cost() {
        return switch (opcode()) {
            case EQUAL_UNIQUE, BY_DESTINATION -> 1;
            case EQUAL, SUB_SHARD -> 5;
            case IN, BETWEEN, MULTI_EQUAL -> 10;
            case SCATTER -> 20;
            default -> 0;
        };
    }

    /** True when at most one shard is asked, whatever the values are. */
    default boolean isSingleShard() {
        return switch (opcode()) {
            case UNSHARDED, DBA, NEXT, EQUAL_UNIQUE, REFERENCE -> true;
            default -> false;
        };
    }

    /** The same of a statement that is not one of the tables of another keyspace any more. */
    default Routing withoutAlternates() {
        return this;
    }

    /** {@link #isSingleShard}, or shards that the session has chosen. */
    default boolean isSingleShardOrByDestination() {
        return isSingleShard() || opcode() == Opcode.BY_DESTINATION;
    }

    /**
     * Tables of a sharded keyspace.
     *
     * @param keyspace the keyspace
     * @param vindexes the vindexes that predicates may give values to, and what they have given
     * @param selected the best of them so far
     * @param opcode   what it makes of the route; {@code SCATTER} without any
     * @param seen     the predicates that were taken into account, in order
     */
    record Sharded(KeyspaceRef keyspace, List<VindexOptions> vindexes, Optional<VindexOption> selected, Opcode opcode,
            List<Predicate> seen) implements Routing {
        /** Copies the lists. */
        public Sharded {
            vindexes = List.copyOf(vindexes);
            seen = List.copyOf(seen);
        }

        /** The same with other ways to use vindexes. */
        public Sharded withVindexes(List<VindexOptions> other) {
            return new Sharded(keyspace, other, selected, opcode, seen);
        }

        /** The same by another way. */
        public Sharded select(VindexOption option) {
            return new Sharded(keyspace, vindexes, Optional.of(option), option.opcode(), seen);
        }

        /** The same with other predicates seen; what was made of those before stays. */
        public Sharded withSeen(List<Predicate> other) {
            return new Sharded(keyspace, vindexes, selected, opcode, other);
        }
    }

    /**
     * A vindex of one of the tables, and the ways found to use it.
     *
     * @param table   the number of the table
     * @param vindex  the vindex
     * @param options what predicates have given values to, some of its columns at least
     */
    record VindexOptions(int table, ColumnVindex vindex, List<VindexOption> options) {
        /** Copies the list. */
        public VindexOptions {
            options = List.copyOf(options);
        }
    }

    /**
     * Values for the columns of a vindex.
     *
     * @param vindex      the vindex that maps them; of a LIKE the one for patterns
     * @param values      one for each column of the vindex, in its order; null where there is none yet
     * @param expressions the expressions of the values, in the order in which they were found
     * @param predicates  the predicate of each value, in the order of the columns; null where there is none yet
     * @param opcode      what it makes of the route
     * @param cost        the cost of the vindex
     * @param unique      true when each value has at most one keyspace id
     * @param ready       true when there are values enough to use it
     */
    record VindexOption(Vindex vindex, List<@Nullable ValueExpr> values, List<Expression> expressions,
            List<@Nullable Expression> predicates, Opcode opcode, int cost, boolean unique, boolean ready) {
        /** Copies the lists. */
        public VindexOption {
            values = Collections.unmodifiableList(new ArrayList<>(values));
            expressions = List.copyOf(expressions);
            predicates = Collections.unmodifiableList(new ArrayList<>(predicates));
        }
    }

    /**
     * Tables that any one shard can answer: of an unsharded keyspace, or reference tables.
     *
     * @param keyspace   the keyspace
     * @param alternates the same tables in other keyspaces, by the name of the keyspace
     */
    record AnyShard(KeyspaceRef keyspace, Map<String, Operator.Route> alternates) implements Routing {
        /** Copies the map. */
        public AnyShard {
            alternates = Map.copyOf(alternates);
        }

        @Override
        public AnyShard withoutAlternates() {
            return alternates.isEmpty() ? this : new AnyShard(keyspace, Map.of());
        }

        @Override
        public Opcode opcode() {
            return keyspace.sharded() ? Opcode.REFERENCE : Opcode.UNSHARDED;
        }
    }

    /** No table: any shard of any keyspace can answer. */
    record Dual() implements Routing {
        @Override
        public Opcode opcode() {
            return Opcode.REFERENCE;
        }

        @Override
        public @Nullable KeyspaceRef keyspace() {
            return null;
        }
    }

    /** No rows, whatever the shards hold. */
    record None(KeyspaceRef keyspace) implements Routing {
        @Override
        public Opcode opcode() {
            return Opcode.NONE;
        }
    }

    /** The next values of a sequence. */
    record Sequence(KeyspaceRef sequences) implements Routing {
        @Override
        public Opcode opcode() {
            return Opcode.NEXT;
        }

        @Override
        public @Nullable KeyspaceRef keyspace() {
            return null;
        }
    }

    /** The shards that the session has chosen. */
    record Targeted(KeyspaceRef keyspace, Destination destination) implements Routing {
        @Override
        public Opcode opcode() {
            return Opcode.BY_DESTINATION;
        }
    }

    /**
     * Tables of a system schema: one shard of the keyspace that the predicates name, or of any.
     *
     * @param schemas expressions for the names of the schemas that are asked about
     * @param tables  expressions for the names of the tables that are asked about, by the name of their bind variable
     */
    record InfoSchema(List<Expression> schemas, Map<String, Expression> tables) implements Routing {
        /** Nothing is known yet. */
        public static final InfoSchema ANY = new InfoSchema(List.of(), Map.of());

        /** Copies the collections; tables keep their order. */
        public InfoSchema {
            schemas = List.copyOf(schemas);
            tables = Collections.unmodifiableMap(new LinkedHashMap<>(tables));
        }

        @Override
        public Opcode opcode() {
            return Opcode.DBA;
        }

        @Override
        public @Nullable KeyspaceRef keyspace() {
            return null;
        }
    }
}
