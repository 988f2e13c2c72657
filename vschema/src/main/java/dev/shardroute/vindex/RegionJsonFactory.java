package dev.shardroute.vindex;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes vindexes of type {@code region_json}. */
record RegionJsonFactory(VindexTraits traits) implements VindexFactory {
    private static final String REGION_MAP = "region_map";

    @Override
    public Optional<Set<String>> parameters() {
        return Optional.of(Set.of(REGION_MAP, RegionFactory.REGION_BYTES));
    }

    @Override
    public Vindex create(String name, Map<String, String> values) {
        Params params = new Params(name, values);
        int regionBytes = RegionFactory.regionBytes(params);
        return new RegionJsonVindex(name, traits, new NumberTable(params, REGION_MAP).read(), regionBytes);
    }
}
