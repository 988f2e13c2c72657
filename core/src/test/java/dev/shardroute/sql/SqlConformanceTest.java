package dev.shardroute.sql;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shardroute.error.ShardrouteException;
import dev.shardroute.sql.ast.Ddl;
import dev.shardroute.sql.ast.Statement;
import dev.shardroute.sql.printer.SqlPrinter;
import dev.shardroute.testing.Conformance;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

/** Vitess's statements: what it prints is printed likewise, what it refuses is refused; the ledger lists the rest. */
final class SqlConformanceTest {
    private static final Properties LEDGER = ledger();

    @Test
    void validStatements_arePrintedAsInVitess() {
        check("valid");
    }

    @Test
    void statementsOfMysqlsSuite_arePrintedAsInVitess() {
        check("mysql-suite");
    }

    @Test
    void invalidStatements_areRefused() {
        check("invalid");
    }

    /** Only that they parse is known of these. */
    @Test
    void statementsOfDjango_areRead() throws IOException {
        Tally tally = new Tally("django_queries");
        for (String query : Files.readAllLines(Conformance.path("sql/django_queries.txt"))) {
            if (!query.isBlank()) {
                tally.count(query, accepted(query));
            }
        }
        tally.check();
    }

    private static void check(String file) {
        Tally tally = new Tally(file);
        for (JsonNode row : Conformance.json("sql/" + file + ".json")) {
            String input = row.path("input").textValue();
            tally.count(input, row.has("error") ? refused(input) : printed(input, row));
        }
        tally.check();
    }

    /** Empty when all is as it should be, otherwise what is not. */
    private static String refused(String input) {
        try {
            return "accepted: " + canonicalOfOne(input);
        } catch (ShardrouteException refused) {
            return "";
        }
    }

    private static String accepted(String input) {
        try {
            Sql.statement(input);
            return "";
        } catch (ShardrouteException e) {
            return e.getMessage();
        }
    }

    private static String printed(String input, JsonNode row) {
        List<String> expected = new ArrayList<>();
        row.path("outputs").forEach(output -> expected.add(output.textValue()));
        if (row.path("output").isTextual()) {
            expected.add(row.path("output").textValue());
        }
        try {
            List<String> printed =
                    row.has("outputs") ? canonical(input, options(row)) : List.of(canonicalOfOne(input));
            return expected.isEmpty() || expected.equals(printed) || (expected.size() == 1 && isItsOwnText(input))
                    ? ""
                    : "expected " + expected + "\n  but was  " + printed;
        } catch (ShardrouteException e) {
            return e.getMessage();
        }
    }

    /** A statement that defines something travels as it is written. */
    private static boolean isItsOwnText(String input) {
        return Sql.statement(input) instanceof Ddl ddl && input.contains(ddl.text());
    }

    private static String canonicalOfOne(String input) {
        return SqlPrinter.print(Sql.statement(input));
    }

    private static ParserOptions options(JsonNode row) {
        boolean isSkipped = row.path("skip_special_comments").asBoolean();
        return ParserOptions.builder().readsVersionComments(!isSkipped).build();
    }

    private static List<String> canonical(String input, ParserOptions options) {
        return new SqlParser(options).parseAll(input).stream().map(SqlConformanceTest::print).toList();
    }

    private static String print(Statement statement) {
        return SqlPrinter.print(statement);
    }

    private static Properties ledger() {
        try (InputStream stream = SqlConformanceTest.class.getResourceAsStream("/ledger/sql.properties")) {
            Properties ledger = new Properties();
            ledger.load(Objects.requireNonNull(stream));
            return ledger;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The counts of one file. */
    private static final class Tally {
        private final String file;
        private final TreeSet<String> unknown = new TreeSet<>();
        private final TreeSet<String> known = new TreeSet<>();
        private int passed;

        Tally(String file) {
            this.file = file;
            LEDGER.stringPropertyNames().stream().filter(key -> key.startsWith(file + ".different."))
                    .forEach(known::add);
        }

        /** {@code difference} is empty for a row that passes. */
        void count(String sql, String difference) {
            if (difference.isEmpty()) {
                passed++;
            } else if (!known.remove(key(sql))) {
                unknown.add(key(sql) + " " + sql + "\n  " + difference);
            }
        }

        void check() {
            int before = Integer.parseInt(LEDGER.getProperty(file + ".passed"));
            assertAll(
                    () -> assertTrue(unknown.isEmpty(), () -> unknown.size() + " are not in the ledger:\n"
                            + String.join("\n", unknown)),
                    () -> assertEquals(new TreeSet<>(), known, "these pass: take them out of the ledger"),
                    () -> assertEquals(before, passed, file + ".passed in the ledger is not what passes"));
        }

        private String key(String sql) {
            CRC32 crc = new CRC32();
            crc.update(sql.getBytes(StandardCharsets.UTF_8));
            return file + ".different." + Long.toHexString(crc.getValue());
        }
    }
}
