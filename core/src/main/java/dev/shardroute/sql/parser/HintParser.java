package dev.shardroute.sql.parser;

import dev.shardroute.sql.ast.IndexHint;
import dev.shardroute.sql.ast.IndexHint.Action;
import dev.shardroute.sql.ast.IndexHint.Purpose;
import dev.shardroute.sql.lex.Keyword;
import dev.shardroute.sql.lex.TokenKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parses the hints behind a table: {@code USE INDEX (…)}, {@code IGNORE VINDEX (…)} and the like. */
final class HintParser {
    private final TokenCursor cursor;

    HintParser(TokenCursor cursor) {
        this.cursor = cursor;
    }

    /** All hints that the cursor is at. */
    List<IndexHint> parse() {
        List<IndexHint> hints = new ArrayList<>();
        for (Action action = action(); action != null; action = action()) {
            hints.add(hint(action));
        }
        return hints;
    }

    private @Nullable Action action() {
        return switch (cursor.keyword()) {
            case USE -> Action.USE;
            case IGNORE -> Action.IGNORE;
            case FORCE -> Action.FORCE;
            default -> null;
        };
    }

    private IndexHint hint(Action action) {
        cursor.advance();
        if (action != Action.FORCE && cursor.accept(Keyword.VINDEX)) {
            Action ofVindex = action == Action.USE ? Action.USE_VINDEX : Action.IGNORE_VINDEX;
            return new IndexHint(ofVindex, Purpose.ANY, names(false));
        }
        if (!cursor.accept(Keyword.INDEX)) {
            cursor.expect(Keyword.KEY);
        }
        return new IndexHint(action, purpose(), names(action == Action.USE));
    }

    private Purpose purpose() {
        if (!cursor.accept(Keyword.FOR)) {
            return Purpose.ANY;
        }
        if (cursor.accept(Keyword.JOIN)) {
            return Purpose.JOIN;
        }
        boolean isOrder = cursor.accept(Keyword.ORDER);
        if (!isOrder) {
            cursor.expect(Keyword.GROUP);
        }
        cursor.expect(Keyword.BY);
        return isOrder ? Purpose.ORDER_BY : Purpose.GROUP_BY;
    }

    /** To use no index at all is a hint too. */
    private List<String> names(boolean mayBeNone) {
        cursor.expect(TokenKind.LEFT_PAREN);
        if (mayBeNone && cursor.accept(TokenKind.RIGHT_PAREN)) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        do {
            names.add(cursor.at(Keyword.PRIMARY) ? cursor.take() : cursor.name("an index"));
        } while (cursor.accept(TokenKind.COMMA));
        cursor.expect(TokenKind.RIGHT_PAREN);
        return names;
    }
}
