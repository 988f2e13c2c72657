package dev.shardroute.vindex;

import java.util.Map;

/** Makes vindexes that have others as parts, of any type of the registry that makes them. */
interface CompositeFactory extends VindexFactory {
    /**
     * As {@link VindexFactory#create}.
     *
     * @param registry makes the parts
     */
    Vindex create(String name, Map<String, String> params, VindexRegistry registry);

    @Override
    default Vindex create(String name, Map<String, String> params) {
        return create(name, params, VindexRegistry.standard());
    }
}
