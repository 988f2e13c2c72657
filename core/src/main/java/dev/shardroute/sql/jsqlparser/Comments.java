package dev.shardroute.sql.jsqlparser;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.sf.jsqlparser.parser.ASTNodeAccess;
import net.sf.jsqlparser.parser.Node;
import net.sf.jsqlparser.parser.Token;
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
            Refusal.when(comment.image.startsWith("/*!"), "a version comment");
            comments.add(comment.image);
        }
        Collections.reverse(comments);
        return comments;
    }
}
