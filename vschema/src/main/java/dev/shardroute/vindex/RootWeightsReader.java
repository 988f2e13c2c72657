package dev.shardroute.vindex;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.InflaterInputStream;

/**
 * Reads the weights from their resource: numbers, of which each byte has seven bits, the lowest first, and the eighth bit
 * when there are more. Characters are written as the distance from the one before, weights as the difference.
 */
final class RootWeightsReader {
    private static final String RESOURCE = "root-weights.bin";
    private static final int OFFSET_SHIFT = 16;

    private final InputStream in;
    private final short[] pages = new short[(Character.MAX_CODE_POINT + 1) / RootWeights.PAGE];
    private int[] values = new int[0];
    private int[] sequences = new int[1 << 14];
    private int used;
    /** The weight of the element before. */
    private int weight;

    /** The steps of the contractions, and for each state its match. */
    private final TreeMap<Long, Integer> steps = new TreeMap<>();
    private int[] matches = new int[1 << 10];
    private int states;

    private RootWeightsReader(InputStream in) {
        this.in = in;
        Arrays.fill(pages, (short) -1);
        Arrays.fill(matches, Contractions.NONE);
    }

    static RootWeights read() {
        InputStream resource = Objects.requireNonNull(RootWeightsReader.class.getResourceAsStream(RESOURCE), RESOURCE);
        try (InputStream in = new BufferedInputStream(new InflaterInputStream(resource))) {
            return new RootWeightsReader(in).weights();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RootWeights weights() throws IOException {
        Ideographs ideographs = ideographs();
        characters();
        Contractions contractions = contractions();
        return new RootWeights(pages, values, Arrays.copyOf(sequences, used), contractions, ideographs, marks());
    }

    private Ideographs ideographs() throws IOException {
        int count = number();
        int[] starts = new int[count];
        int[] ends = new int[count];
        int[] offsets = new int[count];
        for (int i = 0; i < count; i++) {
            starts[i] = (i == 0 ? 0 : ends[i - 1]) + number();
            ends[i] = starts[i] + number() - 1;
            offsets[i] = number() << OFFSET_SHIFT;
        }
        return new Ideographs(starts, ends, offsets);
    }

    private void characters() throws IOException {
        int character = 0;
        for (int left = number(); left > 0; left--) {
            character += number();
            int index = elements(number());
            boolean isOne = sequences[index] == 1;
            set(character, isOne ? sequences[index + 1] : RootWeights.SEQUENCE | index);
            used = isOne ? index : used;
        }
    }

    private void set(int character, int value) {
        int page = pages[character / RootWeights.PAGE];
        if (page < 0) {
            page = values.length / RootWeights.PAGE;
            pages[character / RootWeights.PAGE] = (short) page;
            values = Arrays.copyOf(values, values.length + RootWeights.PAGE);
            Arrays.fill(values, page * RootWeights.PAGE, values.length, RootWeights.UNKNOWN);
        }
        values[page * RootWeights.PAGE + character % RootWeights.PAGE] = value;
    }

    private int value(int character) {
        return values[pages[character / RootWeights.PAGE] * RootWeights.PAGE + character % RootWeights.PAGE];
    }

    /** The index of so many elements in the sequences. */
    private int elements(int count) throws IOException {
        int index = sequence(count);
        for (int i = 1; i <= count; i++) {
            int difference = number();
            weight += (difference >>> 1) ^ -(difference & 1);
            sequences[index + i] = RootWeights.element(weight, number());
        }
        return index;
    }

    /** Room for so many elements. */
    private int sequence(int count) {
        if (used + count >= sequences.length) {
            sequences = Arrays.copyOf(sequences, 2 * sequences.length);
        }
        int index = used;
        sequences[index] = count;
        used += 1 + count;
        return index;
    }

    private Contractions contractions() throws IOException {
        int first = 0;
        for (int left = number(); left > 0; left--) {
            first += number();
            int state = newState();
            matches[state] = alone(first);
            set(first, RootWeights.CONTRACTION | state);
            for (int more = number(); more > 0; more--) {
                int end = path(state);
                matches[end] = elements(number());
            }
        }
        return new Contractions(steps.keySet().stream().mapToLong(Long::longValue).toArray(),
                steps.values().stream().mapToInt(Integer::intValue).toArray(), Arrays.copyOf(matches, states));
    }

    /** The elements that a character has when no contraction follows. */
    private int alone(int character) {
        int value = value(character);
        if ((value & RootWeights.SEQUENCE) != 0) {
            return value & ~RootWeights.SEQUENCE;
        }
        int index = sequence(1);
        sequences[index + 1] = value;
        return index;
    }

    /** The state at the end of the characters that follow, each of them a step. */
    private int path(int from) throws IOException {
        int state = from;
        for (int left = number(); left > 0; left--) {
            long step = Contractions.key(state, number());
            Integer next = steps.get(step);
            if (next == null) {
                next = newState();
                steps.put(step, next);
            }
            state = next;
        }
        return state;
    }

    private int newState() {
        if (states == matches.length) {
            matches = Arrays.copyOf(matches, 2 * states);
            Arrays.fill(matches, states, matches.length, Contractions.NONE);
        }
        return states++;
    }

    private Marks marks() throws IOException {
        int count = number();
        int[] characters = new int[count];
        int[] leads = new int[count];
        int[] trails = new int[count];
        int[] counts = new int[count];
        for (int i = 0; i < count; i++) {
            characters[i] = (i == 0 ? 0 : characters[i - 1]) + number();
            leads[i] = number();
            trails[i] = number();
            counts[i] = number();
        }
        return new Marks(characters, leads, trails, counts);
    }

    private int number() throws IOException {
        int number = 0;
        for (int shift = 0;; shift += 7) {
            int next = in.read();
            if (next < 0) {
                throw new IOException(RESOURCE + " ends too early");
            }
            number |= (next & 0x7f) << shift;
            if (next < 0x80) {
                return number;
            }
        }
    }
}
