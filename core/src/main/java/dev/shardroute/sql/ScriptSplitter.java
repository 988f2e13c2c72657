package dev.shardroute.sql;

import dev.shardroute.sql.lex.Lexer;
import dev.shardroute.sql.lex.SqlText;
import dev.shardroute.sql.lex.StatementSplitter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Cuts a script into statements as the mysql client does: DELIMITER, at the beginning of a statement, says on the rest of its
 * line what separates the statements from there on. Another separator than the semicolon counts wherever it stands.
 */
final class ScriptSplitter {
    private static final String COMMAND = "DELIMITER";
    private static final String SEMICOLON = ";";

    private final SqlText script;
    private final ParserOptions options;
    private final byte[] bytes;
    private final int offset;
    private String delimiter = SEMICOLON;

    ScriptSplitter(SqlText script, ParserOptions options) {
        this.script = script;
        this.options = options;
        this.bytes = script.bytes();
        this.offset = script.start();
    }

    void forEach(Consumer<SqlText> action) {
        int at = script.start();
        while (at < script.end()) {
            at = delimiter.equals(SEMICOLON) ? statements(at, action) : delimited(at, action);
        }
    }

    /** Up to where DELIMITER has been read. */
    private int statements(int from, Consumer<SqlText> action) {
        StatementSplitter splitter = new StatementSplitter(script.part(from, script.end()), options);
        while (splitter.hasNext()) {
            SqlText statement = splitter.next();
            Lexer lexer = new Lexer(statement, options);
            lexer.next();
            if (lexer.isWord(COMMAND)) {
                return command(lexer.end());
            }
            action.accept(statement);
        }
        return script.end();
    }

    /** From behind the word; the offset behind its line. */
    private int command(int from) {
        int lineEnd = from;
        while (lineEnd < script.end() && at(lineEnd) != '\n') {
            lineEnd++;
        }
        String argument = script.between(from, lineEnd).strip();
        if (argument.isEmpty()) {
            throw SyntaxException.at(script, from, "expected a delimiter");
        }
        delimiter = argument;
        return lineEnd;
    }

    /** One statement, or DELIMITER; the offset behind it. */
    private int delimited(int from, Consumer<SqlText> action) {
        int start = from;
        while (start < script.end() && at(start) <= ' ') {
            start++;
        }
        if (isCommand(start)) {
            return command(start + COMMAND.length());
        }
        int end = indexOfDelimiter(start);
        if (end > start) {
            action.accept(script.part(start, end));
        }
        return Math.min(script.end(), end + delimiter.getBytes(StandardCharsets.UTF_8).length);
    }

    private boolean isCommand(int start) {
        int end = start + COMMAND.length();
        return end < script.end() && at(end) <= ' ' && new String(bytes, start - offset, COMMAND.length(),
                StandardCharsets.ISO_8859_1).toUpperCase(Locale.ROOT).equals(COMMAND);
    }

    private int indexOfDelimiter(int from) {
        byte[] sought = delimiter.getBytes(StandardCharsets.UTF_8);
        for (int i = from; i <= script.end() - sought.length; i++) {
            if (isAt(sought, i)) {
                return i;
            }
        }
        return script.end();
    }

    private boolean isAt(byte[] sought, int index) {
        for (int i = 0; i < sought.length; i++) {
            if (at(index + i) != sought[i]) {
                return false;
            }
        }
        return true;
    }

    private byte at(int index) {
        return bytes[index - offset];
    }
}
