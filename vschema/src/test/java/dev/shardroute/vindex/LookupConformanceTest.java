package dev.shardroute.vindex;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import dev.shardroute.key.Destination;
import dev.shardroute.sql.lex.Words;
import dev.shardroute.testing.Conformance;
import dev.shardroute.type.BindValue;
import dev.shardroute.type.Row;
import dev.shardroute.type.TupleValue;
import dev.shardroute.type.Value;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What lookup vindexes send and make of the answers, as in Vitess. */
final class LookupConformanceTest {
    private static final Pattern ERRNO = Pattern.compile("\\(errno (\\d+)\\)");
    private static final Pattern QUOTED_WORD = Pattern.compile("`(\\w+)`");
    private static final Pattern CODE = Pattern.compile("VT\\d{5}");

    @Test
    void lookups_agreeWithVitess() {
        List<JsonNode> rows = new ArrayList<>();
        Conformance.json("vindex/lookup.json").forEach(rows::add);
        assertAll(rows.stream().map(row -> () -> check(row)));
    }

    private static void check(JsonNode row) {
        RecordingSession session = session(row);
        JsonNode expect = row.path("expect");
        if (expect.path("error").booleanValue()) {
            checkError(row, assertThrows(ShardrouteException.class, () -> run(row, session), row.toString()));
        } else {
            List<String> result = run(row, session);
            if (!expect.has("ok")) {
                assertEquals(VindexRows.list(expect, LookupConformanceTest::expected), result, row.toString());
            }
        }
        checkQueries(row, session);
    }

    private static String expected(JsonNode expect) {
        return expect.isBoolean() ? expect.asText() : VindexRows.destination(expect);
    }

    /** The code is Vitess's where it has one; an error of a backend comes through as it is. */
    private static void checkError(JsonNode row, ShardrouteException error) {
        JsonNode expect = row.path("expect");
        String message = expect.path("message").asText() + expect.path("message_contains").asText();
        Matcher code = CODE.matcher(message);
        if (code.lookingAt()) {
            assertEquals(code.group(), error.code().name(), row.toString());
        }
        boolean isOfBackend = StreamSupport.stream(row.path("vcursor_results").spliterator(), false)
                .anyMatch(result -> result.path("error").asText().contains(message));
        if (isOfBackend && !message.isEmpty()) {
            assertTrue(error.getMessage().contains(message), error.getMessage());
        }
    }

    private static void checkQueries(JsonNode row, RecordingSession session) {
        if (row.has("queries")) {
            JsonNode queries = row.path("queries");
            assertEquals(VindexRows.list(queries, query -> query.path("sql").textValue()),
                    session.sql().stream().map(LookupConformanceTest::asVitessQuotes).toList(), row.toString());
            assertEquals(VindexRows.list(queries, query -> binds(query.path("bind_vars"))),
                    session.queries().stream().map(query -> query.binds().values()).toList(), row.toString());
        }
        if (row.has("query_count")) {
            assertEquals(row.path("query_count").intValue(), session.queries().size(), row.toString());
        }
        if (row.has("autocommits")) {
            assertEquals(row.path("autocommits").longValue(), session.queries().stream()
                    .filter(query -> query.order() == CommitOrder.AUTOCOMMIT).count(), row.toString());
        }
        if (row.has("log")) {
            assertEquals(VindexRows.list(row.path("log"), JsonNode::textValue), session.log(), row.toString());
        }
    }

    /** Vitess leaves reserved words as they are, and so sends what no backend reads; here they are quoted. */
    private static String asVitessQuotes(String sql) {
        return QUOTED_WORD.matcher(sql)
                .replaceAll(name -> Words.isQuotedName(name.group(1)) ? name.group(1) : name.group());
    }

    private static Map<String, BindValue> binds(JsonNode json) {
        Map<String, BindValue> binds = new LinkedHashMap<>();
        json.properties().forEach(bind -> binds.put(bind.getKey(), bind.getValue().has("values")
                ? new TupleValue(VindexRows.values(bind.getValue().path("values")))
                : VindexRows.value(bind.getValue())));
        return binds;
    }

    private static List<String> run(JsonNode row, RecordingSession recording) {
        Lookup vindex = vindex(row);
        LookupSession session = row.has("select_result") && row.path("select_result").isNull()
                ? LookupSession.none()
                : recording;
        List<Value> inputs = VindexRows.values(row.path("inputs"));
        switch (row.path("op").textValue()) {
            case "map" -> {
                return texts(vindex.map(inputs, session));
            }
            case "map_result" -> {
                return texts(assertInstanceOf(LookupPlannable.class, vindex).mapResults(inputs,
                        VindexRows.list(row.path("results"), rows -> VindexRows.list(rows, VindexRows::row))));
            }
            case "verify" -> {
                return vindex.verify(inputs, VindexRows.list(row.path("ksids"), VindexRows::id), session).stream()
                        .map(String::valueOf).toList();
            }
            case "create_entries" -> vindex.create(VindexRows.list(row.path("rows"), VindexRows::values),
                    VindexRows.list(row.path("ksids"), VindexRows::id), row.path("ignore_mode").booleanValue(),
                    session);
            case "delete_entries" -> vindex.delete(VindexRows.list(row.path("rows"), VindexRows::values),
                    VindexRows.id(row.path("ksid")), session);
            case "update_entries" -> vindex.update(VindexRows.values(row.path("old")),
                    VindexRows.values(row.path("new")), VindexRows.id(row.path("ksid")), session);
            default -> fail("unknown operation: " + row);
        }
        return List.of();
    }

    private static List<String> texts(List<Destination> destinations) {
        return destinations.stream().map(Destination::toString).toList();
    }

    private static Lookup vindex(JsonNode row) {
        Vindex vindex = VindexRows.create(row);
        JsonNode owner = row.path("owner");
        if (owner.isObject()) {
            vindex = assertInstanceOf(OwnerAware.class, vindex).withOwner(owner.path("keyspace").textValue(),
                    owner.path("table").textValue(), VindexRows.list(owner.path("columns"), JsonNode::textValue));
        }
        return assertInstanceOf(Lookup.class, vindex);
    }

    /** Answers in their order, or always the same one. */
    private static RecordingSession session(JsonNode row) {
        Iterator<JsonNode> results = row.path("vcursor_results").iterator();
        return new RecordingSession(query -> answer(results.hasNext() ? results.next() : row.path("select_result")));
    }

    private static List<Row> answer(JsonNode result) {
        if (result.has("error")) {
            String message = result.path("error").textValue();
            Matcher errno = ERRNO.matcher(message);
            throw new ShardrouteException(ErrorCode.SR05001, errno.find() ? Integer.parseInt(errno.group(1)) : 1105,
                    "HY000", message, null);
        }
        return VindexRows.list(result.path("rows"), VindexRows::row);
    }
}
