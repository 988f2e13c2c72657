package dev.shardroute.cli.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.shardroute.cli.Json;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JsonDifferenceTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"a": 1, "b": 2}     | {"b": 2, "a": 1}     | ``
            {"a": {"b": [1, 2]}} | {"a": {"b": [1, 3]}} | $.a.b[1]: expected 2, is 3
            [1]                  | [1, 2]               | $[1]: expected nothing, is 2
            {"a": 1}             | {"b": 1}             | $.a: expected 1, is nothing
            {}                   | {"b": "x"}           | $.b: expected nothing, is "x"
            "a"                  | {}                   | $: expected "a", is {}
            """)
    void first_isThePathAndBothSides(String expected, String actual, String difference) {
        assertEquals(difference,
                JsonDifference.first(Json.parse("a test", expected), Json.parse("a test", actual)).orElse(""));
    }
}
