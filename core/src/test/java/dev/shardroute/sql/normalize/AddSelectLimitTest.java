package dev.shardroute.sql.normalize;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AddSelectLimitTest {
    private static final NormalizerOptions TEN =
            NormalizerOptions.builder().parameterize(false).selectLimit(10L).build();

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "select a from t                     | select a from t limit 10",
        "select a from t order by a          | select a from t order by a asc limit 10",
        "select a from t union select b from u | select a from t union select b from u limit 10",
        "select a from (select b from u) as t | select a from (select b from u) as t limit 10"})
    void query_isLimited(String before, String after) {
        assertEquals(after, Rewrites.rewritten(before, TEN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"select a from t limit 3", "select a from t into @x", "insert into t select b from u",
        "update t set a = (select max(b) from u)", "select next 3 values from s"})
    void others_areKept(String sql) {
        assertEquals(sql, Rewrites.rewritten(sql, TEN));
    }

    @Test
    void noRows_areALimitToo() {
        assertEquals("select a from t limit 0", Rewrites.rewritten("select a from t",
                NormalizerOptions.builder().parameterize(false).selectLimit(0L).build()));
    }
}
