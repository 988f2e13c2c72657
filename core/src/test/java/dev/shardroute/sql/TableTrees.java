package dev.shardroute.sql;

import dev.shardroute.sql.ast.DataType;
import dev.shardroute.sql.ast.Expression.Literal;
import dev.shardroute.sql.ast.IndexHint;
import dev.shardroute.sql.ast.JsonFallback;
import dev.shardroute.sql.ast.JsonTable;
import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.ast.TableExpression;
import dev.shardroute.sql.ast.TableExpression.Derived;
import dev.shardroute.sql.ast.TableExpression.Join;
import dev.shardroute.sql.ast.TableExpression.JoinType;
import dev.shardroute.sql.ast.TableExpression.Parenthesized;
import dev.shardroute.sql.ast.TableExpression.Table;
import dev.shardroute.type.Value;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Random tables as the parser could have made them. */
final class TableTrees {
    private static final int DEPTH = 3;
    private static final JsonTable.Column ORDINALITY = new JsonTable.Column.Ordinality("n");
    private static final List<DataType> TYPES = List.of(DataType.of("json"),
            new DataType("INT", "4", null, true, true, null, false, null, List.of()),
            new DataType("decimal", "4", "2", false, false, null, false, null, List.of()),
            new DataType("varchar", "10", null, false, false, "utf8mb4", true, "utf8mb4_bin", List.of()),
            new DataType("enum", null, null, false, false, null, false, null, List.of("a", "it's")));

    private final Random random;
    private final ExpressionTrees expressions;
    private final Supplier<Query> queries;

    TableTrees(Random random, ExpressionTrees expressions, Supplier<Query> queries) {
        this.random = random;
        this.expressions = expressions;
        this.queries = queries;
    }

    /** What may follow FROM. */
    List<TableExpression> list() {
        return expressions.list(1, () -> any(random.nextInt(DEPTH)));
    }

    Table table() {
        List<String> partitions = expressions.list(0, expressions::name);
        return new Table(expressions.table(), partitions, flag() ? null : expressions.name(),
                flag() ? List.of() : expressions.list(0, this::hint));
    }

    private TableExpression any(int depth) {
        return switch (depth == 0 ? 0 : random.nextInt(6)) {
            case 0, 1 -> table();
            case 2 -> new Derived(flag(), queries.get(), expressions.name(),
                    flag() ? List.of() : expressions.list(1, expressions::name));
            case 3 -> new Parenthesized(expressions.list(1, () -> any(depth - 1)));
            case 4 -> new JsonTable(expressions.any(), path(), expressions.list(1, () -> column(2)),
                    expressions.name());
            default -> join(depth - 1);
        };
    }

    /** A vindex hint is for everything; FORCE needs an index. */
    private IndexHint hint() {
        IndexHint.Action action = expressions.of(List.of(IndexHint.Action.values()));
        IndexHint.Purpose purpose = action.isVindex()
                ? IndexHint.Purpose.ANY
                : expressions.of(List.of(IndexHint.Purpose.values()));
        int least = action == IndexHint.Action.USE ? 0 : 1;
        return new IndexHint(action, purpose, expressions.list(least, expressions::name));
    }

    /**
     * Outer joins need a condition, natural ones have none, and STRAIGHT_JOIN has no USING. A join on the right is in
     * parentheses; where it may do without is tested with the parser.
     */
    private Join join(int depth) {
        JoinType type = expressions.of(List.of(JoinType.values()));
        TableExpression left = any(depth);
        TableExpression right = any(depth);
        return switch (type) {
            case NATURAL, NATURAL_LEFT, NATURAL_RIGHT -> unconditional(type, left, right);
            case LEFT, RIGHT -> conditional(type, left, right);
            case JOIN, STRAIGHT_JOIN -> flag() ? unconditional(type, left, right) : conditional(type, left, right);
        };
    }

    /** What comes first is joined first: on the right another join needs parentheses. */
    private static Join unconditional(JoinType type, TableExpression left, TableExpression right) {
        return new Join(type, left, right instanceof Join ? new Parenthesized(List.of(right)) : right, null, List.of());
    }

    private Join conditional(JoinType type, TableExpression left, TableExpression right) {
        TableExpression operand = isConditional(right) ? right : new Parenthesized(List.of(right));
        return joined(type, left, operand, flag() && type != JoinType.STRAIGHT_JOIN);
    }

    /** True when no join in it could take a condition behind it. */
    private static boolean isConditional(TableExpression table) {
        return !(table instanceof Join join)
                || (isConditional(join.left()) && (join.on() != null || !join.using().isEmpty()
                        || join.type().compareTo(JoinType.NATURAL) >= 0));
    }

    private Join joined(JoinType type, TableExpression left, TableExpression right, boolean isUsing) {
        return isUsing
                ? new Join(type, left, right, null, expressions.list(1, expressions::name))
                : new Join(type, left, right, expressions.any(), List.of());
    }

    private JsonTable.Column column(int depth) {
        return switch (random.nextInt(depth == 0 ? 2 : 3)) {
            case 0 -> ORDINALITY;
            case 1 -> new JsonTable.Column.Path(expressions.name(), expressions.of(TYPES), flag(), path(),
                    fallback(), fallback());
            default -> new JsonTable.Column.Nested(path(), expressions.list(1, () -> column(depth - 1)));
        };
    }

    private static Literal path() {
        return new Literal(Value.of("$.a"));
    }

    private @Nullable JsonFallback fallback() {
        return switch (random.nextInt(4)) {
            case 0 -> new JsonFallback.Fail();
            case 1 -> new JsonFallback.ToNull();
            case 2 -> new JsonFallback.ToValue(new Literal(Value.of("1")));
            default -> null;
        };
    }

    private boolean flag() {
        return random.nextBoolean();
    }
}
