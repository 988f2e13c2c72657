package dev.shardroute.mysql;

import java.net.InetSocketAddress;
import java.security.MessageDigest;

/** What a client sent to prove that it knows its user's password. Immutable. */
public final class Login {
    private final String user;
    private final InetSocketAddress client;
    private final AuthPlugin plugin;
    private final byte[] salt;
    private final byte[] response;

    /** The answer {@code response} that {@code user} gave to {@code salt}; the arrays are copied. */
    public Login(String user, InetSocketAddress client, AuthPlugin plugin, byte[] salt, byte[] response) {
        this.user = user;
        this.client = client;
        this.plugin = plugin;
        this.salt = salt.clone();
        this.response = response.clone();
    }

    /** The user's name. */
    public String user() {
        return user;
    }

    /** The client's address. */
    public InetSocketAddress client() {
        return client;
    }

    /** How the password was proved. */
    public AuthPlugin plugin() {
        return plugin;
    }

    /** The random bytes that this proof, and no other, is made with; a fresh copy. */
    public byte[] salt() {
        return salt.clone();
    }

    /** The proof, a fresh copy. */
    public byte[] response() {
        return response.clone();
    }

    /** True when the client gave no password. */
    public boolean isPasswordEmpty() {
        return response.length == 0 || (response.length == 1 && response[0] == 0);
    }

    /** True when only somebody who knows {@code password} could have answered so; takes the same time either way. */
    public boolean proves(String password) {
        if (password.isEmpty() || isPasswordEmpty()) {
            return password.isEmpty() && isPasswordEmpty();
        }
        return MessageDigest.isEqual(plugin.scramble(password, salt), response);
    }
}
