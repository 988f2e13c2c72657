package dev.shardroute.sql.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code ALTER VSCHEMA …}: a change of the map. */
public sealed interface AlterVschema extends VitessStatement {
    /** {@code CREATE VINDEX name [USING type] [WITH params]}. */
    record CreateVindex(TableName name, VindexDefinition definition) implements AlterVschema {}

    /** {@code DROP VINDEX name}. */
    record DropVindex(TableName name) implements AlterVschema {}

    /** {@code ADD TABLE table}. */
    record AddTable(TableName table) implements AlterVschema {}

    /** {@code DROP TABLE table}. */
    record DropTable(TableName table) implements AlterVschema {}

    /** {@code ON table ADD VINDEX name (columns) [USING type] [WITH params]}. */
    record AddColumnVindex(TableName table, String vindex, List<String> columns, VindexDefinition definition)
            implements AlterVschema {
        /** Copies the list. */
        public AddColumnVindex {
            columns = List.copyOf(columns);
        }
    }

    /** {@code ON table DROP VINDEX name}. */
    record DropColumnVindex(TableName table, String vindex) implements AlterVschema {}

    /** {@code ADD SEQUENCE table}. */
    record AddSequence(TableName sequence) implements AlterVschema {}

    /** {@code DROP SEQUENCE table}. */
    record DropSequence(TableName sequence) implements AlterVschema {}

    /** {@code ON table ADD AUTO_INCREMENT column USING sequence}. */
    record AddAutoIncrement(TableName table, String column, TableName sequence) implements AlterVschema {}

    /** {@code ON table DROP AUTO_INCREMENT}. */
    record DropAutoIncrement(TableName table) implements AlterVschema {}

    /** A vindex's type, null where the statement names none, and its parameters. */
    record VindexDefinition(@Nullable String type, List<Parameter> parameters) {
        /** Copies the list. */
        public VindexDefinition {
            parameters = List.copyOf(parameters);
        }
    }

    /** {@code name=value}; {@code quoted} is true for a value that is written as a string. */
    record Parameter(String name, String value, boolean quoted) {}
}
