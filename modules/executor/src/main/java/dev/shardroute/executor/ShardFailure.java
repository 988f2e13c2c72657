package dev.shardroute.executor;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * What went wrong on one shard.
 *
 * @param call  what the shard was to run
 * @param error the error
 */
record ShardFailure(ShardCall call, ShardrouteException error) {
    private static final Comparator<ShardFailure> GRAVEST_FIRST =
            Comparator.comparing((ShardFailure failure) -> Severity.of(failure.error)).reversed()
                    .thenComparing(ShardFailure::line).thenComparing(failure -> failure.error.code());

    static ShardFailure of(ShardCall call, Throwable thrown) {
        return new ShardFailure(call, switch (thrown) {
            case ShardrouteException error -> error;
            case InterruptedException interrupt -> error(ErrorCode.SR05006, interrupt);
            default -> error(ErrorCode.VT13001, thrown);
        });
    }

    private static ShardrouteException error(ErrorCode code, Throwable cause) {
        return new ShardrouteException(code, code.errno(), code.sqlState(), code.message(cause.toString()), cause);
    }

    /**
     * One error for all of them: number and SQLSTATE of the gravest, a line for each shard in the order of the lines' text,
     * and then the notes. A shard that merely stopped because another one had failed is left out.
     */
    static ShardrouteException merge(Collection<ShardFailure> failures, List<String> notes) {
        List<ShardFailure> causes = causes(failures);
        ShardrouteException gravest = causes.getFirst().error;
        List<String> lines = new ArrayList<>(causes.stream().map(ShardFailure::line).sorted().toList());
        lines.addAll(notes);
        ShardrouteException merged = new ShardrouteException(gravest.code(), gravest.errno(), gravest.sqlState(),
                String.join("\n", lines), gravest);
        causes.stream().skip(1).forEach(failure -> merged.addSuppressed(failure.error));
        return merged;
    }

    private static List<ShardFailure> causes(Collection<ShardFailure> failures) {
        List<ShardFailure> sorted = failures.stream().sorted(GRAVEST_FIRST).toList();
        List<ShardFailure> causes = sorted.stream().filter(failure -> !failure.isInterruption()).toList();
        return causes.isEmpty() ? sorted : causes;
    }

    private boolean isInterruption() {
        return error.code() == ErrorCode.SR05006;
    }

    private String line() {
        String prefix = error.code().name() + ": ";
        String message = error.getMessage();
        return call.label() + ": " + (message.startsWith(prefix) ? message.substring(prefix.length()) : message);
    }
}
