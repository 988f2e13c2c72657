package dev.shardroute.cli.demo;

import dev.shardroute.cli.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder for temporary files.
 *
 * @param path where it is
 */
record DemoFolder(Path path) implements AutoCloseable {
    static DemoFolder create() {
        try {
            return new DemoFolder(Files.createTempDirectory("shardroute-demo"));
        } catch (IOException e) {
            throw new InputException("temporary folder", String.valueOf(e.getMessage()));
        }
    }

    /** Deletes the folder and all that is in it, as far as that can be done. */
    @Override
    public void close() {
        try (Stream<Path> all = Files.walk(path)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            path.toFile().deleteOnExit();
        }
    }
}
