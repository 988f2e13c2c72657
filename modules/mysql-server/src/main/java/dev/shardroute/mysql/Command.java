package dev.shardroute.mysql;

import dev.shardroute.error.ErrorCode;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The commands of the protocol.
 *
 * @see <a href="https://dev.mysql.com/doc/dev/mysql-server/latest/my__command_8h.html">MySQL: enum_server_command</a>
 */
enum Command {
    COM_SLEEP(0), COM_QUIT(1), COM_INIT_DB(2), COM_QUERY(3), COM_FIELD_LIST(4), COM_CREATE_DB(5), COM_DROP_DB(6),
    COM_REFRESH(7), COM_SHUTDOWN(8), COM_STATISTICS(9), COM_PROCESS_INFO(10), COM_CONNECT(11), COM_PROCESS_KILL(12),
    COM_DEBUG(13), COM_PING(14), COM_TIME(15), COM_DELAYED_INSERT(16), COM_CHANGE_USER(17), COM_BINLOG_DUMP(18),
    COM_TABLE_DUMP(19), COM_CONNECT_OUT(20), COM_REGISTER_SLAVE(21), COM_STMT_PREPARE(22), COM_STMT_EXECUTE(23),
    COM_STMT_SEND_LONG_DATA(24), COM_STMT_CLOSE(25), COM_STMT_RESET(26), COM_SET_OPTION(27), COM_STMT_FETCH(28),
    COM_DAEMON(29), COM_BINLOG_DUMP_GTID(30), COM_RESET_CONNECTION(31), COM_CLONE(32);

    private static final Map<Integer, Command> BY_NUMBER =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(Command::number, command -> command));

    private final int number;

    Command(int number) {
        this.number = number;
    }

    /** The first byte of the command's packet. */
    int number() {
        return number;
    }

    /**
     * The command that a packet holds; its argument is the rest of the packet.
     *
     * @throws dev.shardroute.error.ShardrouteException {@code SR06001} when there is no such command, {@code SR06006} when
     *                                                  the packet is empty
     */
    static Command of(byte[] packet) {
        int number = (int) new PayloadReader(packet).integer(1);
        Command command = BY_NUMBER.get(number);
        if (command == null) {
            throw ErrorCode.SR06001.error("number " + number);
        }
        return command;
    }

    /** False for commands that clients send without waiting for an answer: one would be taken for the next answer. */
    boolean isAnswered() {
        return this != COM_STMT_CLOSE && this != COM_STMT_SEND_LONG_DATA && this != COM_QUIT;
    }
}
