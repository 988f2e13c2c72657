package dev.shardroute.tablet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.shardroute.error.ShardrouteException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class TabletOptionsTest {
    private static void assertRefused(String message, Executable made) {
        assertEquals(message, assertThrows(ShardrouteException.class, made).getMessage());
    }

    @Test
    void builder_untouched_givesTheDefaults() {
        assertEquals(TabletOptions.DEFAULTS, TabletOptions.builder().build());
    }

    @Test
    void numbers_outOfRange_areRefusedByName() {
        assertRefused("SR07001: poolSize: 0 is not between 1 and 10000", TabletOptions.builder().poolSize(0)::build);
        assertRefused("SR07001: queueLength: -1 is not between 0 and 1000000",
                TabletOptions.builder().queueLength(-1)::build);
    }

    @Test
    void durations_outOfRange_areRefusedByName() {
        Duration year = Duration.ofDays(365);
        assertRefused("SR07001: waitLimit: PT0S is not between PT0.000000001S and PT24H",
                TabletOptions.builder().waitLimit(Duration.ZERO)::build);
        assertRefused("SR07001: connectTimeout: PT0S is not between PT0.001S and PT24H",
                TabletOptions.builder().connectTimeout(Duration.ZERO)::build);
        assertRefused("SR07001: idleTimeout: PT8760H is not between PT0.001S and PT24H",
                TabletOptions.builder().idleTimeout(year)::build);
        assertRefused("SR07001: pingAfter: PT-1S is not between PT0S and PT24H",
                TabletOptions.builder().pingAfter(Duration.ofSeconds(-1))::build);
    }

    @Test
    void backend_outOfRange_isRefusedByName() {
        assertRefused("SR07001: host: it is empty", () -> new BackendConfig(" ", 3306, "d", "u", "p"));
        assertRefused("SR07001: database: it is empty", () -> new BackendConfig("h", 3306, "", "u", "p"));
        assertRefused("SR07001: user: it is empty", () -> new BackendConfig("h", 3306, "d", "", "p"));
        assertRefused("SR07001: port: 0 is not between 1 and 65535", () -> new BackendConfig("h", 0, "d", "u", "p"));
    }

    @Test
    void backend_asText_hidesThePassword() {
        String text = new BackendConfig("h", 3306, "d", "u", "hidden").toString();
        assertEquals("u@h:3306/d", text);
        assertFalse(text.contains("hidden"));
    }
}
