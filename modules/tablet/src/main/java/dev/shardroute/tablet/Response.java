package dev.shardroute.tablet;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import dev.shardroute.type.Field;
import dev.shardroute.type.ResultStream;
import java.util.List;
import org.mariadb.jdbc.client.Completion;

/** What a server answers to a statement. */
sealed interface Response extends Completion {
    /**
     * The statement, or its rows, ended well.
     *
     * @param completion what it did
     * @param status     the status flags of the connection
     */
    record Ended(ResultStream.Completion completion, int status) implements Response {}

    /** The statement failed. */
    record Failed(int errno, String sqlState, String message) implements Response {
        ShardrouteException toException() {
            return new ShardrouteException(ErrorCode.SR05001, errno, sqlState, message, null);
        }

        /** True for the errors after which the server closes the connection. */
        boolean endsConnection() {
            return switch (errno) {
                case 1053, 1152, 1153, 1184, 1927, 3169, 4031 -> true;
                default -> false;
            };
        }
    }

    /** Rows of these columns will follow. */
    record Columns(List<Field> fields) implements Response {
        /** Copies the list. */
        public Columns {
            fields = List.copyOf(fields);
        }
    }
}
