package dev.shardroute.mysql;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import dev.shardroute.type.ResultStream.Completion;
import java.io.IOException;
import java.util.Arrays;

/**
 * Answers one command after the other once the client has logged in. What a command throws is told to the client, and the
 * next command is read; what breaks the protocol is thrown.
 */
final class CommandLoop implements AutoCloseable {
    private static final int MULTI_STATEMENTS_OFF = 1;

    private final PacketChannel channel;
    private final Responses responses;
    private final SessionFactory sessions;
    private final ConnectionInfo info;
    private final ServerListener listener;
    private MysqlSession session;

    /** Opens the session. */
    CommandLoop(PacketChannel channel, Responses responses, SessionFactory sessions, ConnectionInfo info,
            ServerListener listener) {
        this.channel = channel;
        this.responses = responses;
        this.sessions = sessions;
        this.info = info;
        this.listener = listener;
        this.session = sessions.open(info);
    }

    /** Tells the client that it is logged in, and serves it until it quits or {@code activity} has ended. */
    void run(Activity activity) throws IOException {
        ok();
        channel.flush();
        byte[] packet;
        do {
            channel.restart();
            packet = channel.read();
        } while (activity.begin() && answer(packet) && activity.end());
    }

    /** Returns false when the client has quit. */
    private boolean answer(byte[] packet) throws IOException {
        if (packet.length == 0) {
            throw ErrorCode.SR06006.error("a command is empty");
        }
        boolean goesOn = tryToRun(packet);
        channel.flush();
        return goesOn;
    }

    private boolean tryToRun(byte[] packet) throws IOException {
        try {
            return run(Command.of(packet), Arrays.copyOfRange(packet, 1, packet.length));
        } catch (ShardrouteException e) {
            responses.error(e);
        } catch (RuntimeException | StackOverflowError e) {
            listener.internalError(info.connectionId(), e);
            responses.error(ErrorCode.VT13001.error("see the server's log"));
        }
        return true;
    }

    private boolean run(Command command, byte[] argument) throws IOException {
        switch (command) {
            case COM_QUERY -> new QueryCommand(session, responses).run(argument);
            case COM_PING -> ok();
            case COM_INIT_DB -> useDatabase(argument);
            case COM_SET_OPTION -> setOption(argument);
            case COM_RESET_CONNECTION -> reset();
            default -> refuse(command);
        }
        return command != Command.COM_QUIT;
    }

    private void ok() throws IOException {
        responses.ok(Completion.NONE, session.state());
    }

    private void useDatabase(byte[] name) throws IOException {
        session.useDatabase(new String(name, UTF_8));
        ok();
    }

    /** The only option is whether one packet may hold several statements, which it may not. */
    private void setOption(byte[] argument) throws IOException {
        if (new PayloadReader(argument).integer(2) != MULTI_STATEMENTS_OFF) {
            throw ErrorCode.SR06001.error("COM_SET_OPTION (multiple statements)");
        }
        responses.eof(session.state());
    }

    /** A new session takes the place of the old one; when there is none to be had, the old one lives on. */
    private void reset() throws IOException {
        MysqlSession old = session;
        session = sessions.open(info.withDatabase(old.state().database()));
        old.close();
        ok();
    }

    private static void refuse(Command command) {
        if (command.isAnswered()) {
            throw ErrorCode.SR06001.error(command);
        }
    }

    @Override
    public void close() {
        session.close();
    }
}
