package dev.shardroute.mysql;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Remembers what a server tells its listener. */
final class Events implements ServerListener {
    private final ConcurrentLinkedQueue<ErrorCode> refused = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<ErrorCode> failed = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Throwable> internal = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Long> open = new ConcurrentLinkedQueue<>();

    @Override
    public void connectionOpened(long connectionId, InetSocketAddress client) {
        open.add(connectionId);
    }

    @Override
    public void connectionRefused(InetSocketAddress client, ShardrouteException reason) {
        refused.add(reason.code());
    }

    @Override
    public void connectionClosed(long connectionId) {
        open.remove(connectionId);
    }

    @Override
    public void connectionFailed(long connectionId, ShardrouteException reason) {
        failed.add(reason.code());
    }

    @Override
    public void internalError(long connectionId, Throwable error) {
        internal.add(error);
    }

    List<Long> open() {
        return List.copyOf(open);
    }

    List<ErrorCode> refused() {
        return List.copyOf(refused);
    }

    List<ErrorCode> failed() {
        return List.copyOf(failed);
    }

    List<Throwable> internal() {
        return List.copyOf(internal);
    }
}
