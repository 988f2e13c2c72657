package dev.shardroute.vschema;

import dev.shardroute.error.ShardrouteException;
import dev.shardroute.sql.SqlParser;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.type.Type;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads one column of a table. */
final class ColumnReader {
    private ColumnReader() {}

    static Optional<Column> read(JsonPart json) {
        JsonFields fields = json.fields(KnownKeys.COLUMN);
        Optional<Type> type = fields.get("type").flatMap(ColumnReader::type);
        boolean nullable = fields.get("nullable").flatMap(JsonPart::flag).orElse(true);
        Optional<Expression> defaultValue = fields.get("default").flatMap(ColumnReader::expression);
        return fields.requiredText("name").map(name -> new Column(name, type, fields.flag("invisible"), defaultValue,
                fields.text("collation_name"), fields.integer("size"), fields.integer("scale"), nullable,
                fields.list("values", JsonPart::text)));
    }

    private static Optional<Expression> expression(JsonPart json) {
        try {
            return json.text().filter(sql -> !sql.isEmpty()).map(new SqlParser()::parseExpression);
        } catch (ShardrouteException e) {
            json.note("this is not an expression of SQL: " + e.getMessage());
            return Optional.empty();
        }
    }

    /** The type of this name, or of this number in Vitess's protobuf; {@code NULL_TYPE} says that it is not known. */
    static Optional<Type> type(JsonPart json) {
        Optional<String> name = json.nameOrNumber().filter(text -> !text.isEmpty());
        Optional<Type> type = name.flatMap(TypeNumbers::typeOf).or(() -> name.map(Type::ofName));
        if (name.isPresent() && type.isEmpty()) {
            json.note("'" + name.get() + "' is not a type"
                    + Suggestion.of(name.get(), Stream.of(Type.values()).map(Type::name).toList()));
        }
        return type.filter(known -> known != Type.NULL);
    }
}
