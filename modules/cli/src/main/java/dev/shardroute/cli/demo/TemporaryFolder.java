package dev.shardroute.cli.demo;

import dev.shardroute.cli.InputException;
import dev.shardroute.cli.InputFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** A new folder that is deleted with all that is in it. */
record TemporaryFolder(Path path) implements Closeables.Resource {
    private static final int TRIES = 100;
    private static final Duration PAUSE = Duration.ofMillis(50);

    static TemporaryFolder create() {
        try {
            return new TemporaryFolder(Files.createTempDirectory("shardroute-demo-"));
        } catch (IOException e) {
            throw new InputException("temporary folder", InputFiles.reason(e));
        }
    }

    /** Tries again for a while: a server that is just ending writes and deletes here too. */
    @Override
    public void close() {
        for (int i = 0; i < TRIES && !isDeleted(); i++) {
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private boolean isDeleted() {
        try (Stream<Path> walk = Files.walk(path)) {
            List<Path> deepestFirst = walk.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
            return true;
        } catch (IOException | UncheckedIOException e) {
            return Files.notExists(path);
        }
    }
}
