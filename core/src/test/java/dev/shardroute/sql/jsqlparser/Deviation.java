package dev.shardroute.sql.jsqlparser;

import dev.shardroute.sql.ast.Delete;
import dev.shardroute.sql.ast.Expression.Introduced;
import dev.shardroute.sql.ast.Expression.Literal;
import dev.shardroute.sql.ast.Expression.Null;
import dev.shardroute.sql.ast.Insert;
import dev.shardroute.sql.ast.Node;
import dev.shardroute.sql.ast.Nodes;
import dev.shardroute.sql.ast.Select;
import dev.shardroute.sql.ast.Statement;
import dev.shardroute.sql.ast.Update;
import dev.shardroute.sql.ast.ValuesRows;
import dev.shardroute.type.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What JSqlParser reads otherwise than MySQL. The first ones the bridge cannot tell: the tree is another, or less, than ours.
 * All others it refuses. Each has an example, which docs/jsqlparser.md shows.
 */
enum Deviation {
    /** Comments are kept right behind SELECT and before the table of UPDATE only. */
    COMMENTS("insert /* c */ into t values (1)", ""),
    /** The B of a bit literal behind a character set is forgotten. */
    INTRODUCED_BITS("select _utf8mb4 b'0001'", ""),

    /** OR, or with PIPES_AS_CONCAT what it is for JSqlParser. */
    PIPES("select 1 from t where a || b", "||, which is OR"),
    /** All bit operators bind alike for JSqlParser. */
    BIT_PRECEDENCE("select a | b & c from t", "an operand without parentheses"),
    /** The path behind an arrow takes in what follows it. */
    ARROW("select a -> '$.x' = 1 from t", "-> before other than a string"),
    /** Other servers have the type first. */
    CONVERT("select convert(a, char(3)) from t", "CONVERT(value, type)"),
    /** A name for JSqlParser, and what follows it its alias. */
    BINARY("select binary a from t", "the word binary as a column"),
    /** A name for JSqlParser, and the sign behind it an operator of other servers. */
    BINARY_TILDE("select binary ~a from t", "the operator ~"),
    /** A name for JSqlParser, and what follows it its alias. */
    OPTION_OF_SELECT("select sql_big_result a from t", "SELECT SQL_"),
    /** Columns that are called as a unit of time lose their case. */
    UNIT_AS_COLUMN("select year, a from t", "DateUnitExpression"),
    /** The second string is the alias of the first. */
    ADJACENT_STRINGS("select 'a' 'b'", "a string right behind a string"),
    /** The name is cut at the dot. */
    DOT_IN_NAME("select `a.b` from t", "a name in double quotes, or one in backticks with a dot"),
    /** The comment is a comment for JSqlParser. */
    VERSION_COMMENT("select /*! 1, */ 2", "a version comment"),
    /** DISTINCTROW is an argument for JSqlParser. */
    DISTINCTROW("select count(distinctrow a) from t", "words in count"),
    /** A column and its alias for JSqlParser, or the sequences of other servers. */
    SEQUENCE("select next value from t", "NEXT VALUE"),
    /** The sequences of other servers. */
    NEXT_VALUE_FOR("select next value for t", "NextValExpression"),
    /** The sign binds the amount and its unit for JSqlParser. */
    SIGNED_INTERVAL("select a + interval -f(b) + 1 day from t", "an interval without unit"),
    /** Partitions are an alias with columns for JSqlParser. */
    PARTITION("select 1 from t partition (p, q)", "columns behind the alias of a table"),
    /** A table for JSqlParser; in MySQL it is a variable of a procedure. */
    INTO_TABLE("select a into b from t", "INTO a table"),
    /** Rows in parentheses are a table of its own for JSqlParser. */
    ROWS_AS_TABLE("select 1 from (values row(1, 2)) as t", "an alias of tables in parentheses");

    private final String example;
    private final String refusal;

    Deviation(String example, String refusal) {
        this.example = example;
        this.refusal = refusal;
    }

    String example() {
        return example;
    }

    /** The deviation that makes of one tree the other, or null. */
    static @Nullable Deviation of(Statement ours, Statement theirs) {
        if (withoutComments(ours).equals(withoutComments(theirs))) {
            return COMMENTS;
        }
        boolean hasBits = Nodes.anyMatch(ours, node -> node instanceof Introduced(var charset, Literal(var value))
                && value.type() == Type.BITNUM);
        return hasBits && withoutIntroduced(ours).equals(withoutIntroduced(theirs)) ? INTRODUCED_BITS : null;
    }

    /** The deviation that the bridge refuses with that message, or null. */
    static @Nullable Deviation ofRefusal(String message) {
        for (Deviation deviation : values()) {
            if (!deviation.refusal.isEmpty() && message.contains(deviation.refusal)) {
                return deviation;
            }
        }
        return null;
    }

    private static Statement withoutIntroduced(Statement statement) {
        return Nodes.rewrite(statement, node -> node instanceof Introduced ? new Null() : node);
    }

    private static Statement withoutComments(Statement statement) {
        return Nodes.rewrite(statement, Deviation::withoutOwnComments);
    }

    private static Node withoutOwnComments(Node node) {
        return switch (node) {
            case Select select -> new Select(select.with(), List.of(), select.distinct(), select.options(),
                    select.items(), select.from(), select.where(), select.groupBy(), select.having(),
                    select.windows(), select.orderBy(), select.limit(), select.locks(), select.into());
            case ValuesRows values -> new ValuesRows(values.with(), List.of(), values.rows(), values.list(),
                    values.orderBy(), values.limit());
            case Insert insert -> new Insert(List.of(), insert.replace(), insert.ignore(), insert.table(),
                    insert.partitions(), insert.columns(), insert.source(), insert.alias(), insert.onDuplicate());
            case Update update -> new Update(update.with(), List.of(), update.ignore(), update.tables(),
                    update.assignments(), update.where(), update.orderBy(), update.limit());
            case Delete delete -> new Delete(delete.with(), List.of(), delete.ignore(), delete.targets(),
                    delete.tables(), delete.where(), delete.orderBy(), delete.limit());
            default -> node;
        };
    }
}
