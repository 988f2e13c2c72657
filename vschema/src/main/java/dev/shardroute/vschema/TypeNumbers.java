package dev.shardroute.vschema;

import static java.util.Map.entry;

import dev.shardroute.type.Type;
import java.util.Map;
import java.util.Optional;

/** The numbers of types in Vitess's {@code query.proto}: protobuf's JSON may have them in place of names. */
final class TypeNumbers {
    private static final Map<String, Type> TYPES = Map.ofEntries(
            entry("0", Type.NULL), entry("257", Type.INT8), entry("770", Type.UINT8), entry("259", Type.INT16),
            entry("772", Type.UINT16), entry("261", Type.INT24), entry("774", Type.UINT24), entry("263", Type.INT32),
            entry("776", Type.UINT32), entry("265", Type.INT64), entry("778", Type.UINT64),
            entry("1035", Type.FLOAT32), entry("1036", Type.FLOAT64), entry("2061", Type.TIMESTAMP),
            entry("2062", Type.DATE), entry("2063", Type.TIME), entry("2064", Type.DATETIME), entry("785", Type.YEAR),
            entry("18", Type.DECIMAL), entry("6163", Type.TEXT), entry("10260", Type.BLOB),
            entry("6165", Type.VARCHAR), entry("10262", Type.VARBINARY), entry("6167", Type.CHAR),
            entry("10264", Type.BINARY), entry("2073", Type.BIT), entry("2074", Type.ENUM), entry("2075", Type.SET),
            entry("2077", Type.GEOMETRY), entry("2078", Type.JSON), entry("31", Type.EXPRESSION),
            entry("4128", Type.HEXNUM), entry("4129", Type.HEXVAL), entry("4130", Type.BITNUM),
            entry("2083", Type.VECTOR));

    private TypeNumbers() {}

    static Optional<Type> typeOf(String number) {
        return Optional.ofNullable(TYPES.get(number));
    }
}
