package dev.shardroute.vschema;

import dev.shardroute.sql.ast.DataType;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.TableDefinition;
import dev.shardroute.sql.ast.TableDefinition.KeyKind;
import dev.shardroute.sql.ast.TableDefinition.KeyPart;
import dev.shardroute.sql.printer.SqlPrinter;
import dev.shardroute.type.Type;
import dev.shardroute.type.Value;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the facts that the definition of a table tells, as Vitess's schema tracker does. */
final class DefinitionFacts {
    private DefinitionFacts() {}

    static TableFacts of(TableDefinition definition) {
        Optional<String> collation = tableCollation(definition);
        List<Column> columns = definition.columns().stream().map(column -> column(column, collation)).toList();
        return new TableFacts(columns, primaryKey(definition), uniqueKeys(definition), definition.foreignKeys());
    }

    private static Optional<String> tableCollation(TableDefinition definition) {
        return Optional.ofNullable(definition.collation())
                .or(() -> Optional.ofNullable(definition.charset()).filter(DefinitionFacts::isBinary));
    }

    /** The only character set that has one collation, of the same name, in every version of MySQL. */
    private static boolean isBinary(String charset) {
        return charset.equalsIgnoreCase("binary");
    }

    private static Column column(TableDefinition.Column column, Optional<String> tableCollation) {
        DataType type = column.type();
        Optional<Type> known = DefinedType.of(type);
        List<String> values = type.values().stream()
                .map(member -> SqlPrinter.print(new Expression.Literal(Value.of(member)))).toList();
        return new Column(column.name(), known, column.invisible(), Optional.ofNullable(column.defaultValue()),
                collation(type, known, tableCollation), number(type.length()), number(type.scale()),
                column.nullable(), values);
    }

    /** What is no text has the collation {@code binary}; that of a character set alone depends on the version. */
    private static Optional<String> collation(DataType type, Optional<Type> known, Optional<String> tableCollation) {
        if (type.collation() != null) {
            return Optional.of(type.collation());
        }
        if (known.isEmpty()) {
            return Optional.empty();
        }
        return switch (known.get()) {
            case TEXT, VARCHAR, CHAR, ENUM, SET ->
                    type.charset() == null ? tableCollation
                            : Optional.of(type.charset()).filter(DefinitionFacts::isBinary);
            case JSON -> Optional.of("utf8mb4_bin");
            default -> Optional.of("binary");
        };
    }

    /** 0 for none, and for one that no column can have. */
    private static int number(@Nullable String digits) {
        try {
            return digits == null ? 0 : Integer.parseInt(digits);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static List<String> primaryKey(TableDefinition definition) {
        return keys(definition, KeyKind.PRIMARY).limit(1).flatMap(key -> key.parts().stream())
                .flatMap(part -> Stream.ofNullable(part.column())).toList();
    }

    private static List<List<Expression>> uniqueKeys(TableDefinition definition) {
        return keys(definition, KeyKind.UNIQUE)
                .map(key -> key.parts().stream().flatMap(DefinitionFacts::expression).toList()).toList();
    }

    private static Stream<TableDefinition.Key> keys(TableDefinition definition, KeyKind kind) {
        return definition.keys().stream().filter(key -> key.kind() == kind);
    }

    private static Stream<Expression> expression(KeyPart part) {
        return part.column() == null
                ? Stream.ofNullable(part.expression())
                : Stream.of(new Expression.Column(null, part.column()));
    }
}
