package dev.shardroute.cli.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shardroute.cli.InputException;
import dev.shardroute.type.BindValue;
import dev.shardroute.type.TupleValue;
import dev.shardroute.type.Type;
import dev.shardroute.type.Value;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BindOptionTest {
    record Good(String text, BindValue value) {}

    private static Stream<Good> goodValues() {
        return Stream.of(
                new Good("42", Value.of(42)),
                new Good("-42", Value.of(-42)),
                new Good(" 42 ", Value.of(42)),
                new Good("18446744073709551615", Value.of(Type.UINT64, "18446744073709551615")),
                new Good("18446744073709551616", Value.of(Type.DECIMAL, "18446744073709551616")),
                new Good("-1.50", Value.of(Type.DECIMAL, "-1.50")),
                new Good("1e3", Value.of(Type.FLOAT64, "1e3")),
                new Good("'it''s'", Value.of("it's")),
                new Good("\"a=b\"", Value.of("a=b")),
                new Good("''", Value.of("")),
                new Good("x'8a1e'", Value.of(Type.HEXVAL, "x'8a1e'")),
                new Good("0x1F", Value.of(Type.HEXNUM, "0x1F")),
                new Good("NULL", Value.NULL),
                new Good("true", Value.of(1)),
                new Good("(1)", new TupleValue(List.of(Value.of(1)))),
                new Good("(1, 'a', null)", new TupleValue(List.of(Value.of(1), Value.of("a"), Value.NULL))));
    }

    @ParameterizedTest
    @MethodSource("goodValues")
    void values_areLiteralsOfSql(Good good) {
        assertEquals(good.value(), BindOption.parse(List.of("v=" + good.text())).values().get("v"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"v=", "v=abc", "v=1 2", "v=(1,2", "v=()", "v=((1))", "v='a", "v=-'a'", "v=@x", "v", "=1",
        ":v=1", "v w=1"})
    void otherValues_areRefusedWithTheOption(String option) {
        InputException e = assertThrows(InputException.class, () -> BindOption.parse(List.of(option)));
        assertTrue(e.getMessage().startsWith("--bind " + option + ": "), e.getMessage());
    }

    @Test
    void bareWord_isToldToBeQuoted() {
        InputException e = assertThrows(InputException.class, () -> BindOption.parse(List.of("name=ada")));
        assertEquals("--bind name=ada: a string must be in quotes: 'ada'", e.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"a=1,a=2", "a=1,a=1"})
    void sameVariableTwice_isRefused(String first, String second) {
        assertThrows(InputException.class, () -> BindOption.parse(List.of(first, second)));
    }
}
