package dev.shardroute.cli.demo;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Results as aligned text. */
final class TextTable {
    private static final int MOST_ROWS = 8;

    private TextTable() {}

    /** The column names, the first rows, and how many there are in all. */
    static List<String> of(ResultSet result) throws SQLException {
        int columns = result.getMetaData().getColumnCount();
        List<List<String>> rows = new ArrayList<>();
        rows.add(header(result, columns));
        int count = 0;
        while (result.next()) {
            count++;
            if (count <= MOST_ROWS) {
                rows.add(row(result, columns));
            }
        }
        List<String> lines = new ArrayList<>(align(rows, columns));
        lines.add((count > MOST_ROWS ? "... " : "") + count + " row(s)");
        return lines;
    }

    private static List<String> header(ResultSet result, int columns) throws SQLException {
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
            names.add(result.getMetaData().getColumnLabel(i));
        }
        return names;
    }

    private static List<String> row(ResultSet result, int columns) throws SQLException {
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
            String value = result.getString(i);
            values.add(value == null ? "NULL" : value);
        }
        return values;
    }

    private static List<String> align(List<List<String>> rows, int columns) {
        int[] widths = IntStream.range(0, columns)
                .map(column -> rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0)).toArray();
        return rows.stream().map(row -> IntStream.range(0, columns)
                .mapToObj(column -> row.get(column) + " ".repeat(widths[column] - row.get(column).length()))
                .collect(Collectors.joining("  ", "", "")).stripTrailing()).toList();
    }
}
