package dev.shardroute.sql.normalize;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.shardroute.sql.Sql;
import dev.shardroute.sql.printer.SqlPrinter;

/** Short ways to try the rewrites in tests. */
final class Rewrites {
    private static final NormalizerOptions LITERALS_STAY = NormalizerOptions.builder().parameterize(false).build();

    private Rewrites() {}

    /** What a statement becomes when literals stay, in canonical form. */
    static String rewritten(String sql) {
        return rewritten(sql, LITERALS_STAY);
    }

    static String rewritten(String sql, NormalizerOptions options) {
        return SqlPrinter.print(new Normalizer(options).normalize(Sql.statement(sql)).statement());
    }

    /** What the condition of a SELECT becomes. */
    static String condition(String sql) {
        String before = "select a from t where ";
        return rewritten(before + sql).substring(before.length());
    }

    /** The condition stays as it is. */
    static void assertKept(String condition) {
        assertEquals(Sql.canonical("select a from t where " + condition).substring("select a from t where ".length()),
                condition(condition));
    }
}
