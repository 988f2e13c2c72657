package dev.shardroute.cli.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CloseablesTest {
    private final Closeables closeables = new Closeables();
    private final List<String> closed = new ArrayList<>();

    @Test
    void close_isLastFirst_andOnce() {
        closeables.add(() -> closed.add("first"));
        closeables.add(() -> closed.add("second"));
        assertFalse(closeables.isClosed());
        closeables.close();
        closeables.close();
        assertEquals(List.of("second", "first"), closed);
        assertTrue(closeables.isClosed());
    }

    @Test
    void addedAfterwards_isClosedAtOnce() {
        closeables.close();
        closeables.add(() -> closed.add("late"));
        assertEquals(List.of("late"), closed);
    }
}
