package dev.shardroute.vindex;

/**
 * The weights of the root collation of CLDR 23: which collation elements a character has, or several characters together. An
 * element is an {@code int}: the primary weight, 0 for none, and above that the canonical combining class of its character.
 *
 * <p>All that depends on a version of Unicode is in the resource, so that every JDK gives the same keyspace ids. Where it
 * comes from is said beside it, in {@code root-weights.NOTICE}. Immutable.
 */
final class RootWeights {
    /** The value of a character that is weighed by its code. */
    static final int UNKNOWN = -1;
    /** A value with this bit is the index of the character's elements. */
    static final int SEQUENCE = 1 << 29;
    /** A value with this bit is the state of the contractions that the character begins. */
    static final int CONTRACTION = 1 << 30;

    static final int PAGE = 256;
    static final int ASCII = 0x80;

    private static final int CLASS_SHIFT = 21;
    private static final int PRIMARY_MASK = (1 << CLASS_SHIFT) - 1;

    private final short[] pages;
    private final int[] values;
    private final int[] sequences;
    private final Contractions contractions;
    private final Ideographs ideographs;
    private final Marks marks;
    private final char[] ascii = new char[ASCII];

    /**
     * What the resource says.
     *
     * @param pages     for 256 characters each the number of their page, or -1 where the collation knows none of them
     * @param values    the pages: an element, {@link #UNKNOWN}, or one of the two bits and an index
     * @param sequences characters' elements, their number before them
     */
    RootWeights(short[] pages, int[] values, int[] sequences, Contractions contractions, Ideographs ideographs,
            Marks marks) {
        this.pages = pages;
        this.values = values;
        this.sequences = sequences;
        this.contractions = contractions;
        this.ideographs = ideographs;
        this.marks = marks;
        for (int character = 0; character < ASCII; character++) {
            ascii[character] = (char) primary(firstElement(value(character)));
        }
    }

    /** The weights; the resource is read when they are first asked for. */
    static RootWeights get() {
        return Holder.WEIGHTS;
    }

    static int element(int primary, int combiningClass) {
        return combiningClass << CLASS_SHIFT | primary;
    }

    static int primary(int element) {
        return element & PRIMARY_MASK;
    }

    static int combiningClass(int element) {
        return element >>> CLASS_SHIFT;
    }

    /** The value of a character that is no Hangul syllable: an element, or one of the two bits and an index. */
    int value(int character) {
        int page = pages[character / PAGE];
        int value = page < 0 ? UNKNOWN : values[page * PAGE + character % PAGE];
        return value == UNKNOWN ? element(ideographs.weight(character), 0) : value;
    }

    /** The primary weight of an ASCII character with another one behind it: it has nothing else. */
    int ofAscii(int character) {
        return ascii[character];
    }

    private int firstElement(int value) {
        return (value & CONTRACTION) == 0 ? value : elementAt(contractions.match(value & ~CONTRACTION), 0);
    }

    /** How many elements there are at an index. */
    int lengthAt(int index) {
        return sequences[index];
    }

    /** One of the elements at an index, the first being number 0. */
    int elementAt(int index, int number) {
        return sequences[index + 1 + number];
    }

    /** The characters that are weighed together with others. */
    Contractions contractions() {
        return contractions;
    }

    /** The characters that combine with those before them. */
    Marks marks() {
        return marks;
    }

    /** Read once, by whoever comes first. */
    private static final class Holder {
        private static final RootWeights WEIGHTS = RootWeightsReader.read();

        private Holder() {}
    }
}
