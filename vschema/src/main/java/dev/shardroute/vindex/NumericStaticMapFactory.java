package dev.shardroute.vindex;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes vindexes of type {@code numeric_static_map}. */
record NumericStaticMapFactory(VindexTraits traits) implements CompositeFactory {
    private static final String JSON = "json";
    private static final String JSON_PATH = "json_path";
    private static final String FALLBACK_TYPE = "fallback_type";

    @Override
    public Optional<Set<String>> parameters() {
        return Optional.of(Set.of(JSON, JSON_PATH, FALLBACK_TYPE));
    }

    @Override
    public Vindex create(String name, Map<String, String> values, VindexRegistry registry) {
        Params params = new Params(name, values);
        String type = params.has(FALLBACK_TYPE) ? params.text(FALLBACK_TYPE) : "numeric";
        Hashing fallback = new HashingParts(registry, params, FALLBACK_TYPE).create(type, Map.of());
        return new NumericStaticMapVindex(name, traits, numbers(params), fallback);
    }

    private static Map<Long, Long> numbers(Params params) {
        String param = params.has(JSON) ? JSON : JSON_PATH;
        if (params.has(JSON) == params.has(JSON_PATH)) {
            throw params.bad(param, "either '" + JSON + "' or '" + JSON_PATH + "' is needed, and not both");
        }
        NumberTable table = new NumberTable(params, param);
        Map<Long, Long> numbers = new HashMap<>();
        (param.equals(JSON) ? table.parse(params.text(JSON)) : table.read()).forEach((text, number) -> {
            if (numbers.put(table.unsigned(text), number) != null) {
                throw params.bad(param, "it has the number " + text + " twice");
            }
        });
        return numbers;
    }
}
