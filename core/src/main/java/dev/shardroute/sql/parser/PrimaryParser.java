package dev.shardroute.sql.parser;

import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.AssignVariable;
import dev.shardroute.sql.ast.Expression.Bool;
import dev.shardroute.sql.ast.Expression.Call;
import dev.shardroute.sql.ast.Expression.Column;
import dev.shardroute.sql.ast.Expression.Default;
import dev.shardroute.sql.ast.Expression.Exists;
import dev.shardroute.sql.ast.Expression.InsertedValue;
import dev.shardroute.sql.ast.Expression.ListVariable;
import dev.shardroute.sql.ast.Expression.Null;
import dev.shardroute.sql.ast.Expression.Scope;
import dev.shardroute.sql.ast.Expression.Subquery;
import dev.shardroute.sql.ast.Expression.SystemVariable;
import dev.shardroute.sql.ast.Expression.Tuple;
import dev.shardroute.sql.ast.Expression.UserVariable;
import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.ast.TableName;
import dev.shardroute.sql.lex.Keyword;
import dev.shardroute.sql.lex.TokenKind;
import dev.shardroute.sql.lex.Words;
import dev.shardroute.sql.parser.Functions.Function;
import dev.shardroute.type.Type;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Parses the operands of expressions: names, literals, variables, calls, CASE and what is in parentheses. */
final class PrimaryParser {
    /** Variables of which {@code @@x} is not what {@code @@session.x} is: SET of the former is for one transaction. */
    private static final Set<String> OF_TRANSACTION = Set.of("transaction_isolation", "transaction_read_only");

    private final TokenCursor cursor;
    private final ExpressionParser expressions;
    private final LiteralParser literals;
    private final FunctionParser functions;

    PrimaryParser(TokenCursor cursor, ExpressionParser expressions) {
        this.cursor = cursor;
        this.expressions = expressions;
        this.literals = new LiteralParser(cursor);
        this.functions = new FunctionParser(cursor, expressions);
    }

    /** What begins with no word. */
    Expression parse() {
        return switch (cursor.kind()) {
            case QUOTED_NAME -> quotedName(cursor.take());
            case LIST_VARIABLE -> new ListVariable(cursor.take());
            case USER_VARIABLE -> userVariable();
            case SYSTEM_VARIABLE -> systemVariable(cursor.take());
            case LEFT_PAREN -> parenthesized();
            case LEFT_BRACE -> odbc();
            default -> literal();
        };
    }

    private Expression literal() {
        Expression literal = literals.parse();
        if (literal == null) {
            throw cursor.error("expected an expression");
        }
        return literal;
    }

    /** What begins with a word; it may be an operator that binds at least as tightly as {@code minimum}. */
    Expression word(int minimum) {
        return switch (cursor.keyword()) {
            case OTHER -> name();
            case NULL -> constant(new Null());
            case TRUE -> constant(new Bool(true));
            case FALSE -> constant(new Bool(false));
            case NOT -> expressions.not(minimum);
            case BINARY -> expressions.binary();
            case INTERVAL -> expressions.afterInterval(ExpressionParser.NONE, false);
            case CASE -> new CaseParser(cursor, expressions).parse();
            case VALUES -> insertedValue();
            case DEFAULT -> defaultOfColumn();
            case EXISTS -> exists();
            case MATCH -> new MatchParser(cursor, expressions).parse();
            case ROW -> row();
            case DATE -> temporal(Type.DATE);
            case TIME -> temporal(Type.TIME);
            case TIMESTAMP -> temporal(Type.DATETIME);
            default -> keyword(cursor.keyword());
        };
    }

    private Expression constant(Expression expression) {
        cursor.advance();
        return expression;
    }

    /** A word that is no keyword. */
    private Expression name() {
        String name = cursor.take();
        return cursor.at(TokenKind.LEFT_PAREN) ? functions.named(name) : named(name);
    }

    /** A keyword that may be a function, an introducer or just a name. */
    private Expression keyword(Keyword keyword) {
        Function function = Functions.find(keyword);
        boolean isReserved = cursor.isReserved();
        if (function == null) {
            refuseOption(keyword);
            return isReserved ? refused() : introducedOrNamed(LiteralParser.charset(keyword));
        }
        String name = cursor.take();
        if (cursor.at(TokenKind.LEFT_PAREN) || (isReserved && !function.bare())) {
            return functions.known(function, name);
        }
        return isReserved ? new Call(null, function.name(name), false, List.of()) : named(name);
    }

    /** A function of such a name would be an option of SELECT where it is printed first. */
    private void refuseOption(Keyword keyword) {
        boolean isOption = keyword == Keyword.SQL_BUFFER_RESULT || keyword == Keyword.SQL_CACHE
                || keyword == Keyword.SQL_NO_CACHE;
        if (isOption && cursor.ahead().kind() == TokenKind.LEFT_PAREN) {
            throw TokenCursor.unsupported("the function " + cursor.text());
        }
    }

    private Expression refused() {
        throw cursor.error("expected an expression");
    }

    private Expression introducedOrNamed(@Nullable String charset) {
        if (charset == null) {
            return name();
        }
        cursor.advance();
        return literals.introduced(charset);
    }

    /** DATE, TIME or TIMESTAMP before a string; otherwise these are names. */
    private Expression temporal(Type type) {
        Function function = Functions.find(cursor.keyword());
        String word = cursor.take();
        if (cursor.at(TokenKind.STRING)) {
            return literals.temporal(type);
        }
        return function != null && cursor.at(TokenKind.LEFT_PAREN) ? functions.known(function, word) : named(word);
    }

    /** In backticks the name of a function is one that the grammar knows nothing of. */
    private Expression quotedName(String name) {
        if (!cursor.at(TokenKind.LEFT_PAREN)) {
            return named(name);
        }
        if (Words.isQuotedName(name)) {
            throw TokenCursor.unsupported("the function " + name + " in backticks");
        }
        return functions.call(null, name);
    }

    private Expression named(String first) {
        Column column = column(first);
        return switch (cursor.kind()) {
            case LEFT_PAREN -> qualifiedCall(column);
            case ARROW, DOUBLE_ARROW -> jsonPath(column);
            default -> column;
        };
    }

    private Expression qualifiedCall(Column name) {
        TableName qualifier = name.table();
        return qualifier != null && qualifier.qualifier() == null
                ? functions.call(qualifier.name(), name.name())
                : name;
    }

    /** {@code column -> path} is short for {@code json_extract(column, path)}; {@code ->>} unquotes that. */
    private Call jsonPath(Column column) {
        boolean unquote = cursor.at(TokenKind.DOUBLE_ARROW);
        cursor.advance();
        if (!cursor.at(TokenKind.STRING) && !cursor.at(TokenKind.VARIABLE) && !cursor.at(TokenKind.QUESTION)) {
            throw cursor.error("expected a string");
        }
        Call extract = new Call(null, "json_extract", false, List.of(column, literal()));
        cursor.grow();
        cursor.grow();
        return unquote ? new Call(null, "json_unquote", false, List.of(extract)) : extract;
    }

    /** The column that {@code first}, which has been read, begins. */
    Column column(String first) {
        if (!cursor.at(TokenKind.DOT)) {
            return new Column(null, first);
        }
        String second = cursor.nameAfterDot();
        if (!cursor.at(TokenKind.DOT)) {
            return new Column(TableName.of(first), second);
        }
        return new Column(new TableName(first, second), cursor.nameAfterDot());
    }

    // variables

    /** Whatever follows {@code @name :=} is its value: nothing binds looser. */
    private Expression userVariable() {
        UserVariable variable = new UserVariable(cursor.take());
        if (!cursor.accept(TokenKind.ASSIGN)) {
            return variable;
        }
        Expression value = expressions.parse();
        if (expressions.level() != ExpressionParser.NONE) {
            throw cursor.error("expected the end of the assigned value");
        }
        cursor.grow();
        return new AssignVariable(variable, value);
    }

    /** A scope, a key cache and the name, of which only the last must be there. */
    private Expression systemVariable(String text) {
        int dot = text.indexOf('.');
        Scope scope = dot < 0 ? Scope.NONE : scope(text.substring(0, dot).toLowerCase(Locale.ROOT));
        String name = scope == Scope.NONE ? text : text.substring(dot + 1);
        if (name.indexOf('.') != name.lastIndexOf('.')) {
            throw cursor.error("expected a system variable of fewer parts before this");
        }
        return systemVariable(scope, name);
    }

    /** The scope of that name in lower case, or {@link Scope#NONE}. */
    static Scope scope(String word) {
        return switch (word) {
            case "session", "local" -> Scope.SESSION;
            case "global" -> Scope.GLOBAL;
            case "persist" -> Scope.PERSIST;
            case "persist_only" -> Scope.PERSIST_ONLY;
            case "vitess_metadata" -> Scope.VITESS_METADATA;
            default -> Scope.NONE;
        };
    }

    /** The session's variable is what {@code @@x} is, but for those of the transaction. */
    static SystemVariable systemVariable(Scope scope, String name) {
        boolean isPlain = scope == Scope.SESSION && !OF_TRANSACTION.contains(name.toLowerCase(Locale.ROOT));
        return new SystemVariable(isPlain ? Scope.NONE : scope, name);
    }

    // parentheses

    /** What is in parentheses. */
    Expression parenthesized() {
        Expression first = opened();
        boolean isTuple = cursor.at(TokenKind.COMMA);
        Expression inside = isTuple ? tuple(first) : first;
        cursor.expect(TokenKind.RIGHT_PAREN);
        return inside;
    }

    /**
     * The opening parenthesis and the query or expression behind it, up to what follows that. {@code ((query) UNION …)}
     * has shown only with UNION that it is a query: what was read is its first operand.
     */
    Expression opened() {
        cursor.expect(TokenKind.LEFT_PAREN);
        if (cursor.at(TokenKind.WORD) && expressions.queries().atQuery()) {
            return subquery(expressions.query());
        }
        Expression first = expressions.parse();
        return first instanceof Subquery(var operand) && expressions.queries().atContinuation()
                ? subquery(expressions.queries().continueFrom(operand))
                : first;
    }

    /** A query without parentheses of its own is alone in these: it is no member of a list. */
    private Subquery subquery(Query query) {
        if (cursor.at(TokenKind.COMMA)) {
            throw cursor.error("expected )");
        }
        cursor.grow();
        cursor.grow(); // what is selected is a level of its own
        return new Subquery(query);
    }

    private Tuple tuple(Expression first) {
        List<Expression> members = expressions.listFrom(first);
        cursor.grow();
        return new Tuple(members);
    }

    private Tuple row() {
        cursor.advance();
        cursor.expect(TokenKind.LEFT_PAREN);
        Expression first = expressions.parse();
        if (!cursor.at(TokenKind.COMMA)) {
            throw cursor.error("expected ,");
        }
        Tuple tuple = tuple(first);
        cursor.expect(TokenKind.RIGHT_PAREN);
        return tuple;
    }

    private Exists exists() {
        cursor.advance();
        Exists exists = new Exists(expressions.queryInParentheses());
        cursor.grow();
        cursor.grow();
        return exists;
    }

    // the rest

    private Default defaultOfColumn() {
        if (cursor.ahead().kind() != TokenKind.LEFT_PAREN) {
            throw cursor.error("expected an expression");
        }
        cursor.advance();
        return new Default(columnInParentheses());
    }

    private InsertedValue insertedValue() {
        cursor.advance();
        return new InsertedValue(columnInParentheses());
    }

    private Column columnInParentheses() {
        cursor.expect(TokenKind.LEFT_PAREN);
        Column column = expressions.column();
        cursor.expect(TokenKind.RIGHT_PAREN);
        cursor.grow();
        return column;
    }

    /** {@code {d '…'}}, {@code {t '…'}} and {@code {ts '…'}} are temporal literals, {@code {fn call}} is the call. */
    private Expression odbc() {
        cursor.advance();
        String escape = cursor.name("an escape");
        Expression inside = switch (escape.toLowerCase(Locale.ROOT)) {
            case "d" -> literals.temporal(Type.DATE);
            case "t" -> literals.temporal(Type.TIME);
            case "ts" -> literals.temporal(Type.DATETIME);
            case "fn" -> expressions.parse();
            default -> throw TokenCursor.unsupported("the escape {" + escape + "}");
        };
        cursor.expect(TokenKind.RIGHT_BRACE);
        return inside;
    }
}
