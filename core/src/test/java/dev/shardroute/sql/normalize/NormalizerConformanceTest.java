package dev.shardroute.sql.normalize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardroute.error.ShardrouteException;
import dev.shardroute.sql.Sql;
import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.ast.Statement;
import dev.shardroute.sql.ast.TableName;
import dev.shardroute.sql.printer.SqlPrinter;
import dev.shardroute.testing.Conformance;
import dev.shardroute.type.BindValue;
import dev.shardroute.type.RowsValue;
import dev.shardroute.type.TupleValue;
import dev.shardroute.type.Value;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Statements are normalized and rewritten as Vitess does it; where not, the ledger says why. */
final class NormalizerConformanceTest {
    private static final String FILE = "sql/normalizer.json";

    private final Properties ledger = ledger();

    @Test
    void literals_becomeTheSameVariables() {
        check("TestNormalize", row -> {
            Normalized normalized = new Normalizer().normalize(input(row));
            return List.of(row.path("normalized").textValue(), binds(row.path("bind_vars"))).equals(
                    List.of(SqlPrinter.print(normalized.statement()), binds(normalized.binds().values())))
                            ? null
                            : SqlPrinter.print(normalized.statement()) + " " + normalized.binds();
        });
    }

    @Test
    void wrongDates_areRefused() {
        check("TestNormalizeInvalidDates", row -> {
            try {
                return SqlPrinter.print(new Normalizer().normalize(input(row)).statement());
            } catch (ShardrouteException e) {
                return e.getMessage().endsWith(": " + row.path("error").textValue()) ? null : e.getMessage();
            }
        });
    }

    @Test
    void bindVariables_areFound() {
        check("TestGetBindVars", row -> {
            Set<String> expected = new TreeSet<>();
            row.path("bind_var_names").forEach(name -> expected.add(name.textValue()));
            Set<String> found = BindVariables.namesIn(input(row));
            return expected.equals(found) ? null : found.toString();
        });
    }

    @Test
    void statements_areRewrittenAlike() {
        check("TestRewrites", this::rewrite);
        check("TestRewritesWithSetVarComment", this::rewrite);
        check("TestRewritesSysVar", this::rewrite);
    }

    @Test
    void tablesOfASystemSchema_areQualifiedAlike() {
        check("TestRewritesWithDefaultKeyspace", this::rewrite);
    }

    @Test
    void statements_areRedactedAlike() {
        check("TestRedactSQLStatements", row -> {
            String redacted = Redaction.redact(input(row));
            return redacted.equals(row.path("redacted").textValue()) ? null : redacted;
        });
    }

    /** What a row became instead of what it should; null when that is the same. */
    private @Nullable String rewrite(JsonNode row) {
        Normalized normalized = new Normalizer(options(row)).normalize(input(row));
        String printed = SqlPrinter.print(normalized.statement());
        boolean isSame =
                printed.equals(Sql.canonical(row.path("expected").textValue())) && needsTheSame(row, normalized);
        return isSame ? null : printed + " needs " + normalized.needs();
    }

    private static boolean needsTheSame(JsonNode row, Normalized normalized) {
        if (!row.has("needs_functions")) {
            return true;
        }
        Set<String> functions = new TreeSet<>();
        normalized.needs().functions().forEach(function -> functions.add(function.name().toLowerCase(Locale.ROOT)));
        Set<String> variables = new TreeSet<>(normalized.needs().systemVariables());
        variables.retainAll(variablesThatRowsName());
        return functions.equals(texts(row.path("needs_functions")))
                && variables.equals(texts(row.path("needs_sysvars")))
                && row.path("user_defined_variables").intValue() == normalized.needs().userVariables().size();
    }

    /** A row names only those of the needed variables that some row is about. */
    private static Set<String> variablesThatRowsName() {
        Set<String> names = new TreeSet<>();
        Conformance.json(FILE).at("/TestRewrites/cases").findValues("needs_sysvars")
                .forEach(variables -> names.addAll(texts(variables)));
        return names;
    }

    private static NormalizerOptions options(JsonNode row) {
        Set<String> variables = new TreeSet<>();
        row.path("sys_vars").fieldNames().forEachRemaining(variables::add);
        return NormalizerOptions.builder()
                .prefix("v")
                .parameterize(false)
                .keyspace(row.path("keyspace").asText("ks"))
                .hint(row.path("set_var_comment").asText(""))
                .sessionVariables(variables)
                .views(name -> view(name, row.path("views")))
                .build();
    }

    private static @Nullable Query view(TableName name, JsonNode views) {
        JsonNode query = views.path(name.name());
        return query.isTextual() ? (Query) Sql.statement(query.textValue()) : null;
    }

    private static Statement input(JsonNode row) {
        return Sql.statement(row.path("input").textValue());
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new TreeSet<>();
        array.forEach(text -> texts.add(text.textValue()));
        return texts;
    }

    private static Map<String, String> binds(Map<String, BindValue> values) {
        Map<String, String> binds = new TreeMap<>();
        values.forEach((name, value) -> binds.put(name, typed(value)));
        return binds;
    }

    private static String typed(BindValue value) {
        return switch (value) {
            case Value single -> single.type() + " " + single.text();
            case TupleValue(var members) -> members.stream().map(NormalizerConformanceTest::typed).toList().toString();
            case RowsValue(var rows) -> rows.stream().map(NormalizerConformanceTest::typed).toList().toString();
        };
    }

    private static Map<String, String> binds(JsonNode json) {
        Map<String, String> binds = new TreeMap<>();
        json.properties().forEach(bind -> {
            List<String> members = new ArrayList<>();
            bind.getValue().path("values").forEach(member -> members.add(typed(member)));
            binds.put(bind.getKey(), bind.getValue().has("values") ? members.toString() : typed(bind.getValue()));
        });
        return binds;
    }

    private static String typed(JsonNode value) {
        return value.path("type").textValue() + " " + value.path("value").textValue();
    }

    /** {@code actual} says what a row became when that is not what it should be; null when it is. */
    private void check(String section, Function<JsonNode, @Nullable String> actual) {
        JsonNode part = Conformance.json(FILE).path(section);
        Set<String> known = new TreeSet<>();
        ledger.stringPropertyNames().stream().filter(key -> key.startsWith("different." + section + "."))
                .forEach(known::add);
        List<String> different = new ArrayList<>();
        int identical = 0;
        for (JsonNode row : part.path("cases")) {
            String wrong = outcome(withSettings(row, part.path("settings")), actual);
            identical += wrong == null ? 1 : 0;
            if (wrong != null && !known.remove(key(section, row))) {
                different.add(key(section, row) + " " + row.path("input").textValue() + "\n  expected "
                        + row.path("normalized").asText(row.path("expected").asText()) + "\n  but was  " + wrong);
            }
        }
        assertTrue(different.isEmpty(), () -> String.join("\n", different));
        assertEquals(new TreeSet<>(), known, "no longer different: take them out of the ledger");
        assertEquals(ledger.getProperty(section + ".identical"), Integer.toString(identical), section);
    }

    private static @Nullable String outcome(JsonNode row, Function<JsonNode, @Nullable String> actual) {
        try {
            return actual.apply(row);
        } catch (ShardrouteException e) {
            return e.getMessage();
        }
    }

    private static JsonNode withSettings(JsonNode row, JsonNode settings) {
        ObjectNode all = ((ObjectNode) row).deepCopy();
        settings.properties().forEach(setting -> {
            if (!all.has(setting.getKey())) {
                all.set(setting.getKey(), setting.getValue());
            }
        });
        return all;
    }

    private static String key(String section, JsonNode row) {
        CRC32 crc = new CRC32();
        crc.update(row.path("input").textValue().getBytes(StandardCharsets.UTF_8));
        return "different." + section + "." + Long.toHexString(crc.getValue());
    }

    private static Properties ledger() {
        try (InputStream stream =
                NormalizerConformanceTest.class.getResourceAsStream("/ledger/normalizer.properties")) {
            Properties ledger = new Properties();
            ledger.load(Objects.requireNonNull(stream));
            return ledger;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
