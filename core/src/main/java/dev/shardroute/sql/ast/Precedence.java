package dev.shardroute.sql.ast;

/**
 * How tightly operators bind, the loosest first. Source: the operator precedence table of the MySQL 8.4 reference manual.
 */
public enum Precedence {
    OR, XOR, AND, NOT, BETWEEN, COMPARISON, BIT_OR, BIT_AND, SHIFT, SUM, PRODUCT, BIT_XOR, UNARY, BANG, COLLATE,
    /** Names, literals, calls: what needs no parentheses anywhere. */
    PRIMARY;

    /** How tightly the outermost operator of {@code expression} binds. */
    public static Precedence of(Expression expression) {
        return switch (expression) {
            case Expression.Or or -> OR;
            case Expression.Xor xor -> XOR;
            case Expression.And and -> AND;
            case Expression.Not not -> NOT;
            case Expression.Between between -> BETWEEN;
            case Expression.Comparison comparison -> COMPARISON;
            case Expression.Like like -> COMPARISON;
            case Expression.Regexp regexp -> COMPARISON;
            case Expression.In in -> COMPARISON;
            case Expression.Is is -> COMPARISON;
            case Expression.Binary binary -> binary.operator().precedence();
            case Expression.Unary unary -> of(unary.operator());
            case Expression.Collate collate -> COLLATE;
            case Expression.Literal literal -> PRIMARY;
            case Expression.Null none -> PRIMARY;
            case Expression.Bool bool -> PRIMARY;
            case Expression.Default none -> PRIMARY;
            case Expression.Variable variable -> PRIMARY;
            case Expression.ListVariable variable -> PRIMARY;
            case Expression.UserVariable variable -> PRIMARY;
            case Expression.SystemVariable variable -> PRIMARY;
            case Expression.Column column -> PRIMARY;
            case Expression.BoundColumn column -> PRIMARY;
            case Expression.Tuple tuple -> PRIMARY;
            case Expression.Case cases -> PRIMARY;
            case Expression.Call call -> PRIMARY;
            case Expression.CountStar count -> PRIMARY;
            case Expression.InsertedValue value -> PRIMARY;
        };
    }

    private static Precedence of(Expression.UnaryOperator operator) {
        return switch (operator) {
            case MINUS, PLUS, TILDE -> UNARY;
            case BANG, BINARY -> BANG;
        };
    }
}
