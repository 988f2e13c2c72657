package dev.shardroute.planner.plan;

import dev.shardroute.sql.function.ExpressionType;
import dev.shardroute.type.Type;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How plan descriptions write columns. */
final class KeyText {
    /** Collations of MySQL whose order Vitess does not know; it describes them without a name. */
    private static final Set<String> NAMELESS = Set.of("big5_bin", "big5_chinese_ci", "cp1250_czech_cs", "gb18030_bin",
            "gb18030_chinese_ci", "gbk_bin", "gbk_chinese_ci", "latin1_german2_ci", "latin2_czech_cs", "tis620_bin",
            "tis620_thai_ci", "ucs2_general_mysql500_ci", "utf8mb3_general_mysql500_ci", "utf8mb3_tolower_ci");

    private KeyText() {}

    /** {@code (0|2) ASC, 1 DESC COLLATE latin1_bin}. */
    static String sort(List<SortColumn> columns) {
        return all(columns, column -> indices(column.key(), "|") + (column.descending() ? " DESC" : " ASC")
                + collate(column.key()));
    }

    /** {@code (0|2), 1 COLLATE latin1_bin}. */
    static String group(List<KeyColumn> columns) {
        return all(columns, column -> indices(column, "|") + collate(column));
    }

    /** {@code (0:2)}, {@code 1: latin1_bin}. */
    static String distinct(KeyColumn column) {
        return indices(column, ":") + collation(column).map(name -> ": " + name).orElse("");
    }

    /** {@code sum_count(1) AS n, min(2|4) AS m}. */
    static String aggregates(List<Aggregate> aggregates) {
        return all(aggregates, KeyText::aggregate);
    }

    /** {@code L:0,R:1}. */
    static String joined(List<JoinedColumn> columns) {
        return columns.stream()
                .map(column -> (column.side() == JoinedColumn.Side.LEFT ? "L:" : "R:") + column.index())
                .collect(Collectors.joining(","));
    }

    /** The left columns are -1, -2, …, the right ones 1, 2, …. */
    static String hashJoined(List<JoinedColumn> columns) {
        return columns.stream()
                .map(column -> (column.side() == JoinedColumn.Side.LEFT ? "-" : "") + (column.index() + 1))
                .collect(Collectors.joining(","));
    }

    /** The name of a collation, empty where Vitess has none. */
    static String collation(String name) {
        return NAMELESS.contains(name) ? "" : name;
    }

    private static String aggregate(Aggregate aggregate) {
        String name = aggregate.opcode().label();
        String argument = switch (aggregate) {
            case Aggregate.OfColumn column -> argument(column.key());
            case Aggregate.GroupConcat concat -> Integer.toString(concat.column());
            case Aggregate.Constant constant -> EvaluatedText.of(constant.value());
        };
        boolean split = aggregate instanceof Aggregate.OfColumn column && column.original() != column.opcode();
        String original = split ? "_" + ((Aggregate.OfColumn) aggregate).original().label() : "";
        String alias = aggregate.alias().isEmpty() ? "" : " AS " + aggregate.alias();
        return name + original + "(" + argument + ")" + alias;
    }

    private static String argument(KeyColumn key) {
        String weightString = key.weightString().isPresent() ? "|" + key.weightString().getAsInt() : "";
        boolean named = collation(key).filter(name -> !name.isEmpty()).isPresent();
        return key.column() + weightString + (named ? collate(key) : "");
    }

    /** A weight string that is the column itself is not told. */
    private static String indices(KeyColumn key, String separator) {
        return key.weightString().orElse(key.column()) == key.column()
                ? Integer.toString(key.column())
                : "(" + key.column() + separator + key.weightString().getAsInt() + ")";
    }

    private static String collate(KeyColumn key) {
        return collation(key).map(name -> " COLLATE " + name).orElse("");
    }

    /** Of texts, and of what is only known to be comparable. */
    private static Optional<String> collation(KeyColumn key) {
        return key.type().filter(type -> isText(type.type())).map(ExpressionType::collation).map(KeyText::collation);
    }

    private static boolean isText(Type type) {
        return type == Type.EXPRESSION || type == Type.TEXT || type == Type.VARCHAR || type == Type.CHAR;
    }

    private static <T> String all(List<T> parts, Function<T, String> text) {
        return parts.stream().map(text).collect(Collectors.joining(", "));
    }
}
