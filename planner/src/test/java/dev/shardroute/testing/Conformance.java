package dev.shardroute.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

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

    /** A file or folder of the data. */
    public static Path path(String name) {
        String folder = System.getProperty("shardroute.conformance", "." + File.separator + "conformance");
        Path path = Path.of(folder, name);
        assumeTrue(Files.exists(path), () -> "skipped: there is no conformance data at " + path);
        return path;
    }
}
