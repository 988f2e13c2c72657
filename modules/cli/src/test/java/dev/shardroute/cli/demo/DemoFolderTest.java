package dev.shardroute.cli.demo;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

final class DemoFolderTest {
    @Test
    void close_deletesAllThatIsInIt_andMayComeTwice() throws IOException {
        DemoFolder folder = DemoFolder.create();
        Files.writeString(Files.createDirectories(folder.path().resolve("a").resolve("b")).resolve("c"), "d");
        folder.close();
        assertTrue(Files.notExists(folder.path()));
        folder.close();
    }
}
