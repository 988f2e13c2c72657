package dev.shardroute.sql.jsqlparser;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.sql.ParserOptions;
import dev.shardroute.sql.ast.Statement;
import net.sf.jsqlparser.statement.delete.Delete;
import net.sf.jsqlparser.statement.insert.Insert;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.update.Update;
import net.sf.jsqlparser.statement.upsert.Upsert;
import org.jspecify.annotations.Nullable;

/** One statement on its way: what all converters share. For one thread. */
final class Conversion {
    private final ParserOptions options;
    private final Pieces pieces;
    private final ExpressionConverter expressions;
    private final QueryConverter queries;
    private int depth;
    private int questions;

    Conversion(ParserOptions options) {
        this.options = options;
        this.pieces = new Pieces(options);
        this.expressions = new ExpressionConverter(this);
        this.queries = new QueryConverter(this);
    }

    Pieces pieces() {
        return pieces;
    }

    ExpressionConverter expressions() {
        return expressions;
    }

    QueryConverter queries() {
        return queries;
    }

    Statement statement(net.sf.jsqlparser.statement.Statement statement) {
        Comments.refuseVersions(statement, options);
        return switch (statement) {
            case Select select -> queries.convert(select);
            case Insert insert -> new InsertConverter(this).insert(insert);
            case Upsert upsert -> new InsertConverter(this).replace(upsert);
            case Update update -> new ChangeConverter(this).update(update);
            case Delete delete -> new ChangeConverter(this).delete(delete);
            default -> throw Refusal.ofNode(statement);
        };
    }

    /** A node begins inside of another; each call needs a {@link #leave}. */
    void enter() {
        depth++;
        if (depth > options.maxDepth()) {
            throw ErrorCode.SR01003.error("maxDepth", options.maxDepth());
        }
    }

    void leave() {
        depth--;
    }

    /** The name of a question mark's variable; a mark without a number of its own is the next one. */
    String question(@Nullable Integer index) {
        questions++;
        return "v" + (index == null ? questions : index);
    }
}
