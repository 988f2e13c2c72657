package dev.shardroute.cli.statement;

import dev.shardroute.sql.ast.Statement;
import dev.shardroute.sql.normalize.Normalized;
import dev.shardroute.sql.normalize.Normalizer;
import dev.shardroute.sql.printer.SqlPrinter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code shardroute normalize}. */
@Command(
        name = "normalize",
        description = "Prints SQL statements with bind variables for their literals, and the values of these.",
        footer = {
            "",
            "With --batch standard input is a JSON array of {\"input\": SQL}, and the answer",
            "an array of {\"input\", \"output\", \"bindVars\"}, with \"outputs\" and an array of",
            "\"bindVars\" for an input of several statements, or {\"input\", \"error\":",
            "{\"code\", \"errno\", \"sqlstate\", \"message\"}}.",
            "",
            "The exit code is 1 when a statement is refused, and 2 when an option or the",
            "JSON is wrong. A statement refused in a batch is an answer like another."
        })
public final class NormalizeCommand implements Callable<Integer> {
    private final Normalizer normalizer = new Normalizer();

    @Mixin
    private StatementInput input = new StatementInput();

    @Override
    public Integer call() {
        return input.print(this::normalized);
    }

    private StatementForm normalized(Statement statement) {
        Normalized normalized = normalizer.normalize(statement);
        String sql = SqlPrinter.print(normalized.statement());
        return new StatementForm(sql, BindVars.json(normalized.binds()), BindVars.lines(normalized.binds()));
    }
}
