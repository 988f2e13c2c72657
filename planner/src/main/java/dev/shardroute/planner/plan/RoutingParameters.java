package dev.shardroute.planner.plan;

import dev.shardroute.key.Destination;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.vindex.Vindex;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How a statement finds its shards.
 *
 * @param opcode       the way
 * @param keyspace     the keyspace; with {@link Opcode#DBA} and {@link Opcode#NONE} the one to take where nothing names another
 * @param vindex       the vindex that maps the values, where the opcode uses one
 * @param values       the values it maps: one for each column of the vindex, or of the first few with {@link
 *                     Opcode#SUB_SHARD}; with {@link Opcode#BETWEEN} one that is the list of the two bounds
 * @param destination  the shards that the user has chosen, with {@link Opcode#BY_DESTINATION}; empty also there where another
 *                     step tells them
 * @param systemTables what names the keyspace, with {@link Opcode#DBA}
 */
public record RoutingParameters(Opcode opcode, KeyspaceRef keyspace, Optional<Vindex> vindex, List<ValueExpr> values,
        Optional<Destination> destination, SystemTables systemTables) {
    /** The list variable that stands for each shard's part of an IN list. */
    public static final String LIST_VARIABLE = "__vals";

    /**
     * The list variable that stands for each shard's part of the IN list of one column of a vindex of several columns.
     *
     * @param column the place of the column among those of the vindex, from 0 on
     */
    public static String listVariable(int column) {
        return LIST_VARIABLE + column;
    }

    /** Copies the list. */
    public RoutingParameters {
        values = List.copyOf(values);
    }

    /** Parameters that a vindex decides. */
    public RoutingParameters(Opcode opcode, KeyspaceRef keyspace, Optional<Vindex> vindex, List<ValueExpr> values) {
        this(opcode, keyspace, vindex, values, Optional.empty(), SystemTables.NONE);
    }

    /** Parameters of an opcode that needs no vindex. */
    public static RoutingParameters of(Opcode opcode, KeyspaceRef keyspace) {
        return new RoutingParameters(opcode, keyspace, Optional.empty(), List.of());
    }

    /** Parameters of shards that the user has chosen. */
    public static RoutingParameters to(Destination destination, KeyspaceRef keyspace) {
        return new RoutingParameters(Opcode.BY_DESTINATION, keyspace, Optional.empty(), List.of(),
                Optional.of(destination), SystemTables.NONE);
    }

    /** Parameters of a query of system tables. */
    public static RoutingParameters of(SystemTables tables, KeyspaceRef keyspace) {
        return new RoutingParameters(Opcode.DBA, keyspace, Optional.empty(), List.of(), Optional.empty(), tables);
    }

    /**
     * What the predicates of a query of system tables name. The query has variables in their place: for the schemas
     * {@link #SCHEMA_VARIABLE}, for the tables those that are given here, so that they can be renamed by routing rules.
     *
     * @param schemas the names of schemas; no column is in them
     * @param tables  the names of tables, by variable; no column is in them
     */
    public record SystemTables(List<Expression> schemas, Map<String, Expression> tables) {
        /** The variable for the name of the schema. */
        public static final String SCHEMA_VARIABLE = "__vtschemaname";
        /** Nothing is named. */
        public static final SystemTables NONE = new SystemTables(List.of(), Map.of());

        /** Copies the collections. */
        public SystemTables {
            schemas = List.copyOf(schemas);
            tables = Collections.unmodifiableMap(new TreeMap<>(tables));
        }
    }
}
