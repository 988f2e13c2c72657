package dev.shardroute.tablet;

import dev.shardroute.error.ErrorCode;
import java.time.Duration;

/**
 * The bounds of each pool of connections.
 *
 * @param poolSize       the most connections to one backend; up to 10,000
 * @param queueLength    how many callers may wait for a connection of one backend; from 0 to 1,000,000
 * @param waitLimit      how long each of them waits at most; not zero
 * @param connectTimeout how long a new connection may take; at least a millisecond
 * @param idleTimeout    after how long without use a connection is closed; not zero
 * @param pingAfter      after how long without use a connection is tried before it is given out; zero for always
 */
public record TabletOptions(int poolSize, int queueLength, Duration waitLimit, Duration connectTimeout,
        Duration idleTimeout, Duration pingAfter) {
    private static final Duration LONGEST = Duration.ofDays(1);

    /** 16 connections, 256 waiting callers for 5 seconds, 3 seconds to connect, closed after 10 minutes, tried after 500 ms. */
    public static final TabletOptions DEFAULTS =
            new TabletOptions(16, 256, Duration.ofSeconds(5), Duration.ofSeconds(3),
                    Duration.ofMinutes(10), Duration.ofMillis(500));

    /** Checks the values. */
    public TabletOptions {
        check("poolSize", poolSize, 1, 10_000);
        check("queueLength", queueLength, 0, 1_000_000);
        check("waitLimit", waitLimit, Duration.ofNanos(1));
        check("connectTimeout", connectTimeout, Duration.ofMillis(1));
        check("idleTimeout", idleTimeout, Duration.ofMillis(1));
        check("pingAfter", pingAfter, Duration.ZERO);
    }

    private static void check(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw ErrorCode.SR07001.error(name, value + " is not between " + least + " and " + most);
        }
    }

    private static void check(String name, Duration value, Duration least) {
        if (value.compareTo(least) < 0 || value.compareTo(LONGEST) > 0) {
            throw ErrorCode.SR07001.error(name, value + " is not between " + least + " and " + LONGEST);
        }
    }

    /** A builder that starts from {@link #DEFAULTS}. */
    public static Builder builder() {
        return new Builder();
    }

    /** Makes {@link TabletOptions}. */
    public static final class Builder {
        private int poolSize = DEFAULTS.poolSize;
        private int queueLength = DEFAULTS.queueLength;
        private Duration waitLimit = DEFAULTS.waitLimit;
        private Duration connectTimeout = DEFAULTS.connectTimeout;
        private Duration idleTimeout = DEFAULTS.idleTimeout;
        private Duration pingAfter = DEFAULTS.pingAfter;

        private Builder() {}

        /** Sets the most connections to one backend. */
        public Builder poolSize(int connections) {
            poolSize = connections;
            return this;
        }

        /** Sets how many callers may wait for a connection. */
        public Builder queueLength(int callers) {
            queueLength = callers;
            return this;
        }

        /** Sets how long a caller waits for a connection. */
        public Builder waitLimit(Duration limit) {
            waitLimit = limit;
            return this;
        }

        /** Sets how long a new connection may take. */
        public Builder connectTimeout(Duration timeout) {
            connectTimeout = timeout;
            return this;
        }

        /** Sets after how long without use a connection is closed. */
        public Builder idleTimeout(Duration timeout) {
            idleTimeout = timeout;
            return this;
        }

        /** Sets after how long without use a connection is tried before it is given out. */
        public Builder pingAfter(Duration time) {
            pingAfter = time;
            return this;
        }

        /**
         * The options.
         *
         * @throws dev.shardroute.error.ShardrouteException {@code SR07001} when a value is out of range
         */
        public TabletOptions build() {
            return new TabletOptions(poolSize, queueLength, waitLimit, connectTimeout, idleTimeout, pingAfter);
        }
    }
}
