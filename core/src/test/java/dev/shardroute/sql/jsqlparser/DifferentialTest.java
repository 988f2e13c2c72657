package dev.shardroute.sql.jsqlparser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import dev.shardroute.sql.Corpus;
import dev.shardroute.sql.SqlParser;
import dev.shardroute.sql.ast.Ddl;
import dev.shardroute.sql.ast.Delete;
import dev.shardroute.sql.ast.Expression.Introduced;
import dev.shardroute.sql.ast.Expression.Literal;
import dev.shardroute.sql.ast.Insert;
import dev.shardroute.sql.ast.Nodes;
import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.ast.Statement;
import dev.shardroute.sql.ast.Update;
import dev.shardroute.sql.ast.ValuesRows;
import dev.shardroute.sql.printer.SqlPrinter;
import dev.shardroute.type.Type;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import net.sf.jsqlparser.parser.CCJSqlParser;
import net.sf.jsqlparser.parser.ParseException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Two parsers, one tree: where both take a statement, the bridge's tree is ours, or the deviation is one of a listed kind. */
final class DifferentialTest {
    /** What JSqlParser makes of a statement that is not what MySQL means, and that the bridge cannot tell. */
    private enum Deviation {
        /** It keeps comments right behind SELECT only. */
        COMMENTS,
        /** It forgets the B of a bit literal behind a character set. */
        INTRODUCED_BITS;

        static @Nullable Deviation of(Statement ours, Statement theirs) {
            for (Deviation deviation : values()) {
                if (deviation.isOf(ours, theirs)) {
                    return deviation;
                }
            }
            return null;
        }

        private boolean isOf(Statement ours, Statement theirs) {
            return switch (this) {
                case COMMENTS -> withoutComments(ours).equals(theirs);
                case INTRODUCED_BITS -> Nodes.anyMatch(ours, node -> node instanceof Introduced introduced
                        && introduced.operand() instanceof Literal(var value) && value.type() == Type.BITNUM);
            };
        }
    }

    private final Map<String, Integer> counts = new TreeMap<>();
    private final List<String> unlisted = new ArrayList<>();

    @Test
    void statementsOfBoth_haveOneTree() {
        Corpus.all().forEach(this::compare);
        assertTrue(unlisted.isEmpty(), () -> String.join("\n", unlisted));
        Map<String, Integer> ledger = new TreeMap<>();
        ledger().forEach((name, count) -> ledger.put((String) name, Integer.valueOf((String) count)));
        assertEquals(ledger, counts, "equal may only rise in the ledger, and the others may only fall");
    }

    private void compare(String sql) {
        Statement ours = ours(sql);
        net.sf.jsqlparser.statement.Statement parsed = ours == null ? null : theirs(sql);
        if (ours == null) {
            return;
        }
        if (ours instanceof Ddl) {
            count(parsed == null ? "definitions.refused" : "definitions.taken");
        } else if (parsed != null && isBridged(ours)) {
            compare(sql, ours, parsed);
        }
    }

    private void compare(String sql, Statement ours, net.sf.jsqlparser.statement.Statement parsed) {
        Statement theirs;
        try {
            theirs = new JSqlParserBridge().convert(parsed);
        } catch (ShardrouteException refused) {
            assertEquals(ErrorCode.VT12001, refused.code(), sql);
            count("refused");
            return;
        }
        if (theirs.equals(ours)) {
            count("equal");
            return;
        }
        Deviation deviation = Deviation.of(ours, theirs);
        if (deviation == null) {
            unlisted.add(sql + "\n  ours   " + SqlPrinter.print(ours) + "\n  theirs " + SqlPrinter.print(theirs));
        } else {
            count("deviation." + deviation);
        }
    }

    private void count(String what) {
        counts.merge(what, 1, Integer::sum);
    }

    private static @Nullable Statement ours(String sql) {
        try {
            return new SqlParser().parse(sql);
        } catch (ShardrouteException refused) {
            return null;
        }
    }

    /** By its simple grammar, or else by the complex one, as JSqlParser itself goes on; here on this thread. */
    private static net.sf.jsqlparser.statement.@Nullable Statement theirs(String sql) {
        for (boolean complex : new boolean[]{false, true}) {
            try {
                return new CCJSqlParser(sql).withAllowComplexParsing(complex).Statement();
            } catch (ParseException | RuntimeException refused) {
                // whatever it throws, the next grammar may take the statement
            }
        }
        return null;
    }

    private static boolean isBridged(Statement statement) {
        return statement instanceof Query || statement instanceof Insert || statement instanceof Update
                || statement instanceof Delete;
    }

    private static Statement withoutComments(Statement statement) {
        return switch (statement) {
            case Insert insert -> new Insert(List.of(), insert.replace(), insert.ignore(), insert.table(),
                    insert.partitions(), insert.columns(), insert.source(), insert.alias(), insert.onDuplicate());
            case Update update -> new Update(update.with(), List.of(), update.ignore(), update.tables(),
                    update.assignments(), update.where(), update.orderBy(), update.limit());
            case Delete delete -> new Delete(delete.with(), List.of(), delete.ignore(), delete.targets(),
                    delete.tables(), delete.where(), delete.orderBy(), delete.limit());
            case ValuesRows values -> new ValuesRows(values.with(), List.of(), values.rows(), values.list(),
                    values.orderBy(), values.limit());
            default -> statement;
        };
    }

    private static Properties ledger() {
        try (InputStream stream = DifferentialTest.class.getResourceAsStream("/ledger/jsqlparser.properties")) {
            Properties ledger = new Properties();
            ledger.load(Objects.requireNonNull(stream));
            return ledger;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
