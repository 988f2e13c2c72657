package dev.shardroute.sql.ast;

/**
 * How tightly operators bind, the loosest first. Source: the operator precedence table of the MySQL 8.4 reference manual.
 */
public enum Precedence {
    ASSIGNMENT, OR, XOR, AND, NOT, BETWEEN, COMPARISON,
    /** LIKE, REGEXP and IN: as tight as comparisons in that table, but in the grammar an operand of theirs. */
    PREDICATE, BIT_OR, BIT_AND, SHIFT, SUM, PRODUCT, BIT_XOR, UNARY, BANG, COLLATE,
    /** Names, literals, calls: what needs no parentheses anywhere. */
    PRIMARY;

    /** How tightly the outermost operator of {@code expression} binds. */
    public static Precedence of(Expression expression) {
        return switch (expression) {
            case Expression.AssignVariable assignment -> ASSIGNMENT;
            case Expression.Or or -> OR;
            case Expression.Xor xor -> XOR;
            case Expression.And and -> AND;
            case Expression.Not not -> NOT;
            case Expression.Between between -> BETWEEN;
            case Expression.Comparison comparison -> COMPARISON;
            case Expression.QuantifiedComparison comparison -> COMPARISON;
            case Expression.Is is -> COMPARISON;
            case Expression.Like like -> PREDICATE;
            case Expression.Regexp regexp -> PREDICATE;
            case Expression.SoundsLike soundsLike -> PREDICATE;
            case Expression.MemberOf member -> PREDICATE;
            case Expression.In in -> PREDICATE;
            case Expression.Binary binary -> binary.operator().precedence();
            case Expression.Unary unary -> of(unary.operator());
            case Expression.Collate collate -> COLLATE;
            case Expression.Literal literal -> PRIMARY;
            case Expression.Introduced introduced -> PRIMARY;
            case Expression.Null none -> PRIMARY;
            case Expression.Bool bool -> PRIMARY;
            case Expression.Default none -> PRIMARY;
            case Expression.Variable variable -> PRIMARY;
            case Expression.ListVariable variable -> PRIMARY;
            case Expression.UserVariable variable -> PRIMARY;
            case Expression.SystemVariable variable -> PRIMARY;
            case Expression.Column column -> PRIMARY;
            case Expression.BoundColumn column -> PRIMARY;
            case Expression.Offset column -> column.original() == null ? PRIMARY : of(column.original());
            case Expression.Tuple tuple -> PRIMARY;
            case Expression.Subquery query -> PRIMARY;
            case Expression.Exists exists -> PRIMARY;
            case Expression.Case cases -> PRIMARY;
            case Expression.Interval interval -> PRIMARY;
            case Expression.Word word -> PRIMARY;
            case Expression.Call call -> PRIMARY;
            case Expression.CountStar count -> PRIMARY;
            case Expression.InsertedValue value -> PRIMARY;
            case SpecialForm form -> PRIMARY;
        };
    }

    private static Precedence of(Expression.UnaryOperator operator) {
        return switch (operator) {
            case MINUS, TILDE -> UNARY;
            case BANG -> BANG;
        };
    }
}
