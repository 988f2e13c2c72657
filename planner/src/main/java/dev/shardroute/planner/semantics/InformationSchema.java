package dev.shardroute.planner.semantics;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.type.Type;
import dev.shardroute.vschema.Column;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The columns that the tables of information_schema have in a version of MySQL. Immutable. */
final class InformationSchema {
    private static final String COLLATION = "utf8mb3_general_ci";

    private final Map<String, List<Column>> tables;

    private InformationSchema(Map<String, List<Column>> tables) {
        this.tables = Map.copyOf(tables);
    }

    /** Read when it is first asked for. */
    private static final class Version57 {
        private static final InformationSchema SCHEMA = read("information-schema-5.7.txt");
    }

    /** Read when it is first asked for. */
    private static final class Version80 {
        private static final InformationSchema SCHEMA = read("information-schema-8.0.txt");
    }

    /** That of a server of this version. */
    static InformationSchema of(String version) {
        return version.startsWith("5.7") ? Version57.SCHEMA : Version80.SCHEMA;
    }

    /** The columns of a table; empty when the table is not known, or of another schema. */
    Optional<List<Column>> columns(String schema, String table) {
        return schema.equalsIgnoreCase("information_schema")
                ? Optional.ofNullable(tables.get(table.toUpperCase(Locale.ROOT)))
                : Optional.empty();
    }

    private static InformationSchema read(String file) {
        try (InputStream bytes = InformationSchema.class.getResourceAsStream(file);
                BufferedReader lines = new BufferedReader(
                        new InputStreamReader(Objects.requireNonNull(bytes, file), StandardCharsets.UTF_8))) {
            return parse(lines.lines().filter(line -> !line.startsWith("#")).toList());
        } catch (IOException e) {
            throw ErrorCode.VT13001.error(file + ": " + e.getMessage());
        }
    }

    /** A line without indentation is the name of a table, the lines below it are its columns. */
    private static InformationSchema parse(List<String> lines) {
        Map<String, List<Column>> tables = new HashMap<>();
        List<Column> columns = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith(" ")) {
                columns.add(column(line.strip().split(" ", 2)));
            } else {
                columns = new ArrayList<>();
                tables.put(line, columns);
            }
        }
        return new InformationSchema(tables);
    }

    /** {@code NAME TYPE}, {@code NAME TYPE(size,scale)?}. */
    private static Column column(String[] words) {
        boolean nullable = words[1].endsWith("?");
        String[] type = words[1].split("[(,)?]", -1);
        boolean isSized = type.length > 2;
        int size = isSized ? Integer.parseInt(type[1]) : 0;
        int scale = isSized && words[1].contains(",") ? Integer.parseInt(type[2]) : 0;
        return new Column(words[0], Optional.ofNullable(Type.ofName(type[0])), false, Optional.empty(),
                Optional.of(COLLATION), size, scale, nullable, List.of());
    }
}
