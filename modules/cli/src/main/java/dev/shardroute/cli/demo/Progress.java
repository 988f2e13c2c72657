package dev.shardroute.cli.demo;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.Supplier;

/** Tells what takes long. */
record Progress(PrintWriter out) {
    /** Does a step, says before it what it is and after it how long it took. */
    <T> T step(String what, Supplier<T> step) {
        out.print(what + " ... ");
        out.flush();
        long start = System.nanoTime();
        T result = step.get();
        out.println(String.format(Locale.ROOT, "%.1f s", (System.nanoTime() - start) / 1e9));
        out.flush();
        return result;
    }

    /** {@link #step(String, Supplier)} without a result. */
    void step(String what, Runnable step) {
        step(what, () -> {
            step.run();
            return what;
        });
    }
}
