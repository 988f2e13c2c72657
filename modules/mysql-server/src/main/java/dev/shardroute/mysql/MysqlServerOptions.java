package dev.shardroute.mysql;

import dev.shardroute.error.ErrorCode;
import java.net.InetAddress;
import java.time.Duration;

/**
 * How a {@link MysqlServer} behaves; made with {@link #builder}.
 *
 * @param bindAddress      the address to listen on; the loopback address unless told otherwise
 * @param port             the port to listen on; 0, the default, takes a free one
 * @param serverVersion    what clients are told: {@code 8.4.6-Shardroute}; drivers read a version number from its start
 * @param maxConnections   clients at once, logged in or not: 1000; one more is refused with {@code SR06004}
 * @param maxPacketBytes   the longest command a client may send: 64 MiB; past it {@code SR06003} ends the connection
 * @param handshakeTimeout the time a client has to log in, all together: 10 s
 * @param idleTimeout      the time a connection may wait for its client: 8 h, MySQL's {@code wait_timeout}
 * @param drainLimit       the time that {@link MysqlServer#close} gives running statements: 10 s
 */
public record MysqlServerOptions(
        InetAddress bindAddress,
        int port,
        String serverVersion,
        int maxConnections,
        int maxPacketBytes,
        Duration handshakeTimeout,
        Duration idleTimeout,
        Duration drainLimit) {

    private static final int MAX_VERSION_LENGTH = 60;

    /**
     * Checks the values.
     *
     * @throws dev.shardroute.error.ShardrouteException {@code SR07001} naming the option that is wrong
     */
    public MysqlServerOptions {
        check(port >= 0 && port <= 65535, "port", "must be from 0 to 65535");
        check(isVersion(serverVersion), "serverVersion", "must start with a digit and be short printable ASCII");
        check(maxConnections >= 1, "maxConnections", "must be at least 1");
        check(maxPacketBytes >= 1024 && maxPacketBytes <= 1 << 30, "maxPacketBytes", "must be from 1 KiB to 1 GiB");
        check(isTimeout(handshakeTimeout), "handshakeTimeout", "must be from 1 ms to 24 days");
        check(isTimeout(idleTimeout), "idleTimeout", "must be from 1 ms to 24 days");
        check(!drainLimit.isNegative(), "drainLimit", "must not be negative");
    }

    private static boolean isVersion(String version) {
        return version.length() <= MAX_VERSION_LENGTH && version.matches("[0-9][!-~]*");
    }

    /** What a socket's timeout can hold. */
    private static boolean isTimeout(Duration duration) {
        return duration.compareTo(Duration.ofMillis(1)) >= 0 && duration.compareTo(Duration.ofDays(24)) <= 0;
    }

    private static void check(boolean good, String option, String rule) {
        if (!good) {
            throw ErrorCode.SR07001.error(option, rule);
        }
    }

    /** Options with their defaults, to be changed. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects options. Not for several threads. */
    public static final class Builder {
        private InetAddress bindAddress = InetAddress.getLoopbackAddress();
        private int port;
        private String serverVersion = "8.4.6-Shardroute";
        private int maxConnections = 1000;
        private int maxPacketBytes = 64 << 20;
        private Duration handshakeTimeout = Duration.ofSeconds(10);
        private Duration idleTimeout = Duration.ofHours(8);
        private Duration drainLimit = Duration.ofSeconds(10);

        private Builder() {}

        /** See {@link MysqlServerOptions#bindAddress}. */
        public Builder bindAddress(InetAddress value) {
            bindAddress = value;
            return this;
        }

        /** See {@link MysqlServerOptions#port}. */
        public Builder port(int value) {
            port = value;
            return this;
        }

        /** See {@link MysqlServerOptions#serverVersion}. */
        public Builder serverVersion(String value) {
            serverVersion = value;
            return this;
        }

        /** See {@link MysqlServerOptions#maxConnections}. */
        public Builder maxConnections(int value) {
            maxConnections = value;
            return this;
        }

        /** See {@link MysqlServerOptions#maxPacketBytes}. */
        public Builder maxPacketBytes(int value) {
            maxPacketBytes = value;
            return this;
        }

        /** See {@link MysqlServerOptions#handshakeTimeout}. */
        public Builder handshakeTimeout(Duration value) {
            handshakeTimeout = value;
            return this;
        }

        /** See {@link MysqlServerOptions#idleTimeout}. */
        public Builder idleTimeout(Duration value) {
            idleTimeout = value;
            return this;
        }

        /** See {@link MysqlServerOptions#drainLimit}. */
        public Builder drainLimit(Duration value) {
            drainLimit = value;
            return this;
        }

        /**
         * The options as they are now.
         *
         * @throws dev.shardroute.error.ShardrouteException {@code SR07001} naming an option that is wrong
         */
        public MysqlServerOptions build() {
            return new MysqlServerOptions(bindAddress, port, serverVersion, maxConnections, maxPacketBytes,
                    handshakeTimeout, idleTimeout, drainLimit);
        }
    }
}
