package dev.shardroute.vindex;

import java.util.Map;

/** The SPI of a type of vindex: makes vindexes of that type. Immutable and safe for use by many threads. */
public interface VindexFactory {
    /** The type, with the traits its vindexes have unless their parameters say otherwise. */
    VindexTraits traits();

    /**
     * A vindex of this type. Parameters that it does not know are left alone, as Vitess leaves them.
     *
     * @param name   the name that the VSchema gives it
     * @param params the parameters of the VSchema
     * @throws dev.shardroute.error.ShardrouteException {@code SR02004} when a parameter is bad or missing
     */
    Vindex create(String name, Map<String, String> params);
}
