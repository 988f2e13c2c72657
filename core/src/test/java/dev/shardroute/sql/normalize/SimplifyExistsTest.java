package dev.shardroute.sql.normalize;

import static dev.shardroute.sql.normalize.Rewrites.assertKept;
import static dev.shardroute.sql.normalize.Rewrites.condition;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SimplifyExistsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "select b, c from u where d = 1            | select 1 from u where d = 1",
        "select * from u                           | select 1 from u",
        "select b from u limit 10 offset 3         | select 1 from u limit 3, 10",
        "select b from u order by b                | select 1 from u",
        "select b, count(*) from u group by b      | select 1 from u",
        "select distinct b from u                  | select distinct 1 from u",
        "select any_value(b) from u                | select 1 from u"})
    void query_losesWhatDoesNotMatter(String before, String after) {
        assertEquals("exists (" + after + ")", condition("exists(" + before + ")"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"select count(*) from u where d = 1", "select b, count(*) from u", "select sum(1) from u",
        "select max(u.b) + 1 from u", "select max(x.b) from u as x join v"})
    void aggregate_givesOneRow(String query) {
        assertEquals("true", condition("exists(" + query + ")"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "select count(*) from u limit 0",
        "select count(*) from u limit 1 offset 1",
        "select count(*) from u having count(*) > 3",
        "select count(*) from u for update",
        "select b, count(*) from u group by b having count(*) > 3",
        "select b from u group by b with rollup",
        "select b from u group by b limit 1 offset 1",
        "select distinct b from u limit 1 offset 1",
        "select b from u order by count(*)",
        "select max(b) from u",
        "select max(t.b) from u",
        "select count(*) over () from u",
        "select (select max(u.b)) from u",
        "select b from u union select c from v",
        "select 1 from u"})
    void query_isKept_whereItsRowsWouldChange(String query) {
        assertKept("exists(" + query + ")");
    }

    @Test
    void loadableAggregate_isOneToo() {
        NormalizerOptions options =
                NormalizerOptions.builder().parameterize(false).aggregateFunctions(Set.of("MY_SUM")).build();
        assertEquals("select a from t where exists (select my_sum(u.b) from u limit 0)",
                Rewrites.rewritten("select a from t where exists(select my_sum(u.b) from u limit 0)", options));
    }

    @Test
    void variablesOfTheItems_areNotNeeded() {
        assertEquals("exists (select 1 from u)", condition("exists(select @x from u)"));
    }
}
