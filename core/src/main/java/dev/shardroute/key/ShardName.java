package dev.shardroute.key;

import dev.shardroute.error.ErrorCode;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of a shard. A name with a dash in it says its key range ({@code -80}, {@code 40-80}); any other ({@code 0},
 * {@code custom}) is a shard without one, which holds the whole of an unsharded keyspace.
 *
 * @param name     the name, hexadecimal digits in lower case
 * @param keyRange the range the name says, or empty
 */
public record ShardName(String name, Optional<KeyRange> keyRange) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    /**
     * Reads a shard name.
     *
     * @throws dev.shardroute.error.ShardrouteException {@code SR03001} when it is not {@code [A-Za-z0-9_-]{1,64}}, or has a
     *         dash and is not a key range
     */
    public static ShardName parse(String text) {
        if (!FORM.matcher(text).matches()) {
            throw ErrorCode.SR03001.error(text, "shard name", "1 to 64 letters, digits, '_' or '-' are needed");
        }
        if (text.indexOf('-') < 0) {
            return new ShardName(text, Optional.empty());
        }
        return new ShardName(text.toLowerCase(Locale.ROOT), Optional.of(KeyRange.parse(text)));
    }

    @Override
    public String toString() {
        return name;
    }
}
