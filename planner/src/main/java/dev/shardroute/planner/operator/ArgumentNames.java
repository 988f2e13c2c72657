package dev.shardroute.planner.operator;

import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.TableName;
import dev.shardroute.sql.printer.SqlPrinter;

/** Names of bind variables that tell what they stand for. */
final class ArgumentNames {
    private ArgumentNames() {}

    /** {@code table_column}, or {@code column}. */
    static String of(Expression.Column column) {
        TableName table = column.table();
        return compliant(table == null ? column.name() : table.name() + "_" + column.name());
    }

    /** The text of the expression. */
    static String of(Expression expression) {
        return compliant(SqlPrinter.print(expression));
    }

    /** Whatever is no letter or digit becomes an underscore. */
    private static String compliant(String text) {
        StringBuilder name = new StringBuilder(text.length());
        text.codePoints().forEach(point -> name.appendCodePoint(isPlain(point) ? point : '_'));
        return name.toString();
    }

    private static boolean isPlain(int point) {
        return point == '_' || (point < 128 && Character.isLetterOrDigit(point));
    }
}
