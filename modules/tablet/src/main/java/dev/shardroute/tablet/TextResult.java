package dev.shardroute.tablet;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.type.Field;
import dev.shardroute.type.ResultStream;
import dev.shardroute.type.Row;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows that are read from the socket one by one, as they are asked for. */
final class TextResult implements ResultStream {
    private final MariaDbLink link;
    private final List<Field> fields;
    private boolean ended;
    private boolean closed;
    private Completion completion = Completion.NONE;

    TextResult(MariaDbLink link, List<Field> fields) {
        this.link = link;
        this.fields = fields;
    }

    @Override
    public List<Field> fields() {
        return fields;
    }

    @Override
    public @Nullable Row next() {
        if (ended) {
            return null;
        }
        if (closed) {
            throw ErrorCode.VT13001.error("the result is closed");
        }
        return switch (link.readRow(fields)) {
            case Row row -> row;
            case Response.Ended end -> end(end);
            case Response.Failed failure -> throw link.failed(failure);
            default -> throw ErrorCode.VT13001.error("neither a row nor an end of rows");
        };
    }

    private @Nullable Row end(Response.Ended end) {
        ended = true;
        completion = link.finish(end);
        return null;
    }

    @Override
    public Completion completion() {
        return completion;
    }

    /** The link is left as it is; when rows are unread, the pool throws it away. */
    @Override
    public void close() {
        closed = true;
    }
}
