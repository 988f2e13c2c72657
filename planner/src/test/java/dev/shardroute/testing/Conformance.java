package dev.shardroute.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The conformance data, which lies outside of the project; a test that needs it is skipped where it is not. */
public final class Conformance {
    private Conformance() {}

    /** A file of the data as JSON. */
    public static JsonNode json(String name) {
        try {
            return new JsonMapper().readTree(path(name).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows of one part of a file whose top is an object. */
    public static Stream<JsonNode> rows(String name, String part) {
        List<JsonNode> rows = new ArrayList<>();
        json(name).path(part).forEach(rows::add);
        assumeTrue(!rows.isEmpty(), () -> "skipped: " + name + " has no rows '" + part + "'");
        return rows.stream();
    }

    /** A file or folder of the data. */
    public static Path path(String name) {
        String folder = System.getProperty("shardroute.conformance", "." + File.separator + "conformance");
        Path path = Path.of(folder, name);
        assumeTrue(Files.exists(path), () -> "skipped: there is no conformance data at " + path);
        return path;
    }
}
