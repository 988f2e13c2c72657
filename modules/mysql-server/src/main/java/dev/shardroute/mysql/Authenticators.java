package dev.shardroute.mysql;

import java.util.List;
import java.util.Map;

/** The authenticators that come with the server. */
public final class Authenticators {
    private static final List<AuthPlugin> ALL = List.of(AuthPlugin.CACHING_SHA2_PASSWORD, AuthPlugin.NATIVE_PASSWORD);

    private Authenticators() {}

    /** Lets everybody in under any name, whatever the password. For tests and closed networks. */
    public static Authenticator trusting() {
        return new Trusting();
    }

    /**
     * Lets these users in. Clients are asked to start with {@link AuthPlugin#CACHING_SHA2_PASSWORD}; one that starts with
     * {@link AuthPlugin#NATIVE_PASSWORD} may go on with it.
     *
     * @param passwords from user names to passwords in the clear; copied
     */
    public static Authenticator fixed(Map<String, String> passwords) {
        return new Fixed(Map.copyOf(passwords), ALL);
    }

    /** Lets these users in as {@link #fixed(Map)} does, but only with proofs made by {@code plugin}. */
    public static Authenticator fixed(Map<String, String> passwords, AuthPlugin plugin) {
        return new Fixed(Map.copyOf(passwords), List.of(plugin));
    }

    private record Trusting() implements Authenticator {
        @Override
        public List<AuthPlugin> plugins() {
            return ALL;
        }

        @Override
        public boolean accepts(Login login) {
            return true;
        }
    }

    private record Fixed(Map<String, String> passwords, List<AuthPlugin> plugins) implements Authenticator {
        /** An unknown user costs as much time as a wrong password, so that time does not tell who exists. */
        @Override
        public boolean accepts(Login login) {
            boolean known = passwords.containsKey(login.user());
            return login.proves(passwords.getOrDefault(login.user(), "nobody has this password")) && known;
        }

        /** Without the passwords. */
        @Override
        public String toString() {
            return "Fixed[users=" + passwords.keySet() + "]";
        }
    }
}
