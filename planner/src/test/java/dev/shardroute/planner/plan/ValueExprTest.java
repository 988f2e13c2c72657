package dev.shardroute.planner.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import dev.shardroute.planner.plan.ValueExpr.Constant;
import dev.shardroute.planner.plan.ValueExpr.RowsColumn;
import dev.shardroute.type.Binds;
import dev.shardroute.type.Type;
import dev.shardroute.type.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

class ValueExprTest {
    @Test
    void rowsColumn_isTheColumnOfAllRows() {
        Binds binds = Binds.of(List.of(List.of(1, "a"), List.of(2, "b")));
        assertEquals(List.of(Value.of("a"), Value.of("b")), new RowsColumn("v1", 1).evaluateList(binds));
        assertEquals("v1:1", new RowsColumn("v1", 1).toString());
    }

    @Test
    void rowsColumn_ofOtherValues_isRefused() {
        RowsColumn second = new RowsColumn("v1", 1);
        assertRefused(ErrorCode.SR04001, second, Binds.of(1));
        assertRefused(ErrorCode.SR04001, second, Binds.of(List.of(1, 2)));
        assertRefused(ErrorCode.SR04001, second, Binds.of(List.of(List.of(1, 2), List.of(3))));
        assertRefused(ErrorCode.VT03026, second, Binds.NONE);
    }

    @Test
    void rowsColumn_isNoSingleValue() {
        RowsColumn column = new RowsColumn("v1", 0);
        assertThrows(ShardrouteException.class, () -> column.evaluate(Binds.of(List.of(List.of(1)))));
    }

    @Test
    void constant_isWrittenAsPlansDo() {
        assertEquals("null", Constant.of(Value.NULL).toString());
        assertEquals("-4", Constant.of(Value.of(-4)).toString());
        assertEquals("1.50", Constant.of(Value.of(Type.DECIMAL, "1.50")).toString());
        assertEquals("'it\\'s'", Constant.of(Value.of("it's")).toString());
        assertEquals("_binary'it\\'s'", Constant.of(Value.of(Type.VARBINARY, "it's")).toString());
        assertEquals("_binary'A'", Constant.of(Value.of(Type.HEXVAL, "x'41'")).toString());
        assertEquals("'2026-11-24'", Constant.of(Value.of(Type.DATE, "2026-11-24")).toString());
        assertEquals("'\ufffd'", Constant.of(Value.of(Type.VARCHAR, new byte[]{(byte) 0x80})).toString());
    }

    private static void assertRefused(ErrorCode code, ValueExpr expression, Binds binds) {
        ShardrouteException error = assertThrows(ShardrouteException.class, () -> expression.evaluateList(binds));
        assertEquals(code, error.code());
    }
}
