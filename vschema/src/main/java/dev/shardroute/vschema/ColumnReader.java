package dev.shardroute.vschema;

import dev.shardroute.type.Type;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads one column of a table. */
final class ColumnReader {
    private ColumnReader() {}

    static Optional<Column> read(JsonPart json) {
        JsonFields fields = json.fields("name", "type", "invisible", "default", "collation_name", "size", "scale",
                "nullable", "values");
        Optional<Type> type = fields.get("type").flatMap(ColumnReader::type);
        boolean nullable = fields.get("nullable").flatMap(JsonPart::flag).orElse(true);
        return fields.requiredText("name").map(name -> new Column(name, type, fields.flag("invisible"),
                fields.text("default"), fields.text("collation_name"), fields.integer("size"), fields.integer("scale"),
                nullable, fields.list("values", JsonPart::text)));
    }

    /** The type of this name; {@code NULL_TYPE} says that it is not known. */
    static Optional<Type> type(JsonPart json) {
        Optional<String> name = json.text().filter(text -> !text.isEmpty());
        Optional<Type> type = name.map(Type::ofName);
        if (name.isPresent() && type.isEmpty()) {
            json.note("'" + name.get() + "' is not a type"
                    + Suggestion.of(name.get(), Stream.of(Type.values()).map(Type::name).toList()));
        }
        return type.filter(known -> known != Type.NULL);
    }
}
