package dev.shardroute.mysql;

import dev.shardroute.error.ErrorCode;

/**
 * The commands of the protocol, in the order of their numbers.
 *
 * @see <a href="https://dev.mysql.com/doc/dev/mysql-server/latest/my__command_8h.html">MySQL: enum_server_command</a>
 */
enum Command {
    COM_SLEEP,
    COM_QUIT,
    COM_INIT_DB,
    COM_QUERY,
    COM_FIELD_LIST,
    COM_CREATE_DB,
    COM_DROP_DB,
    COM_REFRESH,
    COM_SHUTDOWN,
    COM_STATISTICS,
    COM_PROCESS_INFO,
    COM_CONNECT,
    COM_PROCESS_KILL,
    COM_DEBUG,
    COM_PING,
    COM_TIME,
    COM_DELAYED_INSERT,
    COM_CHANGE_USER,
    COM_BINLOG_DUMP,
    COM_TABLE_DUMP,
    COM_CONNECT_OUT,
    COM_REGISTER_SLAVE,
    COM_STMT_PREPARE,
    COM_STMT_EXECUTE,
    COM_STMT_SEND_LONG_DATA,
    COM_STMT_CLOSE,
    COM_STMT_RESET,
    COM_SET_OPTION,
    COM_STMT_FETCH,
    COM_DAEMON,
    COM_BINLOG_DUMP_GTID,
    COM_RESET_CONNECTION,
    COM_CLONE;

    private static final Command[] BY_NUMBER = values();

    /**
     * The command that a packet holds; its argument is the rest of the packet.
     *
     * @throws dev.shardroute.error.ShardrouteException {@code SR06001} when there is no such command, {@code SR06006} when
     *                                                  the packet is empty
     */
    static Command of(byte[] packet) {
        int number = (int) new PayloadReader(packet).integer(1);
        if (number >= BY_NUMBER.length) {
            throw ErrorCode.SR06001.error("number " + number);
        }
        return BY_NUMBER[number];
    }

    /** False for commands that clients send without waiting for an answer: one would be taken for the next answer. */
    boolean isAnswered() {
        return this != COM_STMT_CLOSE && this != COM_STMT_SEND_LONG_DATA && this != COM_QUIT;
    }
}
