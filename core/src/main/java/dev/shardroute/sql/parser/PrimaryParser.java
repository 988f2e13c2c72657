package dev.shardroute.sql.parser;

import dev.shardroute.sql.ast.DataType;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.Bool;
import dev.shardroute.sql.ast.Expression.Call;
import dev.shardroute.sql.ast.Expression.Case;
import dev.shardroute.sql.ast.Expression.Column;
import dev.shardroute.sql.ast.Expression.CountStar;
import dev.shardroute.sql.ast.Expression.InsertedValue;
import dev.shardroute.sql.ast.Expression.ListVariable;
import dev.shardroute.sql.ast.Expression.Literal;
import dev.shardroute.sql.ast.Expression.Null;
import dev.shardroute.sql.ast.Expression.Scope;
import dev.shardroute.sql.ast.Expression.SystemVariable;
import dev.shardroute.sql.ast.Expression.Tuple;
import dev.shardroute.sql.ast.Expression.Unary;
import dev.shardroute.sql.ast.Expression.UnaryOperator;
import dev.shardroute.sql.ast.Expression.UserVariable;
import dev.shardroute.sql.ast.Expression.Variable;
import dev.shardroute.sql.ast.SpecialForm.Convert;
import dev.shardroute.sql.ast.TableName;
import dev.shardroute.sql.lex.Keyword;
import dev.shardroute.sql.lex.TokenKind;
import dev.shardroute.sql.lex.Words;
import dev.shardroute.type.Type;
import dev.shardroute.type.Value;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Parses the operands of expressions: names, literals, variables, calls, CASE and what is in parentheses. */
final class PrimaryParser {
    /** What says of the literal behind it what it is. */
    private static final Set<String> STRING_PREFIXES = Set.of("date", "n", "time", "timestamp");
    private static final Set<String> CHARSETS = Set.of("armscii8", "ascii", "big5", "binary", "cp1250", "cp1251",
            "cp1256", "cp1257", "cp850", "cp852", "cp866", "cp932", "dec8", "eucjpms", "euckr", "gb18030", "gb2312",
            "gbk", "geostd8", "greek", "hebrew", "hp8", "keybcs2", "koi8r", "koi8u", "latin1", "latin2", "latin5",
            "latin7", "macce", "macroman", "sjis", "swe7", "tis620", "ucs2", "ujis", "utf16", "utf16le", "utf32",
            "utf8", "utf8mb3", "utf8mb4");
    /** Variables of which {@code @@x} is not what {@code @@session.x} is: SET of the former is for one transaction. */
    private static final Set<String> OF_TRANSACTION = Set.of("transaction_isolation", "transaction_read_only");
    /** More digits than this are no 64-bit integer, whatever they are. */
    private static final int LONGEST_INTEGER = 20;

    private final TokenCursor cursor;
    private final ExpressionParser expressions;

    PrimaryParser(TokenCursor cursor, ExpressionParser expressions) {
        this.cursor = cursor;
        this.expressions = expressions;
    }

    Expression parse() {
        return switch (cursor.kind()) {
            case WORD -> word();
            case QUOTED_NAME -> quotedName(cursor.take());
            case STRING -> new Literal(Value.of(strings()));
            case INTEGER -> new Literal(integer(cursor.take()));
            case DECIMAL -> literal(Type.DECIMAL);
            case FLOAT -> literal(Type.FLOAT64);
            case HEX_NUMBER -> literal(Type.HEXNUM);
            case BIT_NUMBER -> literal(Type.BITNUM);
            case HEX_STRING -> new Literal(Value.of(Type.HEXVAL, "X'" + cursor.take() + "'"));
            case BIT_STRING -> bitString(cursor.take());
            case QUESTION -> question();
            case VARIABLE -> new Variable(cursor.take());
            case LIST_VARIABLE -> new ListVariable(cursor.take());
            case USER_VARIABLE -> userVariable(cursor.take());
            case SYSTEM_VARIABLE -> systemVariable(cursor.take());
            case LEFT_PAREN -> parenthesized();
            case LEFT_BRACE -> throw TokenCursor.unsupported("ODBC escapes in braces");
            default -> throw cursor.error("expected an expression");
        };
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

    /** A number takes the sign into itself, unless it has one. */
    static Expression negate(Expression operand) {
        if (operand instanceof Literal(var value) && isNumber(value.type()) && !value.isNegative()) {
            String text = "-" + value.text();
            boolean isWhole = value.type() == Type.INT64 || value.type() == Type.UINT64;
            return new Literal(isWhole ? integer(text) : Value.of(value.type(), text));
        }
        return new Unary(UnaryOperator.MINUS, operand);
    }

    private static boolean isNumber(Type type) {
        return type == Type.INT64 || type == Type.UINT64 || type == Type.DECIMAL || type == Type.FLOAT64;
    }

    /** An integer of 64 bits if it fits, signed if it can be; otherwise MySQL makes it a decimal. */
    private static Value integer(String text) {
        int first = text.startsWith("-") ? 1 : 0;
        while (first < text.length() - 1 && text.charAt(first) == '0') {
            first++;
        }
        int digits = text.length() - first;
        if (digits < LONGEST_INTEGER - 1) {
            return Value.of(Type.INT64, text);
        }
        return Value.of(digits > LONGEST_INTEGER ? Type.DECIMAL : type(new BigInteger(text)), text);
    }

    private static Type type(BigInteger number) {
        if (number.bitLength() < Long.SIZE) {
            return Type.INT64;
        }
        return number.signum() > 0 && number.bitLength() == Long.SIZE ? Type.UINT64 : Type.DECIMAL;
    }

    /** Without digits it stays as it is: {@code 0b} alone would be a name. */
    private static Expression bitString(String digits) {
        return new Literal(Value.of(Type.BITNUM, digits.isEmpty() ? "b''" : "0b" + digits));
    }

    private Expression literal(Type type) {
        return new Literal(Value.of(type, cursor.take()));
    }

    /** String literals next to each other are one. */
    private String strings() {
        String text = cursor.take();
        if (!cursor.at(TokenKind.STRING)) {
            return text;
        }
        StringBuilder all = new StringBuilder(text);
        while (cursor.at(TokenKind.STRING)) {
            all.append(cursor.take());
        }
        return all.toString();
    }

    private Expression question() {
        cursor.advance();
        return new Variable(cursor.nextQuestion());
    }

    private Expression userVariable(String name) {
        if (cursor.at(TokenKind.ASSIGN)) {
            throw TokenCursor.unsupported("assigning a user variable in an expression");
        }
        return new UserVariable(name);
    }

    private Expression systemVariable(String text) {
        int dot = text.indexOf('.');
        if (dot < 0) {
            return new SystemVariable(Scope.NONE, text);
        }
        Scope scope = scope(text.substring(0, dot).toLowerCase(Locale.ROOT));
        if (scope == Scope.NONE || text.indexOf('.', dot + 1) >= 0) {
            throw TokenCursor.unsupported("system variables of several parts");
        }
        return systemVariable(scope, text.substring(dot + 1));
    }

    private static Scope scope(String word) {
        return switch (word) {
            case "session", "local" -> Scope.SESSION;
            case "global" -> Scope.GLOBAL;
            case "persist" -> Scope.PERSIST;
            case "persist_only" -> Scope.PERSIST_ONLY;
            default -> Scope.NONE;
        };
    }

    /** The session's variable is what {@code @@x} is, but for those of the transaction. */
    static SystemVariable systemVariable(Scope scope, String name) {
        boolean isPlain = scope == Scope.SESSION && !OF_TRANSACTION.contains(name.toLowerCase(Locale.ROOT));
        return new SystemVariable(isPlain ? Scope.NONE : scope, name);
    }

    private Expression parenthesized() {
        cursor.advance();
        if (expressions.queries().atQuery()) {
            Expression subquery = new Expression.Subquery(expressions.queries().query());
            cursor.expect(TokenKind.RIGHT_PAREN);
            cursor.grow();
            return subquery;
        }
        Expression first = expressions.parse();
        if (!cursor.at(TokenKind.COMMA)) {
            cursor.expect(TokenKind.RIGHT_PAREN);
            return first;
        }
        List<Expression> members = new ArrayList<>();
        members.add(first);
        while (cursor.accept(TokenKind.COMMA)) {
            members.add(expressions.parse());
        }
        cursor.expect(TokenKind.RIGHT_PAREN);
        cursor.grow();
        return new Tuple(members);
    }

    private Expression word() {
        return switch (cursor.keyword()) {
            case NULL -> constant(new Null());
            case TRUE -> constant(new Bool(true));
            case FALSE -> constant(new Bool(false));
            case CASE -> cases();
            case VALUES -> insertedValue();
            case DEFAULT -> throw refusedDefault();
            case EXISTS -> exists();
            case INTERVAL -> throw TokenCursor.unsupported("INTERVAL");
            default -> nameOrCall();
        };
    }

    private Expression exists() {
        cursor.advance();
        cursor.expect(TokenKind.LEFT_PAREN);
        Expression exists = new Expression.Exists(expressions.queries().query());
        cursor.expect(TokenKind.RIGHT_PAREN);
        cursor.grow();
        return exists;
    }

    private Expression constant(Expression expression) {
        cursor.advance();
        return expression;
    }

    private Expression nameOrCall() {
        if (cursor.isReserved()) {
            return reservedCall();
        }
        String text = cursor.take();
        if (cursor.at(TokenKind.LEFT_PAREN)) {
            return call(null, text);
        }
        if (isPrefix(text)) {
            throw TokenCursor.unsupported(text + " before a literal");
        }
        return named(text);
    }

    private Expression reservedCall() {
        String lower = cursor.text().toLowerCase(Locale.ROOT);
        boolean isCall = cursor.ahead().kind() == TokenKind.LEFT_PAREN;
        if (isCall && lower.equals("convert")) {
            return convert();
        }
        if (isCall || lower.equals("match")) {
            refuseSpecial(lower);
        }
        if (!Functions.isReserved(lower)) {
            throw cursor.error("expected an expression");
        }
        String name = cursor.take();
        boolean standsAlone = !isCall && Functions.standsAlone(lower);
        return standsAlone ? new Call(null, Functions.canonicalName(name), false, List.of()) : call(null, name);
    }

    /** {@code CONVERT(expr, BINARY)} is what {@code BINARY expr} is; the other forms have types or character sets. */
    private Expression convert() {
        cursor.advance();
        cursor.expect(TokenKind.LEFT_PAREN);
        Expression operand = expressions.parse();
        boolean toBinary = cursor.accept(TokenKind.COMMA) && cursor.accept(Keyword.BINARY);
        if (!toBinary || !cursor.accept(TokenKind.RIGHT_PAREN)) {
            throw TokenCursor.unsupported("the function convert");
        }
        cursor.grow();
        return new Convert(operand, DataType.of("binary"));
    }

    private boolean isPrefix(String word) {
        if (word.startsWith("_")) {
            return CHARSETS.contains(word.substring(1).toLowerCase(Locale.ROOT));
        }
        return cursor.at(TokenKind.STRING) && STRING_PREFIXES.contains(word.toLowerCase(Locale.ROOT));
    }

    private static void refuseSpecial(String lower) {
        if (Functions.isWindow(lower)) {
            throw TokenCursor.unsupported("window functions");
        }
        if (Functions.isSpecial(lower)) {
            throw TokenCursor.unsupported("the function " + lower);
        }
    }

    /** {@code DEFAULT} alone is no operand. */
    private RuntimeException refusedDefault() {
        boolean isCall = cursor.ahead().kind() == TokenKind.LEFT_PAREN;
        return isCall ? TokenCursor.unsupported("DEFAULT(column)") : cursor.error("expected an expression");
    }

    /** In backticks the name of a function is one that the grammar knows nothing of. */
    private Expression quotedName(String name) {
        if (!cursor.at(TokenKind.LEFT_PAREN)) {
            return named(name);
        }
        if (Words.isQuotedName(name)) {
            throw TokenCursor.unsupported("the function " + name + " in backticks");
        }
        return call(null, name);
    }

    private Expression named(String first) {
        Column column = column(first);
        if (cursor.at(TokenKind.LEFT_PAREN) && column.table() != null && column.table().qualifier() == null) {
            return call(column.table().name(), column.name());
        }
        return column;
    }

    private Expression call(@Nullable String qualifier, String name) {
        String lower = qualifier == null ? name.toLowerCase(Locale.ROOT) : "";
        refuseSpecial(lower);
        cursor.expect(TokenKind.LEFT_PAREN);
        Expression call = lower.equals("count") && cursor.accept(TokenKind.STAR)
                ? new CountStar()
                : callOf(qualifier, name, lower);
        cursor.expect(TokenKind.RIGHT_PAREN);
        if (cursor.at(Keyword.OVER)) {
            throw TokenCursor.unsupported("window functions");
        }
        return call;
    }

    private Call callOf(@Nullable String qualifier, String name, String lower) {
        boolean distinct = Functions.takesDistinct(lower) && cursor.acceptDistinct();
        List<Expression> arguments =
                cursor.at(TokenKind.RIGHT_PAREN) ? List.of() : cursor.commaList(expressions::parse);
        if (cursor.at(TokenKind.RIGHT_PAREN) && !Functions.takes(lower, arguments.size(), distinct)) {
            throw cursor.error(lower + " does not take " + arguments.size() + " arguments");
        }
        cursor.grow();
        return new Call(qualifier, qualifier == null ? Functions.canonicalName(name) : name, distinct, arguments);
    }

    private Expression insertedValue() {
        cursor.advance();
        cursor.expect(TokenKind.LEFT_PAREN);
        Column column = expressions.column();
        cursor.expect(TokenKind.RIGHT_PAREN);
        return new InsertedValue(column);
    }

    private Expression cases() {
        cursor.advance();
        Expression operand = cursor.at(Keyword.WHEN) ? null : expressions.parse();
        List<Case.When> branches = new ArrayList<>();
        while (cursor.accept(Keyword.WHEN)) {
            Expression condition = expressions.parse();
            cursor.expect(Keyword.THEN);
            branches.add(new Case.When(condition, expressions.parse()));
        }
        if (branches.isEmpty()) {
            throw cursor.error("expected WHEN");
        }
        Expression otherwise = cursor.accept(Keyword.ELSE) ? expressions.parse() : null;
        cursor.expect(Keyword.END);
        cursor.grow();
        cursor.grow(); // a WHEN is a level of its own
        return new Case(operand, branches, otherwise);
    }
}
