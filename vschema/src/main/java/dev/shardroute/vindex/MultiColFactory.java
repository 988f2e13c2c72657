package dev.shardroute.vindex;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes vindexes of type {@code multicol}. Parameters that it does not know are for the vindexes of the columns. */
record MultiColFactory(VindexTraits traits) implements CompositeFactory {
    private static final String COLUMN_COUNT = "column_count";
    private static final String COLUMN_BYTES = "column_bytes";
    private static final String COLUMN_VINDEX = "column_vindex";
    private static final String USUAL_VINDEX = "hash";
    private static final int MAX_COLUMNS = 8;
    private static final int ID_BYTES = 8;

    @Override
    public Vindex create(String name, Map<String, String> values, VindexRegistry registry) {
        Params params = new Params(name, values);
        int count = params.integer(COLUMN_COUNT, 0);
        if (count < 1 || count > MAX_COLUMNS) {
            throw params.bad(COLUMN_COUNT, "1 to " + MAX_COLUMNS + " is needed");
        }
        List<Integer> bytes = bytes(params, list(params, COLUMN_BYTES, count));
        List<Hashing> vindexes = vindexes(params, count, registry);
        List<MultiColVindex.Column> columns = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            columns.add(new MultiColVindex.Column(vindexes.get(i), bytes.get(i)));
        }
        int cost = vindexes.stream().mapToInt(Vindex::cost).sum();
        return new MultiColVindex(name, traits.withCost(cost), columns);
    }

    /** As given; what is left of eight bytes is shared by the columns without a number, the first ones having more. */
    private static List<Integer> bytes(Params params, List<String> given) {
        int missing = (int) given.stream().filter(String::isEmpty).count();
        int left = ID_BYTES
                - given.stream().filter(text -> !text.isEmpty()).mapToInt(text -> number(params, text)).sum();
        if (missing > left) {
            throw params.bad(COLUMN_BYTES, "all columns together must have " + ID_BYTES + " bytes at most");
        }
        List<Integer> bytes = new ArrayList<>();
        for (String text : given) {
            if (text.isEmpty()) {
                int share = (left + missing - 1) / missing;
                bytes.add(share);
                left -= share;
                missing--;
            } else {
                bytes.add(number(params, text));
            }
        }
        return bytes;
    }

    private static int number(Params params, String text) {
        if (text.length() == 1 && text.charAt(0) >= '0' && text.charAt(0) <= '0' + ID_BYTES) {
            return text.charAt(0) - '0';
        }
        throw params.bad(COLUMN_BYTES, "numbers from 0 to " + ID_BYTES + " with commas are needed");
    }

    private static List<Hashing> vindexes(Params params, int count, VindexRegistry registry) {
        Map<String, String> others = new HashMap<>(params.values());
        others.keySet().removeAll(Set.of(COLUMN_COUNT, COLUMN_BYTES, COLUMN_VINDEX));
        HashingParts parts = new HashingParts(registry, params, COLUMN_VINDEX);
        return list(params, COLUMN_VINDEX, count).stream()
                .map(type -> type.isEmpty() ? USUAL_VINDEX : type)
                .map(type -> parts.create(type, others))
                .toList();
    }

    /** A text for every column, empty where the parameter says nothing. */
    private static List<String> list(Params params, String name, int count) {
        List<String> list = new ArrayList<>(params.list(name));
        if (list.size() > count) {
            throw params.bad(name, "there are more members than columns");
        }
        while (list.size() < count) {
            list.add("");
        }
        return list;
    }
}
