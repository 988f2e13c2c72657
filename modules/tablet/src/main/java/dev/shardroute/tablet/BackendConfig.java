package dev.shardroute.tablet;

import dev.shardroute.error.ErrorCode;

/**
 * Where the backend of a shard is and how to sign in to it.
 *
 * @param host     a host name or address
 * @param port     the port of its MySQL protocol
 * @param database the database that holds the shard's tables
 * @param user     the user to sign in as
 * @param password the user's password; may be empty. It is in no message and in no text form of this record
 */
public record BackendConfig(String host, int port, String database, String user, String password) {
    /** Checks the values. */
    public BackendConfig {
        checkFilled("host", host);
        checkFilled("database", database);
        checkFilled("user", user);
        if (port < 1 || port > 65_535) {
            throw ErrorCode.SR07001.error("port", port + " is not between 1 and 65535");
        }
    }

    private static void checkFilled(String name, String value) {
        if (value.isBlank()) {
            throw ErrorCode.SR07001.error(name, "it is empty");
        }
    }

    /** {@code user@host:port/database}. */
    @Override
    public String toString() {
        return user + "@" + host + ":" + port + "/" + database;
    }
}
