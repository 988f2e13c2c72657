package dev.shardroute.sql.parser;

import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.UserVariable;
import dev.shardroute.sql.ast.PreparedStatement.Deallocate;
import dev.shardroute.sql.ast.PreparedStatement.Execute;
import dev.shardroute.sql.ast.PreparedStatement.Prepare;
import dev.shardroute.sql.lex.Keyword;
import dev.shardroute.sql.lex.TokenKind;
import java.util.List;

/** Parses PREPARE, EXECUTE and DEALLOCATE PREPARE. */
final class PreparedParser {
    private final TokenCursor cursor;
    private final SessionClauses parts;

    PreparedParser(TokenCursor cursor, ExpressionParser expressions) {
        this.cursor = cursor;
        this.parts = new SessionClauses(cursor, expressions);
    }

    Prepare parsePrepare() {
        List<String> comments = cursor.commentsAfterVerb();
        String name = name();
        cursor.expect(Keyword.FROM);
        return new Prepare(comments, name, source());
    }

    private Expression source() {
        return switch (cursor.kind()) {
            case USER_VARIABLE -> userVariable();
            case VARIABLE -> new Expression.Variable(cursor.take());
            default -> parts.literal();
        };
    }

    Execute parseExecute() {
        List<String> comments = cursor.commentsAfterVerb();
        String name = name();
        boolean hasArguments = cursor.accept(Keyword.USING);
        return new Execute(comments, name, hasArguments ? cursor.commaList(this::userVariable) : List.of());
    }

    /** {@code DROP PREPARE} is the same. */
    Deallocate parseDeallocate() {
        List<String> comments = cursor.commentsAfterVerb();
        cursor.expect(Keyword.PREPARE);
        return new Deallocate(comments, name());
    }

    private String name() {
        return cursor.name("a prepared statement");
    }

    private UserVariable userVariable() {
        if (cursor.at(TokenKind.USER_VARIABLE)) {
            return new UserVariable(cursor.take());
        }
        throw cursor.error("expected a user variable");
    }
}
