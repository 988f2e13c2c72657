package dev.shardroute.sql.parser;

import dev.shardroute.sql.ast.Assignment;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Limit;
import dev.shardroute.sql.ast.OrderItem;
import dev.shardroute.sql.ast.TableExpression;
import dev.shardroute.sql.ast.Update;
import dev.shardroute.sql.ast.With;
import dev.shardroute.sql.lex.Keyword;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parses UPDATE, of one table and of several. */
final class UpdateParser {
    private final TokenCursor cursor;
    private final ClauseParser clauses;
    private final TableParser tables;

    UpdateParser(TokenCursor cursor, ExpressionParser expressions, ClauseParser clauses) {
        this.cursor = cursor;
        this.clauses = clauses;
        this.tables = expressions.queries().tables();
    }

    /** From the verb on. */
    Update parse(@Nullable With with) {
        List<String> comments = cursor.commentsAfterVerb();
        clauses.refuseOption("UPDATE", Keyword.LOW_PRIORITY);
        boolean ignore = cursor.accept(Keyword.IGNORE);
        List<TableExpression> updated = tables.references();
        cursor.expect(Keyword.SET);
        List<Assignment> assignments = clauses.assignments();
        Expression where = clauses.where();
        if (isOfSeveral(updated)) {
            return new Update(with, comments, ignore, updated, assignments, where, List.of(), null);
        }
        List<OrderItem> orderBy = clauses.orderBy();
        Limit limit = clauses.rowCount();
        return new Update(with, comments, ignore, updated, assignments, where, orderBy, limit);
    }

    /** MySQL orders and limits the rows of one table only. */
    private static boolean isOfSeveral(List<TableExpression> updated) {
        return updated.size() > 1 || switch (updated.getFirst()) {
            case TableExpression.Join join -> true;
            case TableExpression.Parenthesized inner -> isOfSeveral(inner.tables());
            default -> false;
        };
    }
}
