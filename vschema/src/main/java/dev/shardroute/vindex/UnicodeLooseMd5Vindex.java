package dev.shardroute.vindex;

import dev.shardroute.key.KeyspaceId;
import dev.shardroute.type.Value;

/**
 * {@code unicode_loose_md5}: MD5 (RFC 1321) of the text's primary weights in the root collation of CLDR 23, each two or three
 * bytes, without blanks at the end of the text; sixteen bytes. Text that differs in case or accents only has the same keyspace
 * id. NULL is the empty text; what is not UTF-8 is refused. Vitess's definition, with the tables of golang.org/x/text.
 */
record UnicodeLooseMd5Vindex(String name, VindexTraits traits) implements Hashing {
    @Override
    public KeyspaceId hash(Value value) {
        return KeyspaceId.of(digest(value));
    }

    static byte[] digest(Value value) {
        LooseKey key = LooseKey.of(value);
        return Md5.digest(key.bytes(), key.length());
    }
}
