package dev.shardroute.cli.verify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shardroute.cli.InputException;
import dev.shardroute.sql.SqlParser;
import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.ast.Statement;
import dev.shardroute.sql.ast.TableDefinition.ForeignKey;
import dev.shardroute.sql.ast.TableDefinition.Reference;
import dev.shardroute.sql.ast.TableName;
import dev.shardroute.vschema.SchemaFacts;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a context tells of the databases: views, loadable functions and keys. */
final class ContextFacts {
    /** The members that are read here. */
    static final Set<String> KEYS = Set.of("views", "aggregateFunctions", "primaryKeys", "uniqueKeys", "foreignKeys");

    private final String where;
    private final SqlParser parser = new SqlParser();
    private final SchemaFacts.Builder facts = SchemaFacts.builder();

    private ContextFacts(String where) {
        this.where = where;
    }

    /**
     * The facts of a context.
     *
     * @param where what the context is called in errors
     */
    static SchemaFacts read(String where, JsonNode context) {
        ContextFacts reader = new ContextFacts(where);
        context.path("views").forEach(reader::view);
        context.path("aggregateFunctions").forEach(reader::function);
        context.path("primaryKeys").forEach(reader::primaryKey);
        context.path("uniqueKeys").forEach(reader::uniqueKey);
        context.path("foreignKeys").forEach(reader::foreignKey);
        return reader.facts.build();
    }

    private void view(JsonNode view) {
        Statement statement = parser.parse(text(view, "definition"));
        if (!(statement instanceof Query query)) {
            throw new InputException(where, "the definition of a view must be a query");
        }
        facts.view(text(view, "keyspace"), text(view, "name"), query);
    }

    private void function(JsonNode function) {
        facts.aggregateFunction(text(function, "keyspace"), text(function, "name"));
    }

    private void primaryKey(JsonNode key) {
        facts.primaryKey(text(key, "keyspace"), text(key, "table"), texts(key, "columns"));
    }

    private void uniqueKey(JsonNode key) {
        facts.uniqueKey(text(key, "keyspace"), text(key, "table"),
                texts(key, "columns").stream().map(parser::parseExpression).toList());
    }

    private void foreignKey(JsonNode key) {
        TableName parent = new TableName(text(key, "referencedKeyspace"), text(key, "referencedTable"));
        facts.foreignKey(text(key, "keyspace"), text(key, "table"), new ForeignKey(null, texts(key, "columns"), parent,
                texts(key, "referencedColumns"), reference(key, "onDelete"), reference(key, "onUpdate")));
    }

    /** {@code DEFAULT} is what Vitess calls it where a definition says nothing. */
    private Reference reference(JsonNode key, String name) {
        String action = key.path(name).asText("DEFAULT").toUpperCase(Locale.ROOT);
        return switch (action) {
            case "DEFAULT", "NO ACTION" -> Reference.NO_ACTION;
            case "RESTRICT" -> Reference.RESTRICT;
            case "CASCADE" -> Reference.CASCADE;
            case "SET NULL" -> Reference.SET_NULL;
            case "SET DEFAULT" -> Reference.SET_DEFAULT;
            default -> throw new InputException(where, name + ": '" + action + "' is not known");
        };
    }

    private String text(JsonNode object, String name) {
        if (!object.path(name).isTextual()) {
            throw new InputException(where, "'" + name + "' must be a string");
        }
        return object.path(name).textValue();
    }

    private List<String> texts(JsonNode object, String name) {
        if (!object.path(name).isArray()) {
            throw new InputException(where, "'" + name + "' must be a list of strings");
        }
        return object.path(name).valueStream().map(JsonNode::asText).toList();
    }
}
