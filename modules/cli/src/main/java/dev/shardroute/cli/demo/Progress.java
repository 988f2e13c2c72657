package dev.shardroute.cli.demo;

import java.io.PrintWriter;
import java.time.Duration;

/** Tells the user what takes its time. */
record Progress(PrintWriter out) {
    /** Does something, with a line that says what and how long it took. */
    <T, E extends Exception> T step(String what, Step<T, E> step) throws E {
        out.print(what + " ... ");
        out.flush();
        long start = System.nanoTime();
        T result = step.run();
        Duration taken = Duration.ofNanos(System.nanoTime() - start);
        out.println("%d.%d s".formatted(taken.toSeconds(), taken.toMillisPart() / 100));
        out.flush();
        return result;
    }

    /** Something that takes time, and may fail. */
    @FunctionalInterface
    interface Step<T, E extends Exception> {
        T run() throws E;
    }
}
