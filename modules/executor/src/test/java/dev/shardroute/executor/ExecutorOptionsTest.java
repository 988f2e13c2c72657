package dev.shardroute.executor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.shardroute.error.ShardrouteException;
import org.junit.jupiter.api.Test;

class ExecutorOptionsTest {
    @Test
    void builder_untouched_givesTheDefaults() {
        assertEquals(ExecutorOptions.DEFAULTS, ExecutorOptions.builder().build());
    }

    @Test
    void values_belowOne_areRefusedByName() {
        assertRefused("SR07001: shardConcurrency: 0 is less than 1", ExecutorOptions.builder().shardConcurrency(0));
        assertRefused("SR07001: bufferedRows: -1 is less than 1", ExecutorOptions.builder().bufferedRows(-1));
        assertRefused("SR07001: bufferedBytes: 0 is less than 1", ExecutorOptions.builder().bufferedBytes(0));
    }

    private static void assertRefused(String message, ExecutorOptions.Builder builder) {
        assertEquals(message, assertThrows(ShardrouteException.class, builder::build).getMessage());
    }
}
