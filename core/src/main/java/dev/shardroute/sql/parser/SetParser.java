package dev.shardroute.sql.parser;

import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.Scope;
import dev.shardroute.sql.ast.Expression.SystemVariable;
import dev.shardroute.sql.ast.Expression.UserVariable;
import dev.shardroute.sql.ast.SetVariables;
import dev.shardroute.sql.ast.SetVariables.Setting;
import dev.shardroute.sql.lex.Keyword;
import dev.shardroute.sql.lex.TokenKind;
import dev.shardroute.type.Value;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Parses SET. */
final class SetParser {
    private static final Set<String> OTHER_SETTINGS =
            Set.of("DEFAULT", "PASSWORD", "RESOURCE", "ROLE");
    private static final Set<String> SCOPES = Set.of("GLOBAL", "LOCAL", "PERSIST", "PERSIST_ONLY", "SESSION");
    private static final Set<String> WORDS = Set.of("all", "binary", "off", "on", "row", "system");

    private final TokenCursor cursor;
    private final ExpressionParser expressions;

    SetParser(TokenCursor cursor, ExpressionParser expressions) {
        this.cursor = cursor;
        this.expressions = expressions;
    }

    /** From the verb on. */
    SetVariables parse() {
        List<String> comments = cursor.commentsAfterVerb();
        return new SetVariables(comments, atTransaction() ? ofTransaction() : cursor.commaList(this::setting));
    }

    private boolean atTransaction() {
        return switch (cursor.keyword()) {
            case TRANSACTION -> true;
            case SESSION, LOCAL, GLOBAL -> cursor.ahead().keyword() == Keyword.TRANSACTION;
            default -> false;
        };
    }

    /** Without a scope it is the next transaction's, which is what {@code SET @@name} sets, too. */
    private List<Setting> ofTransaction() {
        Scope written = scope();
        Scope scope = written == Scope.BARE ? Scope.NONE : written;
        cursor.expect(Keyword.TRANSACTION);
        Setting.Variable first = characteristic(scope);
        if (!cursor.accept(TokenKind.COMMA)) {
            return List.of(first);
        }
        Setting.Variable second = characteristic(scope);
        if (first.variable().equals(second.variable())) {
            throw cursor.error("a characteristic is twice before this");
        }
        return List.of(first, second);
    }

    private Setting.Variable characteristic(Scope scope) {
        if (cursor.accept(Keyword.ISOLATION)) {
            cursor.expect(Keyword.LEVEL);
            return new Setting.Variable(new SystemVariable(scope, "transaction_isolation"), literal(isolation()));
        }
        cursor.expect(Keyword.READ);
        boolean readOnly = cursor.accept(Keyword.ONLY);
        if (!readOnly) {
            cursor.expect(Keyword.WRITE);
        }
        return new Setting.Variable(new SystemVariable(scope, "transaction_read_only"),
                literal(readOnly ? "on" : "off"));
    }

    private String isolation() {
        if (cursor.accept(Keyword.SERIALIZABLE)) {
            return "serializable";
        }
        if (cursor.accept(Keyword.REPEATABLE)) {
            cursor.expect(Keyword.READ);
            return "repeatable-read";
        }
        cursor.expect(Keyword.READ);
        if (cursor.accept(Keyword.COMMITTED)) {
            return "read-committed";
        }
        cursor.expect(Keyword.UNCOMMITTED);
        return "read-uncommitted";
    }

    private Setting setting() {
        if (cursor.acceptWord("NAMES")) {
            Expression charset = charset();
            return new Setting.Names(charset, cursor.accept(Keyword.COLLATE) ? nameOrString("a collation") : null);
        }
        if (cursor.acceptWord("CHARSET")) {
            return new Setting.CharacterSet(charset());
        }
        if (cursor.acceptWord("CHARACTER") || cursor.acceptWord("CHAR")) {
            cursor.expect(Keyword.SET);
            return new Setting.CharacterSet(charset());
        }
        Expression variable = variable();
        if (!cursor.accept(TokenKind.EQUAL)) {
            cursor.expect(TokenKind.ASSIGN);
        }
        return new Setting.Variable(variable, variable instanceof UserVariable ? expressions.parse() : value());
    }

    private Expression variable() {
        if (cursor.at(TokenKind.USER_VARIABLE)) {
            return new UserVariable(cursor.take());
        }
        if (cursor.at(TokenKind.SYSTEM_VARIABLE)) {
            return expressions.parsePrimary();
        }
        Scope scope = scope();
        if (cursor.at(TokenKind.WORD) && OTHER_SETTINGS.contains(cursor.text().toUpperCase(Locale.ROOT))) {
            throw TokenCursor.unsupported("SET " + cursor.text());
        }
        String name = cursor.name("a variable");
        if (cursor.at(TokenKind.DOT)) {
            throw TokenCursor.unsupported("system variables of several parts");
        }
        if (!isVariable(name)) {
            throw cursor.error("expected a variable's name before this");
        }
        return PrimaryParser.systemVariable(scope, name);
    }

    /** Backticks may stand around a variable's name, but they make no other characters and no scope one. */
    private static boolean isVariable(String name) {
        boolean isPlain = name.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_' || c == '$');
        return isPlain && !name.isEmpty() && !SCOPES.contains(name.toUpperCase(Locale.ROOT));
    }

    private Scope scope() {
        Scope scope = switch (cursor.keyword()) {
            case SESSION, LOCAL -> Scope.SESSION;
            case GLOBAL -> Scope.GLOBAL;
            case PERSIST -> Scope.PERSIST;
            case PERSIST_ONLY -> Scope.PERSIST_ONLY;
            default -> Scope.BARE;
        };
        if (scope != Scope.BARE) {
            cursor.advance();
        }
        return scope;
    }

    /** A word that MySQL takes as a value is a string, though it be reserved, when nothing else follows. */
    private Expression value() {
        if (cursor.at(TokenKind.WORD) && WORDS.contains(cursor.text().toLowerCase(Locale.ROOT)) && isLast()) {
            return literal(cursor.take().toLowerCase(Locale.ROOT));
        }
        return expressions.parseOrDefault();
    }

    private boolean isLast() {
        return switch (cursor.ahead().kind()) {
            case END, SEMICOLON, COMMA -> true;
            default -> false;
        };
    }

    private Expression charset() {
        return cursor.accept(Keyword.DEFAULT) ? new Expression.Default(null) : nameOrString("a character set");
    }

    private Expression nameOrString(String what) {
        boolean isValue = cursor.at(TokenKind.STRING) || cursor.at(Keyword.BINARY);
        return literal(isValue ? cursor.take() : cursor.name(what));
    }

    private static Expression literal(String text) {
        return new Expression.Literal(Value.of(text));
    }
}
