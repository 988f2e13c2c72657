package dev.shardroute.sql.normalize;

import static dev.shardroute.sql.normalize.Rewrites.rewritten;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class DropUselessDistinctTest {
    @Test
    void minAndMax_loseIt() {
        assertEquals("select max(a) as x, min(b) as `min(distinct b)` from t",
                rewritten("select max(distinct a) as x, min(distinct b) from t"));
    }

    @Test
    void others_keepIt() {
        String sql = "select max(a), sum(distinct a), count(distinct a), group_concat(distinct a) from t";
        assertEquals(sql, rewritten(sql));
    }
}
