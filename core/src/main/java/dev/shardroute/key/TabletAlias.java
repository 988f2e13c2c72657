package dev.shardroute.key;

import dev.shardroute.error.ErrorCode;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a tablet is called: its cell and a number that is its own there. Ordered by cell and number.
 *
 * @param cell the cell: letters, digits, {@code -}, {@code _} and {@code .}
 * @param uid  from 0 to 4,294,967,295
 */
public record TabletAlias(String cell, long uid) implements Comparable<TabletAlias> {
    private static final Pattern CELL = Pattern.compile("[-_.a-zA-Z0-9]+");
    private static final Pattern FORM = Pattern.compile("(" + CELL + ")-([0-9]+)");
    private static final long MAX_UID = 0xffff_ffffL;
    private static final Comparator<TabletAlias> ORDER =
            Comparator.comparing(TabletAlias::cell).thenComparingLong(TabletAlias::uid);

    /**
     * Checks the parts.
     *
     * @throws dev.shardroute.error.ShardrouteException {@code SR03001} when one is out of bounds
     */
    public TabletAlias {
        if (!CELL.matcher(cell).matches() || uid < 0 || uid > MAX_UID) {
            throw wrong(cell + "-" + uid);
        }
    }

    /**
     * Reads {@code cell-uid}; what stands behind the last dash is the number, and zeros may come before it.
     *
     * @throws dev.shardroute.error.ShardrouteException {@code SR03001} for anything else
     */
    public static TabletAlias parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw wrong(text);
        }
        try {
            return new TabletAlias(parts.group(1), Long.parseLong(parts.group(2)));
        } catch (NumberFormatException e) {
            throw wrong(text);
        }
    }

    private static RuntimeException wrong(String text) {
        return ErrorCode.SR03001.error(text, "tablet alias", "cell-uid is needed, the uid at most " + MAX_UID);
    }

    @Override
    public int compareTo(TabletAlias other) {
        return ORDER.compare(this, other);
    }

    /** {@code zone1-0000000100}: the number has ten digits at least. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s-%010d", cell, uid);
    }
}
