package dev.shardroute.sql.parser;

import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.GroupBy;
import dev.shardroute.sql.ast.Select;
import dev.shardroute.sql.ast.Select.Option;
import dev.shardroute.sql.ast.SelectItem;
import dev.shardroute.sql.ast.TableExpression;
import dev.shardroute.sql.ast.With;
import dev.shardroute.sql.lex.Keyword;
import dev.shardroute.sql.lex.Lexer;
import dev.shardroute.sql.lex.TokenKind;
import dev.shardroute.type.Type;
import dev.shardroute.type.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parses {@code SELECT NEXT VALUE FROM sequence} and {@code SELECT NEXT n VALUES FROM sequence}: that and nothing else. */
final class SequenceParser {
    private final TokenCursor cursor;
    private final ExpressionParser expressions;
    private final ClauseParser clauses;

    SequenceParser(TokenCursor cursor, ExpressionParser expressions, ClauseParser clauses) {
        this.cursor = cursor;
        this.expressions = expressions;
        this.clauses = clauses;
    }

    /** True at NEXT with what no column has behind it. */
    boolean atSequence() {
        if (!cursor.at(Keyword.NEXT)) {
            return false;
        }
        Lexer ahead = cursor.ahead();
        return switch (ahead.kind()) {
            case INTEGER, VARIABLE, QUESTION -> true;
            case WORD -> !ahead.isReserved();
            default -> false;
        };
    }

    /** Refuses a sequence beside other items. */
    void refuse() {
        if (atSequence()) {
            throw cursor.error("expected a sequence to be asked alone");
        }
    }

    /** From NEXT on. */
    Select parse(@Nullable With with, List<String> comments, int options, Place place) {
        List<Option> list = SelectOptions.list(options);
        boolean hasOthers = list.stream().anyMatch(option -> option.compareTo(Option.SQL_NO_CACHE) > 0);
        if (place != Place.STATEMENT || with != null || SelectOptions.isDistinct(options) || hasOthers) {
            throw cursor.error("expected a sequence to be asked by a statement of its own");
        }
        cursor.expect(Keyword.NEXT);
        Expression count = count();
        if (!cursor.accept(Keyword.FOR)) {
            cursor.expect(Keyword.FROM);
        }
        TableExpression sequence = new TableExpression.Table(clauses.tableName(), null);
        return new Select(null, comments, false, list, List.of(new SelectItem.NextValues(count)), List.of(sequence),
                null, GroupBy.NONE, null, List.of(), List.of(), null, List.of(), null);
    }

    private Expression count() {
        if (cursor.at(TokenKind.WORD)) {
            cursor.expect(Keyword.VALUE);
            return new Expression.Literal(Value.of(Type.INT64, "1"));
        }
        Expression count = expressions.parsePrimary();
        cursor.expect(Keyword.VALUES);
        return count;
    }
}
