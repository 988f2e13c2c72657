package dev.shardroute.sql.normalize;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.shardroute.sql.ast.Expression.Column;
import dev.shardroute.sql.ast.TableName;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class BindNamesTest {
    @Test
    void next_counts() {
        BindNames names = new BindNames("bv", Set.of("v1"));
        assertEquals("bv1", names.next());
        assertEquals("bv2", names.next());
    }

    @Test
    void next_passesOverNamesOfTheStatement() {
        BindNames names = new BindNames("bv", Set.of("bv1", "bv3"));
        assertEquals("bv2", names.next());
        assertEquals("bv4", names.next());
    }

    @Test
    void column_givesItsName() {
        BindNames names = new BindNames("bv", Set.of());
        assertEquals("Id", names.forColumn(new Column(null, "Id")));
        assertEquals("t_id", names.forColumn(new Column(TableName.of("t"), "id")));
        assertEquals("u_id", names.forColumn(new Column(new TableName("ks", "u"), "id")));
    }

    @Test
    void takenName_getsANumber() {
        BindNames names = new BindNames("bv", Set.of("id", "id2"));
        assertEquals("id1", names.forColumn(new Column(null, "id")));
        assertEquals("id3", names.forColumn(new Column(null, "id")));
        assertEquals("id11", names.forColumn(new Column(null, "id1")));
    }

    @Test
    void columnThatBeginsWithThePrefix_isToldApart() {
        BindNames names = new BindNames("bv", Set.of());
        assertEquals("_bv1", names.forColumn(new Column(null, "bv1")));
        assertEquals("bv1", names.next());
    }

    @Test
    void columnLikeAVariableOfTheStatement_isPassedOver() {
        BindNames names = new BindNames("bv", Set.of("bv7"));
        assertEquals("bv1", names.forColumn(new Column(null, "bv1")));
        assertEquals("bv2", names.next());
    }

    @Test
    void signs_becomeUnderscores() {
        assertEquals("a_b", BindNames.asVariable("a b"));
        assertEquals("_1", BindNames.asVariable("11"));
        assertEquals("a1_$", BindNames.asVariable("a1\u00e9$"));
        assertEquals("_", BindNames.asVariable("\uD83D\uDE00"));
    }
}
