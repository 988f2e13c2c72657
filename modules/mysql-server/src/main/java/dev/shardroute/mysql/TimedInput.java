package dev.shardroute.mysql;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** A socket's input, read under a time limit: per read, or for all reads together so that a slow dribble ends too. */
final class TimedInput extends InputStream {
    private final Socket socket;
    private final InputStream in;
    private boolean hasDeadline;
    private long deadline;

    TimedInput(Socket socket) throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
    }

    /** From now on all reads together may take this long. */
    void limitTotal(Duration limit) {
        hasDeadline = true;
        deadline = System.nanoTime() + limit.toNanos();
    }

    /** From now on each read may take this long. */
    void limitEach(Duration limit) throws IOException {
        hasDeadline = false;
        socket.setSoTimeout((int) limit.toMillis());
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int start, int length) throws IOException {
        if (hasDeadline) {
            socket.setSoTimeout(millisLeft());
        }
        return in.read(bytes, start, length);
    }

    private int millisLeft() throws SocketTimeoutException {
        long millis = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
        if (millis <= 0) {
            throw new SocketTimeoutException("the time is over");
        }
        return (int) Math.min(millis, Integer.MAX_VALUE);
    }

    @Override
    public int available() throws IOException {
        return in.available();
    }
}
