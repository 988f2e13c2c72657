package dev.shardroute.cli.vindex;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardroute.cli.Json;
import dev.shardroute.key.Destination;
import dev.shardroute.type.Value;
import dev.shardroute.vindex.Prefixable;
import dev.shardroute.vindex.SingleColumnVindex;
import java.io.ByteArrayOutputStream;
import java.util.Map;

/**
 * The steps by which a vindex of type {@code cfc} comes to its keyspace ids. It shows each of them when the others have nothing to
 * do: without a hash the keyspace id is the value, and a pattern without a wildcard is its own prefix.
 */
final class Cfc {
    private Cfc() {}

    /** The keyspace id of a key, or what the part of a key says of it. */
    static ObjectNode id(VindexRow row) {
        Prefixable cfc = VindexRows.of(Prefixable.class, row.vindex(row.params()));
        return row.flag("prefix_mode")
                ? Json.object().put("ksid", start(cfc.prefix().map(literal(row.input(0)))))
                : Answers.destination(cfc.map(row.input(0)));
    }

    /** What a pattern begins with before its first wildcard. */
    static ObjectNode patternPrefix(VindexRow row) {
        return Json.object().put("prefix_hex", start(patterns(row).map(row.input(0))));
    }

    /** The range of the keyspace ids that begin with these bytes. */
    static ObjectNode range(VindexRow row) {
        return Answers.destination(patterns(row).map(literal(row.input(0))));
    }

    /** The first keyspace id behind that range. */
    static ObjectNode next(VindexRow row) {
        return patterns(row).map(literal(row.input(0))) instanceof Destination.Range(var range) && !range.isEndOpen()
                ? Json.object().put("bytes_hex", range.end().toString())
                : Json.object().put("none", true);
    }

    /** How many bytes the hash of a component has. */
    static ObjectNode hashLength(VindexRow row) {
        Value component = row.input(0);
        Map<String, String> params = row.params();
        params.put("offsets", "[" + Math.max(1, component.length()) + "]");
        Prefixable cfc = VindexRows.of(Prefixable.class, row.vindex(params));
        return Json.object().put("length", start(cfc.prefix().map(literal(component))).length() / 2);
    }

    /** For patterns, without a hash. */
    private static SingleColumnVindex patterns(VindexRow row) {
        return VindexRows.of(Prefixable.class, row.vindex(Map.of())).prefix();
    }

    /** The first keyspace id of a range; of all, there is none. */
    private static String start(Destination destination) {
        return destination instanceof Destination.Range(var range) ? range.start().toString() : "";
    }

    /** The pattern that matches these bytes only. */
    private static Value literal(Value value) {
        ByteArrayOutputStream pattern = new ByteArrayOutputStream();
        for (byte next : value.rawBytes()) {
            if (next == '%' || next == '_' || next == '\\') {
                pattern.write('\\');
            }
            pattern.write(next);
        }
        return Value.of(pattern.toByteArray());
    }
}
