package dev.shardroute.sql;

import dev.shardroute.sql.ast.CommonTable;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.ListVariable;
import dev.shardroute.sql.ast.Expression.Literal;
import dev.shardroute.sql.ast.Expression.UserVariable;
import dev.shardroute.sql.ast.FileFormat;
import dev.shardroute.sql.ast.GroupBy;
import dev.shardroute.sql.ast.Into;
import dev.shardroute.sql.ast.Limit;
import dev.shardroute.sql.ast.Locking;
import dev.shardroute.sql.ast.NamedWindow;
import dev.shardroute.sql.ast.OrderItem;
import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.ast.Select;
import dev.shardroute.sql.ast.SelectItem;
import dev.shardroute.sql.ast.SetOperation;
import dev.shardroute.sql.ast.SetOperation.Arm;
import dev.shardroute.sql.ast.SetOperation.Operator;
import dev.shardroute.sql.ast.TableExpression;
import dev.shardroute.sql.ast.ValuesRows;
import dev.shardroute.sql.ast.Window;
import dev.shardroute.sql.ast.With;
import dev.shardroute.type.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Random queries as the parser could have made them; what it never makes has its reason here. */
final class QueryTrees {
    private static final int DEPTH = 2;

    private final Random random;
    private final ExpressionTrees expressions;
    private final Supplier<List<String>> comments;
    private int depth = DEPTH;

    QueryTrees(Random random, ExpressionTrees expressions, Supplier<List<String>> comments) {
        this.random = random;
        this.expressions = expressions;
        this.comments = comments;
    }

    /** A query that is a statement of its own: only such a one asks a sequence or has INTO. */
    Query statement() {
        return switch (random.nextInt(8)) {
            case 0 -> Select.of(List.of(new SelectItem.NextValues(new Literal(Value.of(5)))))
                    .withFrom(List.of(new TableExpression.Table(expressions.table(), null)));
            case 1 -> select(into());
            case 2 -> operation(into());
            default -> any();
        };
    }

    /** A query that may stand anywhere. */
    Query any() {
        if (depth == 0) {
            return Select.of(List.of(new SelectItem.Item(expressions.column(), null)));
        }
        depth--;
        Query query = switch (random.nextInt(6)) {
            case 0 -> values();
            case 1, 2 -> operation(null);
            default -> select(null);
        };
        depth++;
        return query;
    }

    @Nullable With with() {
        return random.nextInt(4) > 0 ? null : new With(flag(), expressions.list(1, this::commonTable));
    }

    private CommonTable commonTable() {
        return new CommonTable(expressions.name(), expressions.list(0, expressions::name), any());
    }

    private Select select(@Nullable Into into) {
        List<SelectItem> items = new ArrayList<>(expressions.list(1, this::item));
        if (flag()) {
            items.addFirst(new SelectItem.Star(null));
        }
        List<TableExpression> from =
                flag() ? List.of() : new TableTrees(random, expressions, this::any).list();
        return new Select(with(), comments.get(), flag(), expressions.list(0, this::option), items, from,
                optional(expressions::any), groupBy(), optional(expressions::any), windows(), orderBy(),
                optional(this::limit), flag() ? List.of() : expressions.list(0, this::lock), into);
    }

    private Select.Option option() {
        return expressions.of(List.of(Select.Option.values()));
    }

    private SelectItem item() {
        return random.nextInt(4) == 0
                ? new SelectItem.Star(expressions.table())
                : new SelectItem.Item(expressions.any(), optional(expressions::name));
    }

    private GroupBy groupBy() {
        return flag() ? GroupBy.NONE : new GroupBy(expressions.list(1, expressions::any), flag());
    }

    private List<NamedWindow> windows() {
        return flag()
                ? List.of()
                : expressions.list(0, () -> new NamedWindow(expressions.name(),
                        new Window.Specification(optional(expressions::name), List.of(expressions.any()), orderBy(),
                                null)));
    }

    /** LOCK IN SHARE MODE is for all tables and waits. */
    private Locking lock() {
        Locking.Strength strength = expressions.of(List.of(Locking.Strength.values()));
        return strength == Locking.Strength.SHARE_MODE || flag()
                ? Locking.of(strength)
                : new Locking(strength, expressions.list(0, expressions::table),
                        expressions.of(List.of(Locking.WaitPolicy.values())));
    }

    private ValuesRows values() {
        ListVariable list = random.nextInt(4) == 0 ? new ListVariable("rows") : null;
        List<List<Expression>> rows =
                list == null ? expressions.list(1, () -> expressions.list(1, expressions::any)) : List.of();
        return new ValuesRows(with(), comments.get(), rows, list, orderBy(), optional(this::limit));
    }

    /** INTERSECT binds more tightly than the others, which are not in one chain with it. */
    private SetOperation operation(@Nullable Into into) {
        boolean isIntersection = random.nextInt(4) == 0;
        List<Operator> operators =
                isIntersection ? List.of(Operator.INTERSECT) : List.of(Operator.UNION, Operator.EXCEPT);
        List<Arm> arms = expressions.list(1, () -> new Arm(expressions.of(operators), flag(), any()));
        return new SetOperation(with(), first(isIntersection), arms, orderBy(), optional(this::limit),
                flag() ? List.of() : expressions.list(0, this::lock), into);
    }

    /** A chain at the beginning of another of its kind is the beginning of that one. */
    private Query first(boolean inIntersection) {
        Query first = any();
        boolean isChain = first instanceof SetOperation inner
                && inIntersection == (inner.arms().getFirst().operator() == Operator.INTERSECT) && isBare(inner);
        return isChain ? ((SetOperation) first).first() : first;
    }

    private static boolean isBare(SetOperation operation) {
        return operation.with() == null && operation.orderBy().isEmpty() && operation.limit() == null
                && operation.locks().isEmpty();
    }

    private Into into() {
        return switch (random.nextInt(3)) {
            case 0 -> new Into.Dumpfile("it's");
            case 1 -> new Into.Variables(expressions.list(1, this::variable));
            default -> outfile();
        };
    }

    /** A name is a variable of a procedure. */
    private Expression variable() {
        return flag() ? new UserVariable(expressions.name()) : new Expression.Column(null, "x1");
    }

    private Into outfile() {
        boolean s3 = flag();
        return new Into.Outfile(s3, "f", flag() ? null : "utf8mb4",
                s3 ? expressions.of(List.of(Into.Csv.values())) : Into.Csv.NONE,
                new FileFormat(flag() ? List.of() : List.of(new FileFormat.Option(FileFormat.Kind.ESCAPED, "\\")),
                        flag() ? List.of() : List.of(new FileFormat.Option(FileFormat.Kind.STARTING, "'"))),
                onOrOff(s3), onOrOff(s3));
    }

    private @Nullable Boolean onOrOff(boolean isKnown) {
        boolean isSaid = isKnown && flag();
        return isSaid ? flag() : null;
    }

    private List<OrderItem> orderBy() {
        return flag() ? List.of() : expressions.list(0, () -> new OrderItem(expressions.any(), flag()));
    }

    private Limit limit() {
        return new Limit(flag() ? null : new Literal(Value.of(3)), new Literal(Value.of(random.nextInt(100))));
    }

    private boolean flag() {
        return random.nextBoolean();
    }

    private <T> @Nullable T optional(Supplier<? extends @Nullable T> supplier) {
        return flag() ? null : supplier.get();
    }
}
