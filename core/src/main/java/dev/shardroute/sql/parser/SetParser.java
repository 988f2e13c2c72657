package dev.shardroute.sql.parser;

import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.Scope;
import dev.shardroute.sql.ast.Expression.SystemVariable;
import dev.shardroute.sql.ast.SetVariables;
import dev.shardroute.sql.ast.SetVariables.Setting;
import dev.shardroute.sql.lex.Keyword;
import dev.shardroute.sql.lex.TokenKind;
import dev.shardroute.type.Value;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Parses SET. */
final class SetParser {
    private final TokenCursor cursor;
    private final ExpressionParser expressions;

    SetParser(TokenCursor cursor, ExpressionParser expressions) {
        this.cursor = cursor;
        this.expressions = expressions;
    }

    /** From the verb on. */
    SetVariables parse() {
        List<String> comments = cursor.commentsAfterVerb();
        return new SetVariables(comments, cursor.commaList(this::setting));
    }

    private Setting setting() {
        if (cursor.acceptWord("NAMES")) {
            Expression charset = value();
            return new Setting.Names(charset, cursor.accept(Keyword.COLLATE) ? value() : null);
        }
        if (cursor.acceptWord("CHARSET")) {
            return new Setting.CharacterSet(value());
        }
        if (cursor.acceptWord("CHARACTER") || cursor.acceptWord("CHAR")) {
            cursor.expect(Keyword.SET);
            return new Setting.CharacterSet(value());
        }
        Expression variable = variable();
        if (!cursor.accept(TokenKind.EQUAL)) {
            cursor.expect(TokenKind.ASSIGN);
        }
        return new Setting.Variable(variable, value());
    }

    private Expression variable() {
        if (cursor.at(TokenKind.USER_VARIABLE) || cursor.at(TokenKind.SYSTEM_VARIABLE)) {
            return expressions.parsePrimary();
        }
        Scope scope = scope();
        if (cursor.atWord("TRANSACTION") || cursor.atWord("PASSWORD") || cursor.atWord("ROLE")) {
            throw TokenCursor.unsupported("SET " + cursor.text());
        }
        return new SystemVariable(scope, cursor.name("a variable").toLowerCase(Locale.ROOT));
    }

    private Scope scope() {
        Scope scope = switch (cursor.keyword()) {
            case SESSION, LOCAL -> Scope.SESSION;
            case GLOBAL -> Scope.GLOBAL;
            case PERSIST -> Scope.PERSIST;
            case PERSIST_ONLY -> Scope.PERSIST_ONLY;
            default -> Scope.NONE;
        };
        if (scope != Scope.NONE) {
            cursor.advance();
        }
        return scope;
    }

    private Expression value() {
        String word = wordValue();
        return word == null ? expressions.parseOrDefault() : new Expression.Literal(Value.of(word));
    }

    /** The words that MySQL takes as values though they are reserved: ON, BINARY. */
    private @Nullable String wordValue() {
        if (cursor.at(Keyword.ON) || cursor.at(Keyword.BINARY)) {
            return cursor.take().toLowerCase(Locale.ROOT);
        }
        return null;
    }
}
