package dev.shardroute.vindex;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * The collation elements of a text, in the order of the text after canonical decomposition: marks are put in the order of
 * their combining classes. After UTS 10 as golang.org/x/text/collate does it, to which the keyspace ids are bound: elements
 * are put in order and not characters, and not more than a few in a row.
 */
final class CollationElements {
    /** So many elements of marks in a row are put in order together. */
    private static final int MAX_MARKS = 30;

    private final RootWeights weights;
    private final int[] text;
    private int next;

    /** Elements that wait until it is known that no later one comes before them. */
    private int[] waiting = new int[16];
    private int count;

    CollationElements(RootWeights weights, int[] text) {
        this.weights = weights;
        this.text = text;
    }

    /** Gives all elements, in their order. */
    void forEach(IntConsumer consumer) {
        while (count > 0 || appendNext()) {
            int ready = ready();
            for (int i = 0; i < ready; i++) {
                consumer.accept(waiting[i]);
            }
            count -= ready;
            System.arraycopy(waiting, ready, waiting, 0, count);
        }
    }

    /** How many of the waiting elements are in their place; at least one is. */
    private int ready() {
        if (classOf(count - 1) == 0) {
            return count;
        }
        int bases = 0;
        while (classOf(bases) == 0) {
            bases++;
        }
        return bases > 0 ? bases : marks();
    }

    /** Collects the marks up to the next base. */
    private int marks() {
        int highest = classOf(count - 1);
        int before = count;
        while (appendNext()) {
            int combiningClass = classOf(before);
            if (combiningClass == 0 || count > MAX_MARKS) {
                return before;
            }
            if (combiningClass < highest) {
                moveBack(before, combiningClass);
            } else {
                highest = combiningClass;
            }
            before = count;
        }
        return count;
    }

    /** Moves the elements from {@code start} on before those of a higher class. */
    private void moveBack(int start, int combiningClass) {
        int place = start - 1;
        while (place > 0 && combiningClass < classOf(place - 1)) {
            place--;
        }
        int[] moved = Arrays.copyOfRange(waiting, start, count);
        System.arraycopy(waiting, place, waiting, place + moved.length, start - place);
        System.arraycopy(moved, 0, waiting, place, moved.length);
    }

    private int classOf(int index) {
        return RootWeights.combiningClass(waiting[index]);
    }

    private boolean appendNext() {
        if (next == text.length) {
            return false;
        }
        next += append(text, next, text.length);
        return true;
    }

    /** Adds the elements of the character at {@code at}, and of those weighed with it; gives how many characters these are. */
    private int append(int[] characters, int at, int end) {
        int character = characters[at];
        if (Hangul.isSyllable(character)) {
            appendSyllable(character);
            return 1;
        }
        int value = weights.value(character);
        if ((value & RootWeights.CONTRACTION) != 0) {
            return 1 + appendContraction(value & ~RootWeights.CONTRACTION, characters, at + 1, end);
        }
        if ((value & RootWeights.SEQUENCE) != 0) {
            appendSequence(value & ~RootWeights.SEQUENCE);
        } else {
            add(value);
        }
        return 1;
    }

    private void appendSyllable(int syllable) {
        add(weights.value(Hangul.leading(syllable)));
        add(weights.value(Hangul.vowel(syllable)));
        if (Hangul.hasTrailing(syllable)) {
            add(weights.value(Hangul.trailing(syllable)));
        }
    }

    private int appendContraction(int state, int[] characters, int at, int end) {
        ContractionMatch match = new ContractionMatch(weights, state, characters, at, end);
        appendSequence(match.sequence());
        int[] between = match.between();
        int done = 0;
        while (done < between.length) {
            done += append(between, done, between.length);
        }
        return match.end() - at;
    }

    private void appendSequence(int index) {
        int length = weights.lengthAt(index);
        for (int i = 0; i < length; i++) {
            add(weights.elementAt(index, i));
        }
    }

    private void add(int element) {
        if (count == waiting.length) {
            waiting = Arrays.copyOf(waiting, 2 * count);
        }
        waiting[count++] = element;
    }
}
