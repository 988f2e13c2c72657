package dev.shardroute.type;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class TypeTest {
    @ParameterizedTest
    @EnumSource
    void ofName_takesEveryNameInAnyCase(Type type) {
        assertEquals(type, Type.ofName(type.name()));
        assertEquals(type, Type.ofName(type.name().toLowerCase(java.util.Locale.ROOT)));
    }

    @Test
    void ofName_knowsVitessNameOfNull_andNoOther() {
        assertEquals(Type.NULL, Type.ofName("NULL_TYPE"));
        assertNull(Type.ofName("INTEGER"));
    }

    @Test
    void years_areIntegral_andDecimalsAreNot() {
        assertTrue(Type.YEAR.isIntegral());
        assertFalse(Type.DECIMAL.isIntegral());
    }

    @Test
    void textBinaryAndTime_areQuoted() {
        assertTrue(Type.JSON.isQuoted() && Type.BLOB.isQuoted() && Type.DATE.isQuoted());
        assertFalse(Type.INT64.isQuoted() || Type.HEXNUM.isQuoted() || Type.NULL.isQuoted());
    }
}
