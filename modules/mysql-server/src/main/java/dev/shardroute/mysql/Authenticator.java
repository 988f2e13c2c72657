package dev.shardroute.mysql;

import java.util.List;

/** Decides who may connect. Called by many threads at once; may block. See {@link Authenticators}. */
public interface Authenticator {
    /**
     * The plugins whose proofs this can check, at least one. Clients are offered the first; one that starts with a plugin
     * that is not in the list is made to switch to the first.
     */
    List<AuthPlugin> plugins();

    /**
     * True when the login proves that the user may connect.
     *
     * @throws dev.shardroute.error.ShardrouteException to tell the client something else than {@code SR06005}
     */
    boolean accepts(Login login);
}
