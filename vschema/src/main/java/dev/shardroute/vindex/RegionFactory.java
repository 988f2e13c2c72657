package dev.shardroute.vindex;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes vindexes of type {@code region_experimental}. */
record RegionFactory(VindexTraits traits) implements VindexFactory {
    static final String REGION_BYTES = "region_bytes";

    @Override
    public Optional<Set<String>> parameters() {
        return Optional.of(Set.of(REGION_BYTES));
    }

    @Override
    public Vindex create(String name, Map<String, String> values) {
        return new RegionVindex(name, traits, regionBytes(new Params(name, values)));
    }

    static int regionBytes(Params params) {
        return switch (params.text(REGION_BYTES)) {
            case "1" -> 1;
            case "2" -> 2;
            default -> throw params.bad(REGION_BYTES, "'1' or '2' is needed");
        };
    }
}
