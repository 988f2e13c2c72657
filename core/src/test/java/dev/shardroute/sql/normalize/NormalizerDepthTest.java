package dev.shardroute.sql.normalize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import dev.shardroute.sql.SmallStack;
import dev.shardroute.sql.Sql;
import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.ast.Statement;
import dev.shardroute.sql.printer.SqlPrinter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On a stack of 512 KiB what the parser accepts is normalized, and what views make of it is bounded. */
final class NormalizerDepthTest {

    @ParameterizedTest
    @ValueSource(strings = {
        "select not (|a = 1|)",
        "select f(|a|)",
        "select a + (|1|)",
        "select b in (1, |2|)",
        "select case when |a = 1| then 2 end",
        "select (|select 1|)",
        "select a in (|select 1|)",
        "select a from t where b = 5 and exists (|select a from t limit 1|)",
        "select a from (|select 1 from t|) as x",
        "select a from x join (|select 1 from t|) as y on b = 5",
        "with x as (|select 1 from t|) select b from x",
        "select a from t union (|select 1 limit 1|)",
        "select a from t order by (|select 1|)"})
    void deepestAccepted_isNormalized(String shape) throws Exception {
        int levels = 1;
        while (isAccepted(nest(shape, levels + 1))) {
            levels++;
        }
        String sql = nest(shape, levels);
        SmallStack.run(() -> {
            Statement statement = Sql.statement(sql);
            Normalized normalized = new Normalizer(NormalizerOptions.builder().views(name -> null).hint("A(b)").build())
                    .normalize(statement);
            assertFalse(Redaction.redact(statement).isEmpty());
            return SqlPrinter.print(normalized.statement());
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"select a from v", "select a from t where b in (select a from v)",
        "select a from t join (t as u join v) on c"})
    void endlessViews_areRefused(String query) throws Exception {
        SmallStack.run(() -> {
            Normalizer normalizer = new Normalizer(
                    NormalizerOptions.builder().maxViews(Integer.MAX_VALUE).views(name -> view(name.name(), query))
                            .build());
            ShardrouteException error = assertThrows(ShardrouteException.class,
                    () -> normalizer.normalize(Sql.statement("select a from v")));
            assertEquals(ErrorCode.SR01003, error.code());
            return "";
        });
    }

    @Test
    void deepestTreeOfViews_isWorkedWith() throws Exception {
        SmallStack.run(() -> {
            int views = 1;
            while (expanded(views + 1) != null) {
                views++;
            }
            assertTrue(views > 20, Integer.toString(views));
            assertEquals(expanded(views), expanded(views));
            return SqlPrinter.print(Objects.requireNonNull(expanded(views)));
        });
    }

    private static @Nullable Statement expanded(int views) {
        int[] left = {views};
        NormalizerOptions options = NormalizerOptions.builder().parameterize(false).maxViews(views)
                .views(name -> left[0]-- > 0 ? view(name.name(), "select a from v") : null).build();
        try {
            return new Normalizer(options).normalize(Sql.statement("select a from v")).statement();
        } catch (ShardrouteException tooDeep) {
            return null;
        }
    }

    private static @Nullable Query view(String name, String query) {
        return name.equals("v") ? (Query) Sql.statement(query) : null;
    }

    private static boolean isAccepted(String sql) {
        try {
            Sql.statement(sql);
            return true;
        } catch (ShardrouteException refused) {
            return false;
        }
    }

    private static String nest(String shape, int levels) {
        String[] parts = shape.split("\\|", -1);
        boolean isQuery = parts[1].startsWith("select");
        String head = isQuery ? "" : "select ";
        String before = isQuery ? parts[0] : parts[0].substring(head.length());
        return head + before.repeat(levels) + parts[1] + parts[2].repeat(levels);
    }
}
