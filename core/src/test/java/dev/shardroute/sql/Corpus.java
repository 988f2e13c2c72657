package dev.shardroute.sql;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shardroute.testing.Conformance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The statements of the conformance data. */
public final class Corpus {
    private Corpus() {}

    /** All statements of its parser and of MySQL that Vitess takes; the test is skipped where the data is missing. */
    public static List<String> valid() {
        List<String> statements = new ArrayList<>();
        for (String file : List.of("sql/valid.json", "sql/mysql-suite.json")) {
            for (JsonNode row : Conformance.json(file)) {
                if (!row.has("error")) {
                    statements.add(row.path("input").textValue());
                }
            }
        }
        return List.copyOf(statements);
    }

    /** Those statements and Django's; the test is skipped where the data is missing. */
    public static List<String> all() {
        List<String> statements = new ArrayList<>(valid());
        try (Stream<String> lines = Files.lines(Conformance.path("sql/django_queries.txt"))) {
            lines.filter(line -> !line.isBlank()).forEach(statements::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(statements);
    }

    /** Those statements and the samples; the samples alone where the data is missing. */
    public static List<String> orSamples() {
        List<String> statements = new ArrayList<>(Samples.ALL);
        if (Conformance.isThere()) {
            statements.addAll(valid());
        }
        return List.copyOf(statements);
    }
}
