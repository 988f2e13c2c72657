package dev.shardroute.vindex;

/**
 * {@code lookup_unicodeloosemd5_hash} and {@code lookup_unicodeloosemd5_hash_unique}: like {@code lookup_hash}, but values are in
 * the table as the first eight bytes of their {@code unicode_loose_md5}, a number. NULL is there as the empty text. A query that
 * is a part of a plan could not hash its values, so there is none. Vitess's definition.
 *
 * @param reader reads the table
 * @param writer writes it
 */
record LooseLookupVindex(String name, VindexTraits traits, LookupReader reader, LookupWriter writer)
        implements LookupTableVindex {}
