package dev.shardroute.vindex;

import java.util.Arrays;

/** The characters whose canonical decomposition begins with a mark that combines with what is before it. */
final class Marks {
    private final int[] characters;
    private final int[] leads;
    private final int[] trails;
    private final int[] counts;

    /** The characters in their order, and what {@link #lead}, {@link #trail} and {@link #count} give for each. */
    Marks(int[] characters, int[] leads, int[] trails, int[] counts) {
        this.characters = characters;
        this.leads = leads;
        this.trails = trails;
        this.counts = counts;
    }

    /** The combining class of the first character of the decomposition; 0 for other characters. */
    int lead(int character) {
        return of(character, leads);
    }

    /** The combining class of the last character of the decomposition; 0 for other characters. */
    int trail(int character) {
        return of(character, trails);
    }

    /** How many marks the decomposition begins with; 0 for other characters. */
    int count(int character) {
        return of(character, counts);
    }

    private int of(int character, int[] table) {
        int mark = Arrays.binarySearch(characters, character);
        return mark < 0 ? 0 : table[mark];
    }
}
