package dev.shardroute.sql.jsqlparser;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.shardroute.error.ShardrouteException;
import dev.shardroute.sql.ast.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.sf.jsqlparser.parser.AbstractJSqlParser.Dialect;
import net.sf.jsqlparser.parser.CCJSqlParser;
import net.sf.jsqlparser.parser.ParseException;
import org.jspecify.annotations.Nullable;

/** Statements by way of JSqlParser, in tests. */
final class Bridged {
    private static final JSqlParserBridge BRIDGE = new JSqlParserBridge();

    private Bridged() {}

    /** The trees of a statement, by way of JSqlParser in its own dialect and in that of MySQL; one of them knows it. */
    static List<Statement> statements(String sql) {
        List<Statement> statements = new ArrayList<>();
        for (Dialect dialect : List.of(Dialect.ANSI_SQL, Dialect.MYSQL)) {
            var parsed = parsed(sql, dialect);
            if (parsed != null) {
                statements.add(BRIDGE.convert(parsed));
            }
        }
        assertFalse(statements.isEmpty(), () -> "JSqlParser does not parse " + sql);
        return statements;
    }

    /** The error that the bridge refuses a statement with. */
    static ShardrouteException refused(String sql) {
        var parsed = jsqlParser(sql);
        return assertThrows(ShardrouteException.class, () -> BRIDGE.convert(parsed), sql);
    }

    /** What JSqlParser makes of a statement. */
    static net.sf.jsqlparser.statement.Statement jsqlParser(String sql) {
        return Objects.requireNonNull(parsed(sql, Dialect.ANSI_SQL), sql);
    }

    /** What JSqlParser makes of a statement, on this thread; null when it refuses it, in whatever way. */
    static net.sf.jsqlparser.statement.@Nullable Statement parsed(String sql, Dialect dialect) {
        try {
            return new CCJSqlParser(sql).withDialect(dialect).Statement();
        } catch (ParseException | RuntimeException refused) {
            return null;
        }
    }
}
