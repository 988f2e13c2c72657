package dev.shardroute.mysql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import dev.shardroute.type.Field;
import dev.shardroute.type.ResultStream;
import dev.shardroute.type.ResultStream.Completion;
import dev.shardroute.type.Results;
import dev.shardroute.type.Row;
import dev.shardroute.type.Type;
import dev.shardroute.type.Value;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** How a server begins and ends. */
final class DrainTest {
    private final StubSessions sessions = new StubSessions();
    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    // the end

    @Test
    void drain_endsTheIdleAtOnceAndOthersAfterTheirStatement() throws IOException, InterruptedException {
        MysqlServer server = Servers.start(sessions.on("slow", this::slow));
        try (RawClient newcomer = new RawClient(server);
                RawClient idle = RawClient.loggedIn(server, 0);
                RawClient busy = RawClient.loggedIn(server, 0)) {
            newcomer.read();
            busy.command(Command.COM_QUERY, "slow");
            entered.await();
            CompletableFuture<Boolean> drained = CompletableFuture.supplyAsync(() -> server.drain(Servers.LONG));
            assertTrue(newcomer.isAtEnd());
            assertTrue(idle.isAtEnd());
            released.countDown();
            assertEquals(7, busy.read()[1]);
            assertTrue(busy.isAtEnd());
            assertTrue(drained.join());
        }
        assertEquals(2, sessions.closed());
        server.awaitClosed();
    }

    @Test
    void client_thatComesAfterTheEnd_isTurnedAway() {
        MysqlServer server = Servers.start(sessions);
        server.close();
        String reason = "";
        try (RawClient client = new RawClient(server)) {
            reason = client.readError();
        } catch (IOException e) {
            reason = "1053 no connection";
        }
        assertTrue(reason.startsWith("1053 "), reason);
        assertEquals(List.of(), sessions.opened());
    }

    @Test
    void drain_pastItsLimit_interruptsStatements() throws IOException, InterruptedException {
        MysqlServer server = Servers.start(sessions.on("slow", this::slow));
        try (RawClient busy = RawClient.loggedIn(server, 0)) {
            busy.command(Command.COM_QUERY, "slow");
            entered.await();
            assertFalse(server.drain(Duration.ZERO));
            assertTrue(busy.isAtEnd());
        }
        server.awaitClosed();
        assertEquals(1, sessions.closed());
    }

    @Test
    void drain_pastItsLimit_endsClientsThatDoNotRead() throws IOException, InterruptedException {
        RowStream endless = new RowStream(List.of(Field.of("n", Type.INT64)), n -> Row.of(Value.of(n)));
        MysqlServer server = Servers.start(sessions.on("endless", () -> endless));
        try (RawClient deaf = RawClient.loggedIn(server, 0)) {
            deaf.command(Command.COM_QUERY, "endless");
            deaf.read();
            assertFalse(server.drain(Duration.ofMillis(1)));
            server.awaitClosed();
            endless.closed().await();
        }
    }

    @Test
    void close_ofAnIdleServer_isDoneTwiceAsWell() throws InterruptedException {
        MysqlServer server = Servers.start(sessions);
        server.close();
        server.close();
        server.awaitClosed();
    }

    private ResultStream slow() {
        entered.countDown();
        try {
            released.await();
        } catch (InterruptedException e) {
            throw ErrorCode.SR05006.error();
        }
        return Results.of(new Completion(7, 0, 0));
    }

    // the beginning

    @Test
    void start_twice_isRefused() {
        try (MysqlServer server = Servers.start(sessions)) {
            assertThrows(IllegalStateException.class, server::start);
        }
    }

    @Test
    void start_afterTheEnd_isRefused() {
        MysqlServer server = server(MysqlServerOptions.builder().build());
        server.close();
        assertThrows(IllegalStateException.class, server::start);
    }

    @Test
    void start_onATakenPort_isRefused() {
        try (MysqlServer server = Servers.start(sessions);
                MysqlServer second = server(MysqlServerOptions.builder().port(server.address().getPort()).build())) {
            assertEquals(ErrorCode.SR07001, assertThrows(ShardrouteException.class, second::start).code());
        }
    }

    @Test
    void address_beforeTheBeginning_isRefused() {
        try (MysqlServer server = server(MysqlServerOptions.builder().build())) {
            assertThrows(IllegalStateException.class, server::address);
        }
    }

    private MysqlServer server(MysqlServerOptions options) {
        return new MysqlServer(options, sessions, Authenticators.trusting(), ServerListener.NONE);
    }
}
