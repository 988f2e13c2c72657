package dev.shardroute.sql.ast;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.type.Value;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An expression. Parentheses are not part of the tree; the printer puts them where precedence needs them. */
public sealed interface Expression extends Node
        permits Expression.Literal, Expression.Introduced, Expression.Null, Expression.Bool, Expression.Default,
        Expression.Variable, Expression.ListVariable, Expression.UserVariable, Expression.SystemVariable,
        Expression.AssignVariable, Expression.Column, Expression.BoundColumn, Expression.Offset, Expression.Binary,
        Expression.Comparison,
        Expression.QuantifiedComparison, Expression.Like, Expression.Regexp, Expression.SoundsLike, Expression.In,
        Expression.Between, Expression.Is, Expression.MemberOf, Expression.And, Expression.Or, Expression.Xor,
        Expression.Not, Expression.Unary, Expression.Collate, Expression.Tuple, Expression.Subquery, Expression.Exists,
        Expression.Case, Expression.Interval, Expression.Word, Expression.Call, Expression.CountStar,
        Expression.InsertedValue, SpecialForm {
    /**
     * A number, string or binary literal; of type DATE, TIME or DATETIME a temporal one ({@code date'2026-11-24'},
     * {@code timestamp'…'} being the DATETIME).
     */
    record Literal(Value value) implements Expression {}

    /**
     * A literal with its character set in front.
     *
     * @param charset the character set without the underscore, in lower case; {@code utf8} is {@code utf8mb3}, and {@code
     *                N'…'} has {@link #NATIONAL}
     * @param operand a string, hexadecimal or bit literal, or a bind variable
     */
    record Introduced(String charset, Expression operand) implements Expression {
        /** What N stands for before a string: MySQL's national character set, {@code utf8mb3}. */
        public static final String NATIONAL = "n";
    }

    /** {@code NULL}. */
    record Null() implements Expression {}

    /** {@code TRUE} or {@code FALSE}. */
    record Bool(boolean value) implements Expression {}

    /** {@code DEFAULT} as a value, or {@code DEFAULT(column)}. */
    record Default(@Nullable Column column) implements Expression {}

    /**
     * {@code :name}; a question mark is {@code :v1}, {@code :v2}, ….
     *
     * @param name the name without the colon
     * @param type the type of its value, or null where it is not known, as in what the parser makes
     */
    record Variable(String name, @Nullable VariableType type) implements Expression {
        /** A variable whose type is not known. */
        public Variable(String name) {
            this(name, null);
        }
    }

    /** {@code ::name}, a list. */
    record ListVariable(String name) implements Expression {}

    /** {@code @name}. */
    record UserVariable(String name) implements Expression {}

    /**
     * {@code @@name}; the name in the case it is written in, which does not matter to MySQL. A variable of a key cache has the
     * cache's name and a dot in front.
     */
    record SystemVariable(Scope scope, String name) implements Expression {}

    /** Where a system variable lives. */
    enum Scope {
        /** A name without signs, as SET takes it. */
        BARE(""),
        /** The session's variable if there is one, otherwise the global one. */
        NONE("@@"),
        /** The session's variable, where that is another than {@link #NONE}: {@code transaction_isolation}. */
        SESSION("@@session."),
        GLOBAL("@@global."),
        PERSIST("@@persist."),
        PERSIST_ONLY("@@persist_only."),
        /** Not MySQL's: what Vitess keeps in its topology. */
        VITESS_METADATA("@@vitess_metadata.");

        private final String prefix;

        Scope(String prefix) {
            this.prefix = prefix;
        }

        /** What stands before the name. */
        public String prefix() {
            return prefix;
        }
    }

    /** {@code @name := value}. */
    record AssignVariable(UserVariable variable, Expression value) implements Expression {}

    /** A column, as the statement names it. */
    record Column(@Nullable TableName table, String name) implements Expression {}

    /**
     * A column of which semantic analysis has found the table. Equal to another one that is the same column of the same table,
     * however the statement names them.
     *
     * @param column the column as the statement names it
     * @param source the number of the table among the tables of the statement, from 0 on
     */
    record BoundColumn(Column column, int source) implements Expression {
        /** The name of the column. */
        public String name() {
            return column.name();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof BoundColumn bound && source == bound.source
                    && name().equalsIgnoreCase(bound.name());
        }

        @Override
        public int hashCode() {
            return 31 * source + name().toLowerCase(Locale.ROOT).hashCode();
        }
    }

    /**
     * A column of a row that somebody evaluates the expression for. It is made by the planner and has no syntax: it is printed,
     * for people, as what it holds or as {@code :index}.
     *
     * @param index    the index of the column, from 0 on
     * @param original what the column holds, or null where the column is taken over as it is
     */
    record Offset(int index, @Nullable Expression original) implements Expression {
        /** A column that is taken over as it is. */
        public Offset(int index) {
            this(index, null);
        }
    }

    /** Arithmetic and bit operations. */
    record Binary(BinaryOperator operator, Expression left, Expression right) implements Expression {}

    /** A comparison of two expressions. */
    record Comparison(ComparisonOperator operator, Expression left, Expression right) implements Expression {}

    /** A comparison with some or all of the rows of a query; SOME is {@link Quantifier#ANY}. */
    record QuantifiedComparison(ComparisonOperator operator, Expression left, Quantifier quantifier, Query query)
            implements Expression {}

    /** How many of the rows a comparison must hold for. */
    enum Quantifier {
        ANY, ALL
    }

    /** {@code [NOT] LIKE}, with the expression of ESCAPE. */
    record Like(boolean not, Expression left, Expression pattern, @Nullable Expression escape) implements Expression {}

    /** {@code [NOT] REGEXP}. */
    record Regexp(boolean not, Expression left, Expression pattern) implements Expression {}

    /** {@code SOUNDS LIKE}. */
    record SoundsLike(Expression left, Expression right) implements Expression {}

    /** {@code [NOT] IN}; the right side is a {@link Tuple}, a {@link ListVariable} or a {@link Subquery}. */
    record In(boolean not, Expression left, Expression right) implements Expression {}

    /** {@code [NOT] BETWEEN}. */
    record Between(boolean not, Expression value, Expression low, Expression high) implements Expression {}

    /** {@code IS [NOT] NULL} and the like. */
    record Is(Expression value, boolean not, Test test) implements Expression {}

    /** What {@link Is} asks; {@code UNKNOWN} is {@code NULL}. */
    enum Test {
        NULL, TRUE, FALSE
    }

    /** {@code value MEMBER OF (array)}. */
    record MemberOf(Expression value, Expression array) implements Expression {}

    /** Two or more conditions that must all hold. */
    record And(List<Expression> operands) implements Expression {
        /** Copies the list. */
        public And {
            operands = atLeast(2, operands);
        }
    }

    /** Two or more conditions of which one must hold. */
    record Or(List<Expression> operands) implements Expression {
        /** Copies the list. */
        public Or {
            operands = atLeast(2, operands);
        }
    }

    /** {@code XOR}. */
    record Xor(Expression left, Expression right) implements Expression {}

    /** {@code NOT}. */
    record Not(Expression operand) implements Expression {}

    /** A sign in front. */
    record Unary(UnaryOperator operator, Expression operand) implements Expression {}

    /** {@code expr COLLATE name}. */
    record Collate(Expression operand, String collation) implements Expression {}

    /** Several expressions in parentheses. */
    record Tuple(List<Expression> members) implements Expression {
        /** Copies the list. */
        public Tuple {
            members = atLeast(1, members);
        }
    }

    /** A query in parentheses as a value. */
    record Subquery(Query query) implements Expression {}

    /** {@code EXISTS (query)}. */
    record Exists(Query query) implements Expression {}

    /**
     * {@code CASE}.
     *
     * @param operand  what is compared with each WHEN, or null
     * @param branches the WHENs
     * @param otherwise the ELSE, or null
     */
    record Case(@Nullable Expression operand, List<When> branches, @Nullable Expression otherwise)
            implements Expression {
        /** Copies the list. */
        public Case {
            branches = atLeast(1, branches);
        }

        /** {@code WHEN condition THEN result}. */
        public record When(Expression condition, Expression result) {}
    }

    /** {@code INTERVAL amount unit}, as an operand of + and -, an argument, or how far a window's frame reaches. */
    record Interval(Expression amount, IntervalUnit unit) implements Expression {}

    /** A word of the grammar as an argument, in lower case: the unit of TIMESTAMPDIFF, the type of GET_FORMAT. */
    record Word(String word) implements Expression {}

    /**
     * A call of a function, aggregates among them.
     *
     * @param qualifier the database of a stored function, or null
     * @param name      the name as written
     * @param distinct  true for {@code f(DISTINCT …)}
     * @param arguments the arguments
     */
    record Call(@Nullable String qualifier, String name, boolean distinct, List<Expression> arguments)
            implements
            Expression {
        /** Copies the list. */
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /**
     * {@code COUNT(*)}.
     *
     * @param number what tells it from others where the rows of several operators are counted; 0 in statements
     */
    record CountStar(int number) implements Expression {
        /** That of a statement. */
        public CountStar() {
            this(0);
        }
    }

    /** {@code VALUES(column)} of ON DUPLICATE KEY UPDATE. */
    record InsertedValue(Column column) implements Expression {}

    /** Operators of {@link Binary}. */
    enum BinaryOperator {
        BIT_OR("|", Precedence.BIT_OR),
        BIT_AND("&", Precedence.BIT_AND),
        SHIFT_LEFT("<<", Precedence.SHIFT),
        SHIFT_RIGHT(">>", Precedence.SHIFT),
        PLUS("+", Precedence.SUM),
        MINUS("-", Precedence.SUM),
        TIMES("*", Precedence.PRODUCT),
        DIVIDE("/", Precedence.PRODUCT),
        DIV("div", Precedence.PRODUCT),
        MOD("%", Precedence.PRODUCT),
        BIT_XOR("^", Precedence.BIT_XOR);

        private final String sql;
        private final Precedence precedence;

        BinaryOperator(String sql, Precedence precedence) {
            this.sql = sql;
            this.precedence = precedence;
        }

        /** The operator in canonical form. */
        public String sql() {
            return sql;
        }

        /** How tightly it binds. */
        public Precedence precedence() {
            return precedence;
        }
    }

    /** Operators of {@link Comparison}. */
    enum ComparisonOperator {
        EQUAL("="), NULL_SAFE_EQUAL("<=>"), NOT_EQUAL("!="), LESS("<"), LESS_EQUAL("<="), GREATER(">"),
        GREATER_EQUAL(">=");

        private final String sql;

        ComparisonOperator(String sql) {
            this.sql = sql;
        }

        /** The operator in canonical form. */
        public String sql() {
            return sql;
        }
    }

    /** Operators of {@link Unary}. */
    enum UnaryOperator {
        MINUS("-"), TILDE("~"), BANG("!");

        private final String sql;

        UnaryOperator(String sql) {
            this.sql = sql;
        }

        /** The operator in canonical form. */
        public String sql() {
            return sql;
        }
    }

    private static <T> List<T> atLeast(int least, List<T> parts) {
        if (parts.size() < least) {
            throw ErrorCode.VT13001.error("an expression with fewer than " + least + " parts");
        }
        return List.copyOf(parts);
    }
}
