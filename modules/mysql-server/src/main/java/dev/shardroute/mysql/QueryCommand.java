package dev.shardroute.mysql;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.type.Field;
import dev.shardroute.type.ResultStream;
import dev.shardroute.type.ResultStream.Completion;
import dev.shardroute.type.Row;
import java.io.IOException;
import java.util.List;

/**
 * COM_QUERY: streams what the session answers. Only when the result was read to its end and closed is the last packet
 * written, so that an error from anywhere can still take its place.
 *
 * @see <a href="https://dev.mysql.com/doc/dev/mysql-server/latest/page_protocol_com_query_response.html">MySQL: COM_QUERY
 *      response</a>
 */
final class QueryCommand {
    private final MysqlSession session;
    private final Responses responses;

    QueryCommand(MysqlSession session, Responses responses) {
        this.session = session;
        this.responses = responses;
    }

    void run(byte[] sql) throws IOException {
        boolean hasRows;
        Completion completion;
        try (ResultStream result = session.query(sql)) {
            List<Field> fields = result.fields();
            hasRows = !fields.isEmpty();
            if (hasRows) {
                responses.columns(fields, session.state());
            }
            sendRows(result, fields.size());
            completion = result.completion();
        }
        SessionState state = session.state();
        if (hasRows) {
            responses.endOfRows(completion, state);
        } else {
            responses.ok(completion, state);
        }
    }

    private void sendRows(ResultStream result, int columns) throws IOException {
        for (Row row = result.next(); row != null; row = result.next()) {
            if (columns == 0) {
                throw ErrorCode.VT13001.error("a result without columns has a row");
            }
            responses.row(row, columns);
        }
    }
}
