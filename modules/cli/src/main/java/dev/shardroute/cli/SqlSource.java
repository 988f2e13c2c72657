package dev.shardroute.cli;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Where the statements of a command come from: its argument, an option, a file or standard input. */
public final class SqlSource {
    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    @Option(names = "--sql", paramLabel = "SQL", description = "The statement; the same as the argument.")
    private @Nullable String option;

    @Option(names = "--file", paramLabel = "FILE", description = "Read the statements from a file.")
    private @Nullable Path file;

    @Parameters(arity = "0..1", paramLabel = "SQL", description = "The statement, or - for standard input.")
    private @Nullable String argument;

    /** Nothing is given yet. */
    public SqlSource() {}

    /** Answers a statement; {@code several} when it is one of several. */
    @FunctionalInterface
    public interface Answer {
        /** What is printed. */
        String of(String sql, boolean several);
    }

    /** True when no statement is asked about. */
    public boolean isEmpty() {
        return Stream.of(option, file, argument).allMatch(Objects::isNull);
    }

    /**
     * Prints the answer to each statement, and gives the exit code. One that has no answer does not keep the others from
     * theirs.
     */
    public int print(Answer answer) {
        List<SqlScript.Statement> statements = SqlScript.statements(text());
        if (statements.isEmpty()) {
            throw ErrorCode.SR01004.error();
        }
        boolean several = statements.size() > 1;
        int failed = 0;
        for (SqlScript.Statement statement : statements) {
            failed += print(answer, statement, several) ? 0 : 1;
        }
        return failed == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private boolean print(Answer answer, SqlScript.Statement statement, boolean several) {
        try {
            command().getOut().print(answer.of(statement.sql(), several));
            command().getOut().flush();
            return true;
        } catch (ShardrouteException e) {
            if (!several) {
                throw e;
            }
            command().getErr().println("shardroute: line " + statement.line() + ": " + e.getMessage());
            return false;
        }
    }

    private String text() {
        if (Stream.of(option, file, argument).filter(Objects::nonNull).count() != 1) {
            throw new ParameterException(command(), "give either SQL, or - or --file FILE");
        }
        if (file != null) {
            return InputFiles.text(file);
        }
        return "-".equals(argument) ? InputFiles.standardInput() : String.valueOf(option == null ? argument : option);
    }

    private CommandLine command() {
        return Objects.requireNonNull(spec, "picocli sets it").commandLine();
    }
}
