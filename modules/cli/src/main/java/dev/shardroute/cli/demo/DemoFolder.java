package dev.shardroute.cli.demo;

import dev.shardroute.cli.InputException;
import dev.shardroute.cli.gateway.Closeables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * A folder for temporary files.
 *
 * @param path where it is
 */
record DemoFolder(Path path) implements Closeables.Resource {
    private static final int TRIES = 100;
    private static final Duration PAUSE = Duration.ofMillis(50);

    static DemoFolder create() {
        try {
            return new DemoFolder(Files.createTempDirectory("shardroute-demo"));
        } catch (IOException e) {
            throw new InputException("temporary folder", String.valueOf(e.getMessage()));
        }
    }

    /** Deletes the folder. Tries for a while: a server that is just ending still writes and deletes here. */
    @Override
    public void close() {
        for (int i = 0; i < TRIES && !isDeleted(); i++) {
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private boolean isDeleted() {
        try (Stream<Path> all = Files.walk(path)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
            return true;
        } catch (IOException | UncheckedIOException e) {
            return Files.notExists(path);
        }
    }
}
