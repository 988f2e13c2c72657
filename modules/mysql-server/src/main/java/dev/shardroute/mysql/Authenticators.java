package dev.shardroute.mysql;

import java.util.Map;

/** The authenticators that come with the server. */
public final class Authenticators {
    private Authenticators() {
    }

    /** Lets everybody in under any name, whatever the password. For tests and closed networks. */
    public static Authenticator trusting() {
        return new Trusting();
    }

    /** Lets these users in, who are asked to start with {@link AuthPlugin#CACHING_SHA2_PASSWORD}. */
    public static Authenticator fixed(Map<String, String> passwords) {
        return fixed(passwords, AuthPlugin.CACHING_SHA2_PASSWORD);
    }

    /** Lets these users in; the map is from user names to passwords in the clear, and is copied. */
    public static Authenticator fixed(Map<String, String> passwords, AuthPlugin firstPlugin) {
        return new Fixed(Map.copyOf(passwords), firstPlugin);
    }

    private record Trusting() implements Authenticator {
        @Override
        public AuthPlugin firstPlugin() {
            return AuthPlugin.CACHING_SHA2_PASSWORD;
        }

        @Override
        public boolean accepts(Login login) {
            return true;
        }
    }

    private record Fixed(Map<String, String> passwords, AuthPlugin firstPlugin) implements Authenticator {
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
