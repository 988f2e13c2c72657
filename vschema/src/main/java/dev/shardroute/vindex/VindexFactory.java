package dev.shardroute.vindex;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The SPI of a type of vindex: makes vindexes of that type. Immutable and safe for use by many threads. A factory that is
 * declared as a provider for {@link java.util.ServiceLoader} is in {@link VindexRegistry#installed()}.
 */
public interface VindexFactory {
    /** The type, with the traits its vindexes have unless their parameters say otherwise. */
    VindexTraits traits();

    /** The names of the parameters that it reads; empty when it cannot tell, because it hands them on for example. */
    default Optional<Set<String>> parameters() {
        return Optional.empty();
    }

    /**
     * A vindex of this type. Parameters that it does not know are left alone, as Vitess leaves them.
     *
     * @param name   the name that the VSchema gives it
     * @param params the parameters of the VSchema
     * @throws dev.shardroute.error.ShardrouteException {@code SR02004} when a parameter is bad or missing
     */
    Vindex create(String name, Map<String, String> params);
}
