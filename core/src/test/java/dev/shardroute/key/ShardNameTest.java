package dev.shardroute.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ShardNameTest {
    @Test
    void name_withADash_saysItsRange() {
        ShardName name = ShardName.parse("40-80");
        assertEquals(Optional.of(KeyRange.parse("40-80")), name.keyRange());
        assertEquals("40-80", name.toString());
    }

    @Test
    void name_ofARange_isInLowerCase() {
        assertEquals("c0-ff", ShardName.parse("C0-FF").name());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "custom", "Custom_1", "80"})
    void name_withoutADash_hasNoRange(String text) {
        assertEquals(Optional.empty(), ShardName.parse(text).keyRange());
        assertEquals(text, ShardName.parse(text).name());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a/b", "a b", "-40-", "a-b", "80-40", "8-9", "é"})
    void name_ofAnotherForm_isRefused(String text) {
        ShardrouteException error = assertThrows(ShardrouteException.class, () -> ShardName.parse(text));
        assertEquals(ErrorCode.SR03001, error.code());
    }

    @Test
    void name_ofMoreThan64Characters_isRefused() {
        assertEquals(64, ShardName.parse("x".repeat(64)).name().length());
        assertThrows(ShardrouteException.class, () -> ShardName.parse("x".repeat(65)));
    }
}
