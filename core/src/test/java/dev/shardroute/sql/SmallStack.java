package dev.shardroute.sql;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Runs things where stack is scarce. */
public final class SmallStack {
    /** The smallest stack that the library promises to get along with, in bytes. */
    public static final int BYTES = 512 << 10;

    private SmallStack() {}

    /**
     * What {@code task} gives on such a stack.
     *
     * @throws AssertionError with what the task threw
     */
    public static <T> T run(Callable<T> task) throws InterruptedException {
        FutureTask<T> future = new FutureTask<>(task);
        Thread thread = new Thread(null, future, "small stack", BYTES);
        thread.start();
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        }
    }

    /** Shapes of statements by their names, from lines of {@code name: shape}. */
    public static Map<String, String> shapes(String lines) {
        Map<String, String> shapes = new TreeMap<>();
        lines.lines().forEach(
                line -> shapes.put(line.substring(0, line.indexOf(": ")), line.substring(line.indexOf(": ") + 2)));
        return shapes;
    }
}
