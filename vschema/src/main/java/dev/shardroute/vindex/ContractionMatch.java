package dev.shardroute.vindex;

import java.util.Arrays;

/**
 * The longest contraction at a place of a text. Marks between its characters do not break it as long as their combining
 * classes rise, as in UTS 10; they are weighed behind it. The search ends after thirty marks, as it does in
 * golang.org/x/text.
 */
final class ContractionMatch {
    private static final int[] NOTHING = {};
    private static final int MAX_MARKS = 30;

    private final RootWeights weights;
    private final int[] text;
    /** Behind the last character that may belong to the contraction. */
    private int limit;

    private int state;
    private int sequence;
    private int end;

    private int[] passed = NOTHING;
    private int betweenCount;

    /** Matches what follows the first character, from {@code start} to {@code limit}. */
    ContractionMatch(RootWeights weights, int state, int[] text, int start, int limit) {
        this.weights = weights;
        this.text = text;
        this.limit = limit;
        this.state = state;
        this.sequence = weights.contractions().match(state);
        this.end = start;
        int at = read(start);
        if (goesOn() && at < limit && weights.marks().lead(text[at]) != 0) {
            readBeyondMarks(at, limit);
        }
    }

    /** The index of the elements. */
    int sequence() {
        return sequence;
    }

    /** Behind the last character that has been used up. */
    int end() {
        return end;
    }

    /** The marks that stand before {@link #end} and do not belong to the contraction. */
    int[] between() {
        return betweenCount == 0 ? NOTHING : Arrays.copyOf(passed, betweenCount);
    }

    private boolean goesOn() {
        return !weights.contractions().isLeaf(state);
    }

    /** Goes on with as many characters as can be; gives where the next one is. */
    private int read(int from) {
        Contractions contractions = weights.contractions();
        int at = from;
        while (at < limit && goesOn()) {
            int next = contractions.step(state, text[at]);
            if (next == Contractions.NONE) {
                break;
            }
            state = next;
            at++;
            if (contractions.match(state) != Contractions.NONE) {
                sequence = contractions.match(state);
                end = at;
            }
        }
        return at;
    }

    private void readBeyondMarks(int firstMark, int textEnd) {
        Marks marks = weights.marks();
        int passedFrom = firstMark;
        int at = firstMark + 1;
        int highest = marks.trail(text[firstMark]);
        limit = limitOfMarks(at, textEnd);
        while (at < textEnd && goesOn() && marks.lead(text[at]) > highest) {
            highest = marks.trail(text[at]);
            int next = read(at);
            if (next == at) {
                at++;
            } else {
                pass(passedFrom, at);
                betweenCount = end == next ? passed.length : betweenCount;
                at = next;
                passedFrom = next;
            }
        }
    }

    private void pass(int from, int to) {
        int before = passed.length;
        passed = Arrays.copyOf(passed, before + to - from);
        System.arraycopy(text, from, passed, before, to - from);
    }

    private int limitOfMarks(int from, int textEnd) {
        int at = from;
        for (int marks = 0; at < textEnd; at++) {
            int count = weights.marks().count(text[at]);
            marks += count;
            if (count == 0 || marks > MAX_MARKS) {
                break;
            }
        }
        return at;
    }
}
