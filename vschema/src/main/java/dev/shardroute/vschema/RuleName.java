package dev.shardroute.vschema;

import dev.shardroute.key.TabletType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The name that a rule is for, and the tablet type that it is for. An empty name has been noted as missing. */
record RuleName(String name, Optional<TabletType> tabletType) {
    private static final List<String> TABLET_TYPES =
            Stream.of(TabletType.values()).map(TabletType::toString).toList();

    /** The name of this key, which must be there and may end in {@code @} and a tablet type. */
    static RuleName required(JsonFields fields, String key) {
        Optional<String> text = fields.requiredText(key);
        int at = text.map(name -> name.lastIndexOf('@')).orElse(-1);
        if (text.isEmpty() || at < 0) {
            return new RuleName(text.orElse(""), Optional.empty());
        }
        String type = text.get().substring(at + 1);
        Optional<TabletType> known = TabletType.ofName(type);
        if (known.isEmpty()) {
            fields.get(key).ifPresent(
                    part -> part.note("'" + type + "' is not a tablet type" + Suggestion.of(type, TABLET_TYPES)));
        } else if (at == 0) {
            fields.get(key).ifPresent(part -> part.note("there is no name before '@'"));
        }
        return new RuleName(text.get().substring(0, at), known);
    }

    /** The name of a table as it is, for a rule that cannot be used. */
    QualifiedName unread() {
        return new QualifiedName(Optional.empty(), name);
    }

    /** The table of this name, with its keyspace or without; what is none is noted. */
    Optional<QualifiedName> table(JsonPart json) {
        return parsed(json, "of the form table or keyspace.table", QualifiedName.parse(name));
    }

    /** The table of this name with its keyspace; what is none is noted. */
    Optional<QualifiedName> qualifiedTable(JsonPart json) {
        return parsed(json, "of the form keyspace.table",
                QualifiedName.parse(name).filter(table -> table.keyspace().isPresent()));
    }

    private Optional<QualifiedName> parsed(JsonPart json, String form, Optional<QualifiedName> table) {
        Optional<QualifiedName> good = table.filter(parsed -> name.indexOf('@') < 0);
        if (good.isEmpty() && !name.isEmpty()) {
            json.note("'" + name + "' is not " + form);
        }
        return good;
    }
}
