package dev.shardroute.sql.jsqlparser;

import dev.shardroute.sql.ParserOptions;
import dev.shardroute.sql.lex.Lexer;
import dev.shardroute.sql.lex.SqlText;
import dev.shardroute.sql.lex.TokenKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.sf.jsqlparser.parser.ASTNodeAccess;
import net.sf.jsqlparser.parser.Node;
import net.sf.jsqlparser.parser.Token;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.Statement;
import net.sf.jsqlparser.statement.delete.Delete;
import net.sf.jsqlparser.statement.insert.Insert;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.SetOperationList;
import net.sf.jsqlparser.statement.select.WithItem;
import net.sf.jsqlparser.statement.update.Update;
import net.sf.jsqlparser.statement.upsert.Upsert;
import org.jspecify.annotations.Nullable;

/** Comments, which JSqlParser keeps with the tokens of what it has parsed: each with the token that follows it. */
final class Comments {
    private Comments() {}

    /** The first token of what a node was parsed from; null for a node that was not parsed. */
    static @Nullable Token firstToken(ASTNodeAccess access) {
        Node node = access.getASTNode();
        return node == null ? null : node.jjtGetFirstToken();
    }

    /** The comments right before a token, in the order of the text. */
    static List<String> before(@Nullable Token token) {
        List<String> comments = new ArrayList<>();
        for (Token comment = token == null ? null : token.specialToken; comment != null; comment =
                comment.specialToken) {
            comments.add(comment.image);
        }
        Collections.reverse(comments);
        return comments;
    }

    /** Refuses version comments that are SQL for MySQL: from the first token on that the statement still knows. */
    static void refuseVersions(Statement statement, ParserOptions options) {
        for (Token token = firstToken(statement); token != null; token = token.next) {
            for (Token comment = token.specialToken; comment != null; comment = comment.specialToken) {
                Refusal.when(isRead(comment.image, options), "a version comment");
            }
        }
    }

    private static boolean isRead(String comment, ParserOptions options) {
        return comment.startsWith("/*!") && new Lexer(SqlText.of(comment), options).next() != TokenKind.END;
    }

    private static @Nullable Token firstToken(Statement statement) {
        return switch (statement) {
            case Select select -> firstTokenOf(select);
            case Insert insert -> firstTokenOf(insert.getTable());
            case Upsert upsert -> firstTokenOf(upsert.getTable());
            case Update update -> firstTokenOf(update.getTable());
            case Delete delete -> firstTokenOf(delete.getTable());
            default -> null;
        };
    }

    private static @Nullable Token firstTokenOf(@Nullable Table table) {
        return table == null ? null : firstToken((ASTNodeAccess) table);
    }

    /** The first query of WITH or of a UNION begins the whole. */
    private static @Nullable Token firstTokenOf(Select select) {
        Select first = select;
        for (Select inner = innerFirst(first); inner != null; inner = innerFirst(first)) {
            first = inner;
        }
        return firstToken((ASTNodeAccess) first);
    }

    private static @Nullable Select innerFirst(Select select) {
        List<WithItem<?>> with = select.getWithItemsList();
        if (with != null && !with.isEmpty()) {
            return with.getFirst().getParenthesedStatement() instanceof ParenthesedSelect query ? query : null;
        }
        return switch (select) {
            case ParenthesedSelect inParentheses -> inParentheses.getSelect();
            case SetOperationList list -> list.getSelects().getFirst();
            default -> null;
        };
    }
}
