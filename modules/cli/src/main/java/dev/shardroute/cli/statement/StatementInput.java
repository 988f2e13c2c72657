package dev.shardroute.cli.statement;

import dev.shardroute.cli.InputFiles;
import dev.shardroute.cli.Json;
import dev.shardroute.error.ErrorCode;
import dev.shardroute.sql.SqlParser;
import dev.shardroute.sql.ast.Statement;
import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Where the statements of a command come from, and how they are answered. */
final class StatementInput {
    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    @Option(names = "--batch", description = "Answer a JSON array of statements with a JSON array.")
    private boolean batch;

    @Parameters(arity = "0..1", paramLabel = "SQL",
            description = "The statement, or several with semicolons between them; without it or with - they are read "
                    + "from standard input.")
    private @Nullable String sql;

    /** Prints the statements in the form that {@code maker} makes; gives the exit code. */
    int print(StatementForm.Maker maker) {
        if (batch && sql != null) {
            throw new ParameterException(command(), "--batch reads standard input; SQL cannot be given too");
        }
        PrintWriter out = command().getOut();
        out.print(batch ? batch(maker) : text(maker));
        out.flush();
        return ExitCode.OK;
    }

    private static String batch(StatementForm.Maker maker) {
        return Json.print(new Batch(maker).answer(Json.parse("standard input", InputFiles.standardInput())));
    }

    /** Of several statements each ends in a semicolon, as it must when they are read again. */
    private String text(StatementForm.Maker maker) {
        boolean isGiven = sql != null && !sql.equals("-");
        List<Statement> statements = parse(isGiven ? String.valueOf(sql) : InputFiles.standardInput());
        StringBuilder text = new StringBuilder();
        for (Statement statement : statements) {
            StatementForm form = maker.of(statement);
            text.append(form.sql()).append(statements.size() > 1 ? ";\n" : "\n");
            form.notes().forEach(note -> text.append("  ").append(note).append('\n'));
        }
        return text.toString();
    }

    /** The statements of a text, one at least. */
    static List<Statement> parse(String text) {
        List<Statement> statements = new SqlParser().parseAll(text);
        if (statements.isEmpty()) {
            throw ErrorCode.SR01004.error();
        }
        return statements;
    }

    private CommandLine command() {
        return Objects.requireNonNull(spec, "picocli sets it").commandLine();
    }
}
