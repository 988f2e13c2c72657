package dev.shardroute.sql.parser;

import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.OrderItem;
import dev.shardroute.sql.ast.SpecialForm.NullTreatment;
import dev.shardroute.sql.ast.SpecialForm.Windowed;
import dev.shardroute.sql.ast.Window;
import dev.shardroute.sql.ast.Window.Bound;
import dev.shardroute.sql.ast.Window.BoundKind;
import dev.shardroute.sql.ast.Window.Frame;
import dev.shardroute.sql.ast.Window.Specification;
import dev.shardroute.sql.ast.Window.Unit;
import dev.shardroute.sql.lex.Keyword;
import dev.shardroute.sql.lex.TokenKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parses OVER and what describes a window. */
final class WindowParser {
    /** What is in a window is as far below its function: the description of the window and an item of its order. */
    private static final int LEVELS = 3;

    private final TokenCursor cursor;
    private final ExpressionParser expressions;

    WindowParser(TokenCursor cursor, ExpressionParser expressions) {
        this.cursor = cursor;
        this.expressions = expressions;
    }

    /** {@code OVER …} behind the function, which has been read. */
    Windowed over(Expression function, NullTreatment nulls) {
        cursor.expect(Keyword.OVER);
        int siblings = cursor.enter();
        Window window = cursor.at(TokenKind.LEFT_PAREN)
                ? specification()
                : new Window.Reference(cursor.name("a window"));
        cursor.leave(siblings);
        for (int levels = 0; levels < LEVELS; levels++) {
            cursor.grow();
        }
        return new Windowed(function, nulls, window);
    }

    /** {@code RESPECT NULLS} or {@code IGNORE NULLS}, if the cursor is at either. */
    NullTreatment nulls() {
        NullTreatment nulls = switch (cursor.keyword()) {
            case RESPECT -> NullTreatment.RESPECT;
            case IGNORE -> NullTreatment.IGNORE;
            default -> NullTreatment.DEFAULT;
        };
        if (nulls != NullTreatment.DEFAULT) {
            cursor.advance();
            cursor.expect(Keyword.NULLS);
        }
        return nulls;
    }

    /** {@code ([name] [PARTITION BY …] [ORDER BY …] [frame])}. */
    Specification specification() {
        cursor.expect(TokenKind.LEFT_PAREN);
        String base = cursor.atName() ? cursor.take() : null;
        List<Expression> partitionBy = partitionBy();
        List<OrderItem> orderBy = new ClauseParser(cursor, expressions).orderBy();
        Frame frame = frame();
        cursor.expect(TokenKind.RIGHT_PAREN);
        return new Specification(base, partitionBy, orderBy, frame);
    }

    private List<Expression> partitionBy() {
        if (!cursor.accept(Keyword.PARTITION)) {
            return List.of();
        }
        cursor.expect(Keyword.BY);
        return expressions.parseList();
    }

    private @Nullable Frame frame() {
        if (cursor.at(Keyword.GROUPS)) {
            throw TokenCursor.unsupported("GROUPS in a window");
        }
        boolean isRange = cursor.at(Keyword.RANGE);
        if (!isRange && !cursor.at(Keyword.ROWS)) {
            return null;
        }
        cursor.advance();
        Unit unit = isRange ? Unit.RANGE : Unit.ROWS;
        if (!cursor.accept(Keyword.BETWEEN)) {
            return new Frame(unit, bound(), null);
        }
        Bound start = bound();
        cursor.expect(Keyword.AND);
        return new Frame(unit, start, bound());
    }

    private Bound bound() {
        if (cursor.accept(Keyword.CURRENT)) {
            cursor.expect(Keyword.ROW);
            return new Bound(BoundKind.CURRENT_ROW, null);
        }
        if (cursor.accept(Keyword.UNBOUNDED)) {
            return new Bound(isPreceding() ? BoundKind.UNBOUNDED_PRECEDING : BoundKind.UNBOUNDED_FOLLOWING, null);
        }
        Expression offset = offset();
        return new Bound(isPreceding() ? BoundKind.PRECEDING : BoundKind.FOLLOWING, offset);
    }

    private Expression offset() {
        if (cursor.at(Keyword.INTERVAL)) {
            return new IntervalParser(cursor, expressions).interval();
        }
        return switch (cursor.kind()) {
            case INTEGER, DECIMAL, FLOAT, VARIABLE, QUESTION -> expressions.parsePrimary();
            default -> throw cursor.error("expected a number, an interval or a variable");
        };
    }

    private boolean isPreceding() {
        boolean preceding = cursor.accept(Keyword.PRECEDING);
        if (!preceding) {
            cursor.expect(Keyword.FOLLOWING);
        }
        return preceding;
    }
}
