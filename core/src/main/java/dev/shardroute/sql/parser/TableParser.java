package dev.shardroute.sql.parser;

import dev.shardroute.sql.ast.IndexHint;
import dev.shardroute.sql.ast.Node;
import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.ast.TableExpression;
import dev.shardroute.sql.ast.TableExpression.Derived;
import dev.shardroute.sql.ast.TableExpression.Join;
import dev.shardroute.sql.ast.TableExpression.JoinType;
import dev.shardroute.sql.ast.TableExpression.Parenthesized;
import dev.shardroute.sql.ast.TableExpression.Table;
import dev.shardroute.sql.ast.TableName;
import dev.shardroute.sql.lex.Keyword;
import dev.shardroute.sql.lex.TokenKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parses tables: named ones, queries as tables, tables in parentheses, and joins of all of them. */
final class TableParser {
    private final TokenCursor cursor;
    private final ExpressionParser expressions;
    private final ClauseParser clauses;
    private final QueryParser queries;

    TableParser(TokenCursor cursor, ExpressionParser expressions, ClauseParser clauses, QueryParser queries) {
        this.cursor = cursor;
        this.expressions = expressions;
        this.clauses = clauses;
        this.queries = queries;
    }

    /** Tables with commas between them. */
    List<TableExpression> references() {
        return references(reference());
    }

    private List<TableExpression> references(TableExpression first) {
        if (!cursor.at(TokenKind.COMMA)) {
            return List.of(first);
        }
        List<TableExpression> references = new ArrayList<>();
        references.add(first);
        while (cursor.accept(TokenKind.COMMA)) {
            references.add(reference());
        }
        return List.copyOf(references);
    }

    private TableExpression reference() {
        int siblings = cursor.enter();
        TableExpression reference = joined(factor());
        cursor.leave(siblings);
        return reference;
    }

    private TableExpression joined(TableExpression first) {
        TableExpression left = first;
        for (JoinType type = joinType(); type != null; type = joinType()) {
            TableExpression right = factor();
            if (!isNatural(type) && !atCondition()) {
                JoinType next = joinType();
                if (next != null) {
                    return new JoinChain(cursor, this).parse(left, type, right, next);
                }
            }
            JoinCondition condition = isNatural(type) ? JoinCondition.NONE : condition(type);
            left = new Join(type, left, right, condition.on(), condition.using());
            cursor.grow();
        }
        return left;
    }

    static boolean isNatural(JoinType type) {
        return switch (type) {
            case NATURAL, NATURAL_LEFT, NATURAL_RIGHT -> true;
            case JOIN, STRAIGHT_JOIN, LEFT, RIGHT -> false;
        };
    }

    boolean atCondition() {
        return cursor.at(Keyword.ON) || cursor.at(Keyword.USING);
    }

    /** What the cursor is at of a condition of such a join; inner joins may do without. */
    JoinCondition condition(JoinType type) {
        if (cursor.accept(Keyword.ON)) {
            return new JoinCondition(expressions.parse(), List.of());
        }
        if (type != JoinType.STRAIGHT_JOIN && cursor.accept(Keyword.USING)) {
            return new JoinCondition(null, clauses.names("a column"));
        }
        refuseWithoutCondition(type);
        return JoinCondition.NONE;
    }

    void refuseWithoutCondition(JoinType type) {
        if (type == JoinType.LEFT || type == JoinType.RIGHT) {
            throw cursor.error("expected ON or USING");
        }
    }

    /** The operator of a join, which the cursor has moved behind, or null. */
    @Nullable JoinType joinType() {
        return switch (cursor.keyword()) {
            case JOIN -> join(JoinType.JOIN);
            case INNER, CROSS -> {
                cursor.advance();
                yield join(JoinType.JOIN);
            }
            case STRAIGHT_JOIN -> {
                cursor.advance();
                yield JoinType.STRAIGHT_JOIN;
            }
            case LEFT -> outer(JoinType.LEFT);
            case RIGHT -> outer(JoinType.RIGHT);
            case NATURAL -> natural();
            default -> null;
        };
    }

    private JoinType natural() {
        cursor.advance();
        return switch (cursor.keyword()) {
            case LEFT -> outer(JoinType.NATURAL_LEFT);
            case RIGHT -> outer(JoinType.NATURAL_RIGHT);
            case INNER -> {
                cursor.advance();
                yield join(JoinType.NATURAL);
            }
            default -> join(JoinType.NATURAL);
        };
    }

    private JoinType outer(JoinType type) {
        cursor.advance();
        cursor.accept(Keyword.OUTER);
        return join(type);
    }

    private JoinType join(JoinType type) {
        cursor.expect(Keyword.JOIN);
        return type;
    }

    /** What joins join. */
    TableExpression factor() {
        if (cursor.at(TokenKind.LEFT_PAREN)) {
            Node content = inParentheses();
            return content instanceof Query query ? derived(false, query) : (TableExpression) content;
        }
        if (cursor.at(TokenKind.LEFT_BRACE)) {
            throw TokenCursor.unsupported("joins in braces");
        }
        return switch (cursor.keyword()) {
            case LATERAL -> lateral();
            case JSON_TABLE -> new JsonTableParser(cursor, expressions).parse();
            default -> table();
        };
    }

    /** A query or tables: which of them, only what is behind the innermost parenthesis tells. */
    private Node inParentheses() {
        cursor.expect(TokenKind.LEFT_PAREN);
        Node content = content();
        cursor.expect(TokenKind.RIGHT_PAREN);
        return content;
    }

    private Node inMoreParentheses() {
        int siblings = cursor.enter();
        Node content = inParentheses();
        cursor.leave(siblings);
        return content;
    }

    private Node content() {
        if (queries.atQuery()) {
            return queries.query();
        }
        if (!cursor.at(TokenKind.LEFT_PAREN)) {
            return tablesInParentheses();
        }
        return switch (inMoreParentheses()) {
            case Query query when cursor.at(TokenKind.RIGHT_PAREN) -> query;
            case Query query when queries.atContinuation() -> queries.continueFrom(query);
            case Query query -> parenthesized(joined(derived(false, query)));
            case TableExpression table -> parenthesized(joined(table));
            case Node other -> throw cursor.error("expected tables before this");
        };
    }

    /** Tables in parentheses in joins take the parser twice the stack that an expression takes. */
    private Parenthesized tablesInParentheses() {
        int siblings = cursor.enter();
        Parenthesized tables = parenthesized(reference());
        cursor.leave(siblings);
        return tables;
    }

    private Parenthesized parenthesized(TableExpression first) {
        List<TableExpression> tables = references(first);
        cursor.grow();
        return new Parenthesized(tables);
    }

    private Derived lateral() {
        cursor.expect(Keyword.LATERAL);
        if (cursor.at(TokenKind.LEFT_PAREN) && inParentheses() instanceof Query query) {
            return derived(true, query);
        }
        throw cursor.error("expected a query behind LATERAL");
    }

    private Derived derived(boolean lateral, Query query) {
        cursor.accept(Keyword.AS);
        return new Derived(lateral, query, cursor.name("an alias"), clauses.optionalNames("a column"));
    }

    private Table table() {
        TableName name = clauses.tableName();
        List<String> partitions = clauses.partitions();
        return new Table(name, partitions, clauses.alias(), hints());
    }

    private List<IndexHint> hints() {
        return switch (cursor.keyword()) {
            case USE, IGNORE, FORCE -> new HintParser(cursor).parse();
            default -> List.of();
        };
    }
}
