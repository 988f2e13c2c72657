package dev.shardroute.vindex;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes vindexes of type {@code cfc}. */
record CfcFactory(VindexTraits traits) implements VindexFactory {
    private static final String HASH = "hash";
    private static final String OFFSETS = "offsets";
    private static final Pattern LIST = Pattern.compile("\\s*\\[\\s*([0-9]{1,9}(?:\\s*,\\s*[0-9]{1,9})*)\\s*]\\s*");

    @Override
    public Optional<Set<String>> parameters() {
        return Optional.of(Set.of(HASH, OFFSETS));
    }

    @Override
    public Vindex create(String name, Map<String, String> values) {
        Params params = new Params(name, values);
        return new CfcVindex(name, traits, switch (params.text(HASH)) {
            case "" -> new Cfc(UnaryOperator.identity(), List.of());
            case "md5" -> new Cfc(component -> Md5.digest(component, component.length), offsets(params));
            case "xxhash64" -> new Cfc(CfcFactory::xxHash, offsets(params));
            default -> throw params.bad(HASH, "'md5', 'xxhash64' or nothing is needed");
        });
    }

    private static byte[] xxHash(byte[] component) {
        return ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(XxHash64.hash(new HashedBytes(component, component.length)))
                .array();
    }

    private static List<Integer> offsets(Params params) {
        Matcher list = LIST.matcher(params.text(OFFSETS));
        List<Integer> offsets = list.matches()
                ? Stream.of(list.group(1).split(",", -1)).map(String::strip).map(Integer::valueOf).toList()
                : List.of();
        boolean rises = IntStream.range(0, offsets.size())
                .allMatch(i -> offsets.get(i) > (i == 0 ? 0 : offsets.get(i - 1)));
        if (offsets.isEmpty() || !rises) {
            throw params.bad(OFFSETS, "rising positive numbers in brackets are needed, such as '[2,4]'");
        }
        return offsets;
    }
}
