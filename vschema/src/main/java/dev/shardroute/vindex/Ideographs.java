package dev.shardroute.vindex;

/**
 * The weights of characters that the collation does not know: their code behind an offset. Ideographs come first, the usual
 * ones before the rare ones.
 */
final class Ideographs {
    private static final int OTHERS = 0x50000;

    private final int[] starts;
    private final int[] ends;
    private final int[] offsets;

    /** Ranges of ideographs in their order, from {@code starts} to {@code ends}, and what is added to their codes. */
    Ideographs(int[] starts, int[] ends, int[] offsets) {
        this.starts = starts;
        this.ends = ends;
        this.offsets = offsets;
    }

    int weight(int character) {
        int range = 0;
        while (range < ends.length && ends[range] < character) {
            range++;
        }
        boolean inside = range < ends.length && starts[range] <= character;
        return character + (inside ? offsets[range] : OTHERS);
    }
}
