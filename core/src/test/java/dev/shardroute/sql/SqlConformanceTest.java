package dev.shardroute.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Vitess's statements: what is accepted is printed as Vitess prints it, and what Vitess refuses is refused. */
final class SqlConformanceTest {
    private static final Properties LEDGER = ledger();

    @Test
    void validStatements_arePrintedAsInVitess() {
        Tally tally = new Tally("valid");
        Conformance.json("sql/valid.json").forEach(tally::read);
        tally.check();
    }

    @Test
    void statementsOfMysqlsSuite_arePrintedAsInVitess() {
        Tally tally = new Tally("mysql-suite");
        for (JsonNode row : Conformance.json("sql/mysql-suite.json")) {
            String input = row.path("input").textValue();
            if (row.has("error")) {
                assertThrows(ShardrouteException.class, () -> Sql.statement(input), input);
            } else {
                tally.read(row);
            }
        }
        tally.check();
    }

    /** Only that they parse is known of these. */
    @Test
    void statementsOfDjango_areRead() throws IOException {
        Tally tally = new Tally("django_queries");
        for (String query : Files.readAllLines(Conformance.path("sql/django_queries.txt"))) {
            if (!query.isBlank() && tally.canonical(query) != null) {
                tally.equal++;
            }
        }
        tally.check();
    }

    @Test
    void invalidStatements_areRefused() {
        List<String> accepted = new ArrayList<>();
        for (JsonNode row : Conformance.json("sql/invalid.json")) {
            String input = row.path("input").textValue();
            try {
                accepted.add(input + " => " + Sql.canonical(input));
            } catch (ShardrouteException refused) {
                // as it should be
            }
        }
        assertEquals(List.of(), accepted);
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
        private final TreeSet<String> different = new TreeSet<>();
        private final TreeSet<String> known = new TreeSet<>();
        private int equal;
        private int misjudged;

        Tally(String file) {
            this.file = file;
            LEDGER.stringPropertyNames().stream().filter(key -> key.startsWith("different." + file + "."))
                    .forEach(known::add);
        }

        /** A row has no output where it is of several statements, or where it is known in another form only. */
        void read(JsonNode row) {
            String sql = row.path("input").textValue();
            String expected = row.path("output").textValue();
            String printed = canonical(sql);
            if (printed == null || expected == null) {
                return;
            }
            if (printed.equals(expected)) {
                equal++;
            } else if (!known.remove(key(sql))) {
                different.add(key(sql) + " " + sql + "\n  expected " + expected + "\n  but was  " + printed);
            }
        }

        /** What is printed of an accepted statement; null for a refused one. */
        @Nullable String canonical(String sql) {
            try {
                return Sql.canonical(sql);
            } catch (ShardrouteException refused) {
                misjudged += refused.code() == ErrorCode.VT12001 ? 0 : 1;
                return null;
            }
        }

        void check() {
            assertTrue(different.isEmpty(), () -> "printed otherwise:\n" + String.join("\n", different));
            assertEquals(new TreeSet<>(), known, "no longer different: take them out of the ledger");
            assertCount(file + ".equal", equal, "raise");
            assertCount(file + ".misjudged", misjudged, "lower");
        }

        private static void assertCount(String key, int count, String way) {
            int before = Integer.parseInt(LEDGER.getProperty(key));
            assertEquals(before, count, () -> key + " is worse, or else better: then " + way + " it in the ledger");
        }

        private String key(String sql) {
            CRC32 crc = new CRC32();
            crc.update(sql.getBytes(StandardCharsets.UTF_8));
            return "different." + file + "." + Long.toHexString(crc.getValue());
        }
    }
}
