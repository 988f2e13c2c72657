package dev.shardroute.vindex;

import java.util.List;
import java.util.Map;

/** Makes vindexes of a type that is known by its traits only, so that VSchemas with them can be read and planned. */
record DeclaredFactory(VindexTraits traits) implements VindexFactory {
    private static final int MAX_COLUMNS = 8;

    @Override
    public Vindex create(String name, Map<String, String> values) {
        Params params = new Params(name, values);
        if (traits.capabilities().contains(Capability.LOOKUP)) {
            return lookup(name, params);
        }
        if (traits.capabilities().contains(Capability.MULTI_COLUMN)) {
            return new DeclaredVindex.MultiColumn(name, traits.withCost(multiColumnCost(params)));
        }
        return new DeclaredVindex.SingleColumn(name, traits);
    }

    private Vindex lookup(String name, Params params) {
        LookupTable table = LookupTable.read(params);
        int cost = traits.type().equals("lookup_cost") ? params.integer("cost", traits.cost()) : traits.cost();
        VindexTraits costing = traits.withCost(cost);
        return new DeclaredVindex.Lookups(name,
                table.writeOnly() ? costing.with(Capability.BACKFILLING) : costing, table);
    }

    private int multiColumnCost(Params params) {
        if (!traits.type().equals("multicol")) {
            return traits.cost();
        }
        int columns = params.integer("column_count", 0);
        if (columns < 1 || columns > MAX_COLUMNS) {
            throw params.bad("column_count", "1 to " + MAX_COLUMNS + " is needed");
        }
        List<String> types = params.list("column_vindex");
        int cost = 0;
        for (int i = 0; i < columns; i++) {
            cost += costOfColumn(params, i < types.size() && !types.get(i).isEmpty() ? types.get(i) : "hash");
        }
        return cost;
    }

    private static int costOfColumn(Params params, String type) {
        return VindexRegistry.standard().traits(type)
                .filter(sub -> sub.unique() && sub.capabilities().contains(Capability.HASHING))
                .orElseThrow(() -> params.bad("column_vindex", "'" + type + "' is not a type that hashes one value"))
                .cost();
    }
}
