package dev.shardroute.mysql;

import java.net.InetSocketAddress;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who is at the other end of a connection, and what it asked for when it logged in.
 *
 * @param connectionId the number of the connection, unique for this server until 2<sup>32</sup> connections were made
 * @param user         the user that has logged in
 * @param database     the database to start in, null for none
 * @param attributes   what the client says about itself ({@code _client_name}, {@code program_name}, ...)
 * @param client       the client's address
 * @param collation    the id of the client's collation, and so of its character set (255 is {@code utf8mb4_0900_ai_ci})
 * @param foundRows    true when the client counts rows found, not rows changed, as affected by an UPDATE
 */
public record ConnectionInfo(
        long connectionId,
        String user,
        @Nullable String database,
        Map<String, String> attributes,
        InetSocketAddress client,
        int collation,
        boolean foundRows) {
    /** Copies the attributes. */
    public ConnectionInfo {
        attributes = Map.copyOf(attributes);
    }

    /** The same client, to start in another database. */
    ConnectionInfo withDatabase(@Nullable String name) {
        return new ConnectionInfo(connectionId, user, name, attributes, client, collation, foundRows);
    }
}
