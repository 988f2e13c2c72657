package dev.shardroute.cli.demo;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A result as a table of text, numbers to the right. */
final class ResultTable {
    private ResultTable() {}

    /** The heads, a line and the rows, each line ending in a newline. The result is read to its end. */
    static String print(ResultSet result) throws SQLException {
        int width = result.getMetaData().getColumnCount();
        List<List<String>> lines = new ArrayList<>();
        List<String> heads = new ArrayList<>();
        List<Boolean> numeric = new ArrayList<>();
        for (int column = 1; column <= width; column++) {
            heads.add(result.getMetaData().getColumnLabel(column));
            numeric.add(isNumeric(result.getMetaData().getColumnType(column)));
        }
        lines.add(heads);
        while (result.next()) {
            lines.add(row(result, width));
        }
        int rows = lines.size() - 1;
        return align(lines, numeric) + "(" + rows + (rows == 1 ? " row)\n" : " rows)\n");
    }

    private static List<String> row(ResultSet result, int width) throws SQLException {
        List<String> values = new ArrayList<>();
        for (int column = 1; column <= width; column++) {
            String value = result.getString(column);
            values.add(value == null ? "NULL" : value);
        }
        return values;
    }

    private static boolean isNumeric(int type) {
        return switch (type) {
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT, Types.DECIMAL, Types.DOUBLE, Types.REAL ->
                    true;
            default -> false;
        };
    }

    private static String align(List<List<String>> lines, List<Boolean> numeric) {
        List<Integer> widths = IntStream.range(0, numeric.size()).boxed()
                .map(column -> lines.stream().mapToInt(line -> length(line.get(column))).max().orElse(0)).toList();
        List<String> rule = widths.stream().map("-"::repeat).toList();
        lines.add(1, rule);
        return lines.stream().map(line -> IntStream.range(0, widths.size())
                .mapToObj(column -> pad(line.get(column), widths.get(column), numeric.get(column)))
                .collect(Collectors.joining("  ")).stripTrailing() + "\n").collect(Collectors.joining());
    }

    private static String pad(String text, int width, boolean right) {
        String blanks = " ".repeat(width - length(text));
        return right ? blanks + text : text + blanks;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
