package dev.shardroute.sql;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shardroute.testing.Conformance;
import java.util.ArrayList;
import java.util.List;

/** The statements of the conformance data. */
public final class Corpus {
    private Corpus() {}

    /** All statements that Vitess takes; the test is skipped where the data is missing. */
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

    /** Those statements and the samples; the samples alone where the data is missing. */
    public static List<String> orSamples() {
        List<String> statements = new ArrayList<>(Samples.ALL);
        if (Conformance.isThere()) {
            statements.addAll(valid());
        }
        return List.copyOf(statements);
    }
}
