package dev.shardroute.mysql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class MysqlServerOptionsTest {
    @Test
    void defaults_areThoseOfTheDocumentation() {
        MysqlServerOptions options = MysqlServerOptions.builder().build();
        assertTrue(options.bindAddress().isLoopbackAddress());
        assertEquals(0, options.port());
        assertEquals("8.4.6-Shardroute", options.serverVersion());
        assertEquals(1000, options.maxConnections());
        assertEquals(64 << 20, options.maxPacketBytes());
        assertEquals(Duration.ofSeconds(10), options.handshakeTimeout());
        assertEquals(Duration.ofHours(8), options.idleTimeout());
        assertEquals(Duration.ofSeconds(10), options.drainLimit());
    }

    @Test
    void badValues_areRefusedByName() {
        assertRefused("port", MysqlServerOptions.builder().port(65536));
        assertRefused("serverVersion", MysqlServerOptions.builder().serverVersion("8.4\0"));
        assertRefused("serverVersion", MysqlServerOptions.builder().serverVersion("Shardroute"));
        assertRefused("maxConnections", MysqlServerOptions.builder().maxConnections(0));
        assertRefused("maxPacketBytes", MysqlServerOptions.builder().maxPacketBytes(1));
        assertRefused("handshakeTimeout", MysqlServerOptions.builder().handshakeTimeout(Duration.ZERO));
        assertRefused("idleTimeout", MysqlServerOptions.builder().idleTimeout(Duration.ofDays(25)));
        assertRefused("drainLimit", MysqlServerOptions.builder().drainLimit(Duration.ofMillis(-1)));
    }

    private static void assertRefused(String name, MysqlServerOptions.Builder builder) {
        ShardrouteException refusal = assertThrows(ShardrouteException.class, builder::build);
        assertEquals(ErrorCode.SR07001, refusal.code());
        assertTrue(refusal.getMessage().startsWith("SR07001: " + name + ": "), refusal.getMessage());
    }
}
