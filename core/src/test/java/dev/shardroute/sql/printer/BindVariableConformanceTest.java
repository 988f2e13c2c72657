package dev.shardroute.sql.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shardroute.error.ShardrouteException;
import dev.shardroute.sql.Sql;
import dev.shardroute.sql.ast.Expression.Variable;
import dev.shardroute.sql.ast.VariableType;
import dev.shardroute.testing.Conformance;
import dev.shardroute.type.BindValue;
import dev.shardroute.type.Binds;
import dev.shardroute.type.RowsValue;
import dev.shardroute.type.TupleValue;
import dev.shardroute.type.Type;
import dev.shardroute.type.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Vitess's statements with values written in. The rows of TestParseAndBind are about a helper of its Go code that has
 * {@code %a} for a value; there is nothing like it here.
 */
final class BindVariableConformanceTest {
    @ParameterizedTest
    @MethodSource
    void values_areWrittenIn(JsonNode row) {
        String query = row.path("query").textValue();
        if (row.has("error")) {
            assertThrows(ShardrouteException.class, () -> inline(query, row), query);
        } else {
            assertEquals(row.path("output").textValue(), inline(query, row));
        }
    }

    /** The statements of these rows end with FROM. */
    @ParameterizedTest
    @MethodSource
    void valuesOfTypedVariables_areCast(JsonNode row) {
        assertEquals("select :arg from ", row.path("query").textValue());
        Type type = type(row.path("arg_type").textValue());
        SqlTemplate variable =
                SqlPrinter.template(new Variable("arg", new VariableType(type, row.path("size").intValue(), 0)));
        assertEquals(row.path("output").textValue(), "select " + variable.inline(binds(row)) + " from ");
    }

    @SuppressWarnings("unused") // named as the test is
    static List<JsonNode> values_areWrittenIn() {
        return Conformance.rows("sql/bindvars.json", "TestGenerateQuery").toList();
    }

    @SuppressWarnings("unused") // named as the test is
    static List<JsonNode> valuesOfTypedVariables_areCast() {
        return Conformance.rows("sql/bindvars.json", "TestCastBindVars").toList();
    }

    private static String inline(String query, JsonNode row) {
        return SqlPrinter.template(Sql.statement(query)).inline(binds(row));
    }

    private static Binds binds(JsonNode row) {
        Map<String, BindValue> values = new LinkedHashMap<>();
        row.path("bind_vars").properties().forEach(entry -> values.put(entry.getKey(), bind(entry.getValue())));
        return new Binds(values);
    }

    private static BindValue bind(JsonNode json) {
        return switch (json.path("type").textValue()) {
            case "TUPLE" -> tuple(json);
            case "ROW_TUPLE" -> {
                List<TupleValue> rows = new ArrayList<>();
                json.path("values").forEach(row -> rows.add(tuple(row)));
                yield new RowsValue(rows);
            }
            default -> value(json);
        };
    }

    private static TupleValue tuple(JsonNode json) {
        List<Value> values = new ArrayList<>();
        json.path("values").forEach(value -> values.add(value(value)));
        return new TupleValue(values);
    }

    /** RAW is what Vitess calls SQL text that is a value. */
    private static Value value(JsonNode json) {
        String type = json.path("type").textValue();
        return Value.of(type.equals("RAW") ? Type.EXPRESSION : type(type), json.path("value").asText());
    }

    private static Type type(@Nullable String name) {
        Type type = name == null ? null : Type.ofName(name);
        if (type == null) {
            throw new AssertionError(name);
        }
        return type;
    }
}
