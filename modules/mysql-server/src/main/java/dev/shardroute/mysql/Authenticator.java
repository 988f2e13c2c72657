package dev.shardroute.mysql;

/** Decides who may connect. Called by many threads at once; may block. See {@link Authenticators}. */
public interface Authenticator {
    /** The plugin that clients are asked to start with. */
    AuthPlugin firstPlugin();

    /**
     * True when the login proves that the user may connect. A client that starts with a plugin that {@link AuthPlugin}
     * does not know is first made to switch to {@link AuthPlugin#NATIVE_PASSWORD}.
     */
    boolean accepts(Login login);
}
