package dev.shardroute.sql.parser;

import dev.shardroute.sql.ast.Delete;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Limit;
import dev.shardroute.sql.ast.OrderItem;
import dev.shardroute.sql.ast.TableExpression;
import dev.shardroute.sql.ast.TableExpression.Table;
import dev.shardroute.sql.ast.TableName;
import dev.shardroute.sql.ast.With;
import dev.shardroute.sql.lex.Keyword;
import dev.shardroute.sql.lex.TokenKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parses DELETE, of one table and of several. */
final class DeleteParser {
    private final TokenCursor cursor;
    private final ClauseParser clauses;
    private final TableParser tables;

    DeleteParser(TokenCursor cursor, ExpressionParser expressions, ClauseParser clauses) {
        this.cursor = cursor;
        this.clauses = clauses;
        this.tables = expressions.queries().tables();
    }

    /** From the verb on. */
    Delete parse(@Nullable With with) {
        List<String> comments = cursor.commentsAfterVerb();
        refuseOptions();
        boolean ignore = cursor.accept(Keyword.IGNORE);
        refuseOptions();
        if (!cursor.accept(Keyword.FROM)) {
            return ofSeveral(with, comments, ignore, targets(target()), Keyword.FROM);
        }
        TableName first = target();
        if (cursor.at(TokenKind.DOT) || cursor.at(TokenKind.COMMA) || cursor.at(Keyword.USING)) {
            return ofSeveral(with, comments, ignore, targets(first), Keyword.USING);
        }
        return ofOne(with, comments, ignore, first);
    }

    private void refuseOptions() {
        clauses.refuseOption("DELETE", Keyword.LOW_PRIORITY);
        if (cursor.atWord("QUICK")) {
            throw TokenCursor.unsupported("DELETE QUICK");
        }
    }

    /** The partitions stand behind the alias, unlike anywhere else. */
    private Delete ofOne(@Nullable With with, List<String> comments, boolean ignore, TableName name) {
        String alias = clauses.alias();
        TableExpression table = new Table(name, clauses.partitions(), alias, List.of());
        Expression where = clauses.where();
        List<OrderItem> orderBy = clauses.orderBy();
        Limit limit = clauses.rowCount();
        return new Delete(with, comments, ignore, List.of(), List.of(table), where, orderBy, limit);
    }

    private Delete ofSeveral(@Nullable With with, List<String> comments, boolean ignore, List<TableName> targets,
            Keyword preposition) {
        cursor.expect(preposition);
        List<TableExpression> from = tables.references();
        List<TableName> others = isOf(targets, from) ? List.of() : targets;
        return new Delete(with, comments, ignore, others, from, clauses.where(), List.of(), null);
    }

    /** True for {@code DELETE t FROM t} and {@code DELETE x FROM t AS x}, which are {@code DELETE FROM t AS x}. */
    private static boolean isOf(List<TableName> targets, List<TableExpression> from) {
        if (targets.size() > 1 || from.size() > 1 || !(from.getFirst() instanceof Table table)
                || !table.hints().isEmpty()) {
            return false;
        }
        TableName target = targets.getFirst();
        return target.qualifier() == null
                ? target.name().equals(table.correlationName())
                : table.alias() == null && target.equals(table.name());
    }

    private List<TableName> targets(TableName first) {
        acceptStar();
        List<TableName> targets = new ArrayList<>();
        targets.add(first);
        while (cursor.accept(TokenKind.COMMA)) {
            targets.add(target());
            acceptStar();
        }
        return targets;
    }

    /** A table without the {@code .*} that it may have. */
    private TableName target() {
        String name = cursor.name("a table or FROM");
        boolean isQualifier = cursor.at(TokenKind.DOT) && cursor.ahead().kind() != TokenKind.STAR;
        return isQualifier ? new TableName(name, cursor.nameAfterDot()) : TableName.of(name);
    }

    private void acceptStar() {
        if (cursor.accept(TokenKind.DOT)) {
            cursor.expect(TokenKind.STAR);
        }
    }
}
