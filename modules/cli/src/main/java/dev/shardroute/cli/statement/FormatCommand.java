package dev.shardroute.cli.statement;

import dev.shardroute.sql.printer.SqlPrinter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code shardroute format}. */
@Command(
        name = "format",
        description = "Prints SQL statements in canonical form.",
        footer = {
            "",
            "With --batch standard input is a JSON array of {\"input\": SQL}, and the answer",
            "an array of {\"input\", \"output\"}, with \"outputs\" for an input of several",
            "statements, or {\"input\", \"error\": {\"code\", \"errno\", \"sqlstate\", \"message\"}}.",
            "",
            "The exit code is 1 when a statement is refused, and 2 when an option or the",
            "JSON is wrong. A statement refused in a batch is an answer like another."
        })
public final class FormatCommand implements Callable<Integer> {
    @Mixin
    private StatementInput input = new StatementInput();

    @Override
    public Integer call() {
        return input.print(statement -> new StatementForm(SqlPrinter.print(statement), null, List.of()));
    }
}
