package dev.shardroute.sql.jsqlparser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import dev.shardroute.sql.Corpus;
import dev.shardroute.sql.SqlParser;
import dev.shardroute.sql.ast.Delete;
import dev.shardroute.sql.ast.Insert;
import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.ast.Statement;
import dev.shardroute.sql.ast.Update;
import dev.shardroute.sql.printer.SqlPrinter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import net.sf.jsqlparser.parser.AbstractJSqlParser.Dialect;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two parsers, one tree: where both take a statement, the bridge's tree is ours, or the {@link Deviation} is a listed one. */
final class DifferentialTest {
    private static final String EQUAL = "equal";

    private final Map<String, Integer> counts = new TreeMap<>();
    private final List<String> unlisted = new ArrayList<>();

    @Test
    void statementsOfBoth_haveOneTree() {
        Corpus.all().forEach(this::count);
        assertTrue(unlisted.isEmpty(), () -> String.join("\n", unlisted));
        assertEquals(ledger(), counts, "equal may only rise in the ledger, and the others may only fall");
    }

    @ParameterizedTest
    @EnumSource
    void deviation_hasAnExample(Deviation deviation) {
        count(deviation.example());
        assertEquals(Map.of(deviation.name(), 1), counts);
    }

    private void count(String sql) {
        Statement ours = ours(sql);
        var parsed = ours == null ? null : Bridged.parsed(sql, Dialect.MYSQL);
        if (ours != null && parsed != null) {
            String outcome = outcome(sql, ours, parsed);
            counts.merge(outcome, 1, Integer::sum);
        }
    }

    private String outcome(String sql, Statement ours, net.sf.jsqlparser.statement.Statement parsed) {
        Deviation deviation;
        String difference;
        try {
            Statement theirs = new JSqlParserBridge().convert(parsed);
            if (theirs.equals(ours)) {
                return EQUAL;
            }
            deviation = Deviation.of(ours, theirs);
            difference = "\n  ours   " + SqlPrinter.print(ours) + "\n  theirs " + SqlPrinter.print(theirs);
        } catch (ShardrouteException refused) {
            assertEquals(ErrorCode.VT12001, refused.code(), sql);
            deviation = Deviation.ofRefusal(refused.getMessage());
            difference = "\n  " + refused.getMessage();
        }
        if (deviation == null) {
            unlisted.add(sql + difference);
        }
        return String.valueOf(deviation);
    }

    /** A statement of the kinds that the bridge knows, or null. */
    private static @Nullable Statement ours(String sql) {
        try {
            Statement statement = new SqlParser().parse(sql);
            boolean isBridged = statement instanceof Query || statement instanceof Insert || statement instanceof Update
                    || statement instanceof Delete;
            return isBridged ? statement : null;
        } catch (ShardrouteException refused) {
            return null;
        }
    }

    private static Map<String, Integer> ledger() {
        try (InputStream stream = DifferentialTest.class.getResourceAsStream("/ledger/jsqlparser.properties")) {
            Properties properties = new Properties();
            properties.load(Objects.requireNonNull(stream));
            Map<String, Integer> ledger = new TreeMap<>();
            properties.forEach((name, count) -> ledger.put((String) name, Integer.valueOf((String) count)));
            return ledger;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
