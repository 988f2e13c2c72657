package dev.shardroute.type;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class BindsTest {
    @Test
    void of_namesTheQuestionMarksInOrder() {
        Binds binds = Binds.of(42, "a", null);
        assertEquals(List.of("v1", "v2", "v3"), List.copyOf(binds.values().keySet()));
        assertEquals(Value.of(42), binds.value("v1"));
        assertEquals(Value.of("a"), binds.value("v2"));
        assertEquals(Value.NULL, binds.value("v3"));
    }

    @Test
    void of_givesEachClassItsType() {
        assertEquals(Value.of(1), Binds.of((byte) 1).value("v1"));
        assertEquals(Value.of(1), Binds.of((short) 1).value("v1"));
        assertEquals(Value.of(1), Binds.of(1L).value("v1"));
        assertEquals(Value.of(1), Binds.of(true).value("v1"));
        assertEquals(Value.of(0), Binds.of(false).value("v1"));
        assertEquals(Value.of(Type.FLOAT64, "1.5"), Binds.of(1.5).value("v1"));
        assertEquals(Value.of(Type.FLOAT32, "1.5"), Binds.of(1.5f).value("v1"));
        assertEquals(Value.of(Type.DECIMAL, "1000"), Binds.of(new BigDecimal("1E+3")).value("v1"));
        assertEquals(Value.of(new byte[]{1}), Binds.of((Object) new byte[]{1}).value("v1"));
        assertEquals(Value.ofUnsigned(7), Binds.of(Value.ofUnsigned(7)).value("v1"));
    }

    @Test
    void of_aBigInteger_isSignedWhereItFits() {
        assertEquals(Value.of(Long.MIN_VALUE), Binds.of(BigInteger.valueOf(Long.MIN_VALUE)).value("v1"));
        assertEquals(Value.ofUnsigned(-1), Binds.of(BigInteger.TWO.pow(64).subtract(BigInteger.ONE)).value("v1"));
    }

    @Test
    void of_aCollection_isAList() {
        Binds binds = Binds.of(Arrays.asList(1, null, "a"));
        assertEquals(List.of(Value.of(1), Value.NULL, Value.of("a")), binds.tuple("v1"));
    }

    @Test
    void of_anotherClass_isRefused() {
        assertCode(ErrorCode.SR04001, () -> Binds.of(new Object()));
        assertCode(ErrorCode.SR04001, () -> Binds.of(List.of(List.of(new Object()))));
    }

    @Test
    void of_collectionsInACollection_areRows() {
        Binds binds = Binds.of(List.of(List.of(1, "a"), List.of(2, "b")));
        TupleValue first = new TupleValue(List.of(Value.of(1), Value.of("a")));
        TupleValue second = new TupleValue(List.of(Value.of(2), Value.of("b")));
        assertEquals(new RowsValue(List.of(first, second)), binds.bind("v1"));
        assertCode(ErrorCode.SR04001, () -> binds.tuple("v1"));
        assertCode(ErrorCode.SR04001, () -> binds.value("v1"));
    }

    @Test
    void of_rowsAndValuesMixed_isRefused() {
        assertCode(ErrorCode.SR04001, () -> Binds.of(List.of(1, List.of(2))));
    }

    @Test
    void value_thatIsNotThere_isRefused() {
        assertCode(ErrorCode.VT03026, () -> Binds.NONE.value("v1"));
        assertCode(ErrorCode.VT03026, () -> Binds.NONE.tuple("v1"));
    }

    @Test
    void value_ofAList_andTupleOfAValue_areRefused() {
        Binds binds = Binds.of(1, List.of(1));
        assertCode(ErrorCode.SR04001, () -> binds.value("v2"));
        assertCode(ErrorCode.SR04001, () -> binds.tuple("v1"));
    }

    @Test
    void with_addsOrReplaces_andLeavesTheOldAlone() {
        Binds one = Binds.of(1);
        Binds two = one.with("v1", 2).with("name", "x");
        assertEquals(Value.of(2), two.value("v1"));
        assertEquals(Value.of("x"), two.value("name"));
        assertEquals(Binds.of(1), one);
    }

    @Test
    void binds_copyTheirMap() {
        Map<String, BindValue> values = new LinkedHashMap<>(Map.of("a", Value.of(1)));
        Binds binds = new Binds(values);
        values.clear();
        assertEquals(Value.of(1), binds.value("a"));
        assertThrows(UnsupportedOperationException.class, () -> binds.values().clear());
    }

    private static void assertCode(ErrorCode code, Runnable action) {
        assertEquals(code, assertThrows(ShardrouteException.class, action::run).code());
    }
}
