package dev.shardroute.mysql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class TimedInputTest {
    @Test
    void totalLimit_endsADribbleThatNeverPauses() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket client = new Socket(server.getInetAddress(), server.getLocalPort());
                Socket socket = server.accept()) {
            client.getOutputStream().write(new byte[]{1, 2, 3});
            TimedInput in = new TimedInput(socket);
            in.limitTotal(Servers.LONG);
            assertEquals(1, in.read());
            in.limitTotal(Duration.ZERO);
            assertThrows(SocketTimeoutException.class, in::read);
            in.limitEach(Servers.LONG);
            assertEquals(2, in.read());
        }
    }
}
