package dev.shardroute.sql.parser;

import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.GroupBy;
import dev.shardroute.sql.ast.Into;
import dev.shardroute.sql.ast.NamedWindow;
import dev.shardroute.sql.ast.Select;
import dev.shardroute.sql.ast.SelectItem;
import dev.shardroute.sql.ast.TableExpression;
import dev.shardroute.sql.ast.TableName;
import dev.shardroute.sql.ast.With;
import dev.shardroute.sql.lex.Keyword;
import dev.shardroute.sql.lex.TokenKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parses SELECT. */
final class SelectParser {
    private final TokenCursor cursor;
    private final ExpressionParser expressions;
    private final ClauseParser clauses;
    private final SurroundingsParser surroundings;
    private final TableParser tables;
    private final SequenceParser sequences;

    SelectParser(TokenCursor cursor, ExpressionParser expressions, ClauseParser clauses,
            SurroundingsParser surroundings, TableParser tables) {
        this.cursor = cursor;
        this.expressions = expressions;
        this.clauses = clauses;
        this.surroundings = surroundings;
        this.tables = tables;
        this.sequences = new SequenceParser(cursor, expressions, clauses);
    }

    /** From the verb on. */
    Select parse(@Nullable With with, Place place) {
        List<String> comments = cursor.commentsAfterVerb();
        int options = SelectOptions.parse(cursor);
        if (sequences.atSequence()) {
            return sequences.parse(with, comments, options, place);
        }
        List<SelectItem> items = items();
        Into into = surroundings.into(place);
        List<TableExpression> from = cursor.accept(Keyword.FROM) ? from() : List.of();
        Expression where = clauses.where();
        GroupBy groupBy = groupBy();
        Expression having = cursor.accept(Keyword.HAVING) ? expressions.parse() : null;
        List<NamedWindow> windows = cursor.accept(Keyword.WINDOW) ? windows() : List.of();
        Surroundings around = surroundings.ofPrimary(with, place);
        if (into != null && around.into() != null) {
            throw cursor.error("expected one INTO only");
        }
        return new Select(around.with(), comments, SelectOptions.isDistinct(options), SelectOptions.list(options),
                items, from, where, groupBy, having, windows, around.orderBy(), around.limit(), around.locks(),
                into == null ? around.into() : into);
    }

    /** A star without a table can only come first. */
    private List<SelectItem> items() {
        SelectItem first = cursor.accept(TokenKind.STAR) ? new SelectItem.Star(null) : item();
        if (!cursor.at(TokenKind.COMMA)) {
            return List.of(first);
        }
        List<SelectItem> items = new ArrayList<>();
        items.add(first);
        while (cursor.accept(TokenKind.COMMA)) {
            sequences.refuse();
            items.add(item());
        }
        return List.copyOf(items);
    }

    private SelectItem item() {
        if (cursor.atName() && cursor.atQualifiedStar()) {
            return qualifiedStar();
        }
        return new SelectItem.Item(expressions.parse(), clauses.itemAlias());
    }

    private SelectItem qualifiedStar() {
        TableName table = TableName.of(cursor.name("a table"));
        if (cursor.ahead().kind() != TokenKind.STAR) {
            table = new TableName(table.name(), cursor.nameAfterDot());
        }
        cursor.expect(TokenKind.DOT);
        cursor.expect(TokenKind.STAR);
        return new SelectItem.Star(table);
    }

    private List<TableExpression> from() {
        return cursor.accept(Keyword.DUAL) ? List.of() : tables.references();
    }

    private GroupBy groupBy() {
        if (!cursor.accept(Keyword.GROUP)) {
            return GroupBy.NONE;
        }
        cursor.expect(Keyword.BY);
        List<Expression> keys = cursor.commaList(expressions::parse);
        boolean rollup = cursor.accept(Keyword.WITH);
        if (rollup) {
            cursor.expect(Keyword.ROLLUP);
        }
        return new GroupBy(keys, rollup);
    }

    /** In canonical SQL each window may have the keyword in front. */
    private List<NamedWindow> windows() {
        WindowParser specifications = new WindowParser(cursor, expressions);
        List<NamedWindow> windows = new ArrayList<>();
        do {
            cursor.accept(Keyword.WINDOW);
            String name = cursor.name("a window");
            cursor.expect(Keyword.AS);
            windows.add(new NamedWindow(name, specifications.specification()));
        } while (cursor.accept(TokenKind.COMMA));
        return windows;
    }
}
