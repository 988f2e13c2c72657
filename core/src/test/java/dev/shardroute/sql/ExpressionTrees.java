package dev.shardroute.sql;

import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.And;
import dev.shardroute.sql.ast.Expression.AssignVariable;
import dev.shardroute.sql.ast.Expression.Between;
import dev.shardroute.sql.ast.Expression.Binary;
import dev.shardroute.sql.ast.Expression.BinaryOperator;
import dev.shardroute.sql.ast.Expression.Bool;
import dev.shardroute.sql.ast.Expression.Call;
import dev.shardroute.sql.ast.Expression.Case;
import dev.shardroute.sql.ast.Expression.Collate;
import dev.shardroute.sql.ast.Expression.Column;
import dev.shardroute.sql.ast.Expression.Comparison;
import dev.shardroute.sql.ast.Expression.ComparisonOperator;
import dev.shardroute.sql.ast.Expression.CountStar;
import dev.shardroute.sql.ast.Expression.Default;
import dev.shardroute.sql.ast.Expression.Exists;
import dev.shardroute.sql.ast.Expression.In;
import dev.shardroute.sql.ast.Expression.InsertedValue;
import dev.shardroute.sql.ast.Expression.Interval;
import dev.shardroute.sql.ast.Expression.Introduced;
import dev.shardroute.sql.ast.Expression.Is;
import dev.shardroute.sql.ast.Expression.Like;
import dev.shardroute.sql.ast.Expression.ListVariable;
import dev.shardroute.sql.ast.Expression.Literal;
import dev.shardroute.sql.ast.Expression.MemberOf;
import dev.shardroute.sql.ast.Expression.Not;
import dev.shardroute.sql.ast.Expression.Null;
import dev.shardroute.sql.ast.Expression.Or;
import dev.shardroute.sql.ast.Expression.QuantifiedComparison;
import dev.shardroute.sql.ast.Expression.Quantifier;
import dev.shardroute.sql.ast.Expression.Regexp;
import dev.shardroute.sql.ast.Expression.Scope;
import dev.shardroute.sql.ast.Expression.SoundsLike;
import dev.shardroute.sql.ast.Expression.Subquery;
import dev.shardroute.sql.ast.Expression.SystemVariable;
import dev.shardroute.sql.ast.Expression.Tuple;
import dev.shardroute.sql.ast.Expression.Unary;
import dev.shardroute.sql.ast.Expression.UnaryOperator;
import dev.shardroute.sql.ast.Expression.UserVariable;
import dev.shardroute.sql.ast.Expression.Variable;
import dev.shardroute.sql.ast.Expression.Word;
import dev.shardroute.sql.ast.Expression.Xor;
import dev.shardroute.sql.ast.IntervalUnit;
import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.ast.Select;
import dev.shardroute.sql.ast.SelectItem;
import dev.shardroute.sql.ast.TableName;
import dev.shardroute.type.Type;
import dev.shardroute.type.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Random expressions as the parser could have made them; what it never makes has its reason here. */
final class ExpressionTrees {
    private static final int DEPTH = 5;
    private static final List<String> NAMES =
            List.of("a", "b", "c1", "Mixed", "select", "name", "order", "member", "1a",
                    "a b", "a`b", "naïve", "😀", "_utf8", "$x", "null", "off", "next", "x.y", "", "'", "\\", "/*");
    private static final List<String> TEXTS =
            List.of("", "a", "it's", "\"", "\\", "\\%", "%\\", "\\\\_", "\0\b\n\r\t\032",
                    "naïve 😀", ":a", "/* */", "`", "-- ");
    private static final List<Value> NUMBERS =
            List.of(Value.of(0), Value.of(42), Value.of(-1), Value.of(Long.MIN_VALUE),
                    Value.ofUnsigned(-1), Value.of(Type.INT64, "007"), Value.of(Type.DECIMAL, "-18446744073709551616"),
                    Value.of(Type.DECIMAL, "1."), Value.of(Type.DECIMAL, "-.5"), Value.of(Type.FLOAT64, "1e10"),
                    Value.of(Type.FLOAT64, "-1.5E-3"));
    private static final List<Value> BINARIES = List.of(Value.of(Type.HEXNUM, "0x1F"), Value.of(Type.HEXVAL, "X'1f'"),
            Value.of(Type.HEXVAL, "X''"), Value.of(Type.BITNUM, "0b101"), Value.of(Type.BITNUM, "b''"));

    private static final List<Type> TEMPORAL = List.of(Type.DATE, Type.TIME, Type.DATETIME);
    private static final List<ComparisonOperator> QUANTIFIED =
            List.of(ComparisonOperator.EQUAL, ComparisonOperator.LESS, ComparisonOperator.NOT_EQUAL);

    private final Random random;
    private @Nullable Supplier<Query> queries;

    ExpressionTrees(Random random) {
        this.random = random;
    }

    /** From now on some of the queries in expressions come from there. */
    void nest(Supplier<Query> nested) {
        queries = nested;
    }

    Expression any() {
        return any(random.nextInt(DEPTH));
    }

    Column column() {
        return new Column(flag() ? null : table(), name());
    }

    TableName table() {
        return new TableName(flag() ? null : name(), name());
    }

    String name() {
        return of(NAMES);
    }

    <T> T of(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    <T> List<T> list(int least, Supplier<T> supplier) {
        List<T> list = new ArrayList<>();
        for (int size = least + random.nextInt(3); size > 0; size--) {
            list.add(supplier.get());
        }
        return list;
    }

    private Expression any(int depth) {
        return depth == 0 ? leaf() : node(() -> any(depth - 1));
    }

    private Expression leaf() {
        return switch (random.nextInt(16)) {
            case 0 -> new Literal(of(NUMBERS));
            case 1 -> new Literal(of(BINARIES));
            case 2 -> new Literal(Value.of(of(TEXTS)));
            case 3 -> new Null();
            case 4 -> new Bool(flag());
            case 5 -> new Variable(of(List.of("a", "v1", "a.b", "_1", "12")));
            case 6 -> new ListVariable("ids");
            case 7 -> new UserVariable(name());
            case 8 -> systemVariable();
            case 9 -> new CountStar();
            case 10 -> new InsertedValue(column());
            case 11 -> new Default(column());
            case 12 -> introduced();
            case 13 -> new Literal(Value.of(of(TEMPORAL), of(List.of("2026-11-24", "10:00", "it's", ""))));
            default -> column();
        };
    }

    private Expression introduced() {
        Expression text = new Literal(Value.of(of(TEXTS)));
        Expression operand = of(List.of(text, new Literal(of(BINARIES)), new Variable("a")));
        return flag()
                ? new Introduced(Introduced.NATIONAL, text)
                : new Introduced(of(List.of("binary", "utf8mb3", "utf8mb4", "latin1")), operand);
    }

    private Expression systemVariable() {
        Scope scope = of(List.of(Scope.NONE, Scope.GLOBAL, Scope.PERSIST, Scope.PERSIST_ONLY));
        SystemVariable ofSession = new SystemVariable(Scope.SESSION, "transaction_read_only");
        return flag() ? new SystemVariable(scope, of(List.of("x", "key", "Big_Tables"))) : ofSession;
    }

    private Expression node(Supplier<Expression> child) {
        return switch (random.nextInt(28)) {
            case 0 -> new Binary(of(List.of(BinaryOperator.values())), child.get(), child.get());
            case 1 -> new Comparison(of(List.of(ComparisonOperator.values())), child.get(), child.get());
            case 2 -> new Like(flag(), child.get(), child.get(), flag() ? null : child.get());
            case 3 -> new Regexp(flag(), child.get(), child.get());
            case 4 -> new In(flag(), child.get(), listed(child));
            case 5 -> new Between(flag(), child.get(), child.get(), child.get());
            case 6 -> new Is(child.get(), flag(), of(List.of(Expression.Test.values())));
            case 7 -> and(list(2, child));
            case 8 -> or(list(2, child));
            case 9 -> new Xor(child.get(), child.get());
            case 10 -> new Not(child.get());
            case 11 -> unary(child.get());
            case 12 -> new Collate(child.get(), of(List.of("utf8mb4_bin", "binary", "BINARY", "select", "a b")));
            case 13 -> new Tuple(list(2, child));
            case 14 -> new Case(flag() ? null : child.get(), list(1, () -> new Case.When(child.get(), child.get())),
                    flag() ? null : child.get());
            case 15 -> new Call(name(), name(), false, list(0, child));
            case 16 -> new AssignVariable(new UserVariable(name()), child.get());
            case 17 -> new QuantifiedComparison(of(QUANTIFIED), child.get(), of(List.of(Quantifier.values())),
                    query(child));
            case 18 -> new SoundsLike(child.get(), child.get());
            case 19 -> new MemberOf(child.get(), child.get());
            case 20 -> new Subquery(query(child));
            case 21 -> new Exists(query(child));
            case 22 -> withInterval(child);
            case 23 -> withWord(child);
            case 24, 25, 26 -> new FormTrees(this, random, child).any();
            default -> call(child);
        };
    }

    /** One query alone in the parentheses is no list of one. */
    private Expression listed(Supplier<Expression> child) {
        List<Expression> members = list(1, child);
        return switch (random.nextInt(3)) {
            case 0 -> new ListVariable("ids");
            case 1 -> new Subquery(query(child));
            default -> members.size() == 1 && members.getFirst() instanceof Subquery only ? only : new Tuple(members);
        };
    }

    Query query(Supplier<Expression> child) {
        Supplier<Query> nested = queries;
        return nested != null && random.nextInt(6) == 0
                ? nested.get()
                : Select.of(List.of(new SelectItem.Item(child.get(), null)));
    }

    /** An interval is no operand but of plus and minus. */
    private Expression withInterval(Supplier<Expression> child) {
        Expression interval = interval(child);
        return switch (random.nextInt(5)) {
            case 0 -> new Binary(BinaryOperator.PLUS, child.get(), interval);
            case 1 -> new Binary(BinaryOperator.MINUS, child.get(), interval);
            case 2 -> new Binary(BinaryOperator.PLUS, interval, child.get());
            case 3 -> new Call(null, of(List.of("date_add", "date_sub")), false, List.of(child.get(), interval));
            default -> new Call(null, of(List.of("adddate", "subdate")), false,
                    List.of(child.get(), flag() ? interval : child.get()));
        };
    }

    Interval interval(Supplier<Expression> child) {
        return new Interval(child.get(), of(List.of(IntervalUnit.values())));
    }

    private Expression withWord(Supplier<Expression> child) {
        return flag()
                ? new Call(null, "GET_format", false, List.of(new Word("datetime"), child.get()))
                : new Call(null, "timestampadd", false, List.of(new Word("week"), child.get(), child.get()));
    }

    /** Parentheses at the left of a chain change nothing: the parser drops them. */
    private Expression and(List<Expression> operands) {
        return operands.getFirst() instanceof And ? operands.getFirst() : new And(operands);
    }

    private Expression or(List<Expression> operands) {
        return operands.getFirst() instanceof Or ? operands.getFirst() : new Or(operands);
    }

    /** A minus before a number without sign becomes part of the number. */
    private Expression unary(Expression operand) {
        boolean isUnsigned = operand instanceof Literal(var value) && NUMBERS.contains(value) && !value.isNegative();
        UnaryOperator operator = of(List.of(UnaryOperator.values()));
        return new Unary(isUnsigned && operator == UnaryOperator.MINUS ? UnaryOperator.TILDE : operator, operand);
    }

    private Expression call(Supplier<Expression> child) {
        return switch (random.nextInt(7)) {
            case 0 -> new Call(null, "max", flag(), List.of(child.get()));
            case 1 -> new Call(null, "count", true, list(1, child));
            case 2 -> new Call(null, of(List.of("left", "mod", "repeat", "point")), false,
                    List.of(child.get(), child.get()));
            case 3 -> new Call(null, of(List.of("my function", "😀", "1`")), false, list(0, child));
            case 4 -> new Call(null, of(List.of("current_timestamp", "utc_date", "current_user")), false, List.of());
            case 5 -> new Call(null, of(List.of("json_array", "char", "interval", "linestring")), false,
                    list(2, child));
            default -> new Call(null, of(List.of("concat", "Length", "f")), false, list(0, child));
        };
    }

    boolean flag() {
        return random.nextBoolean();
    }
}
