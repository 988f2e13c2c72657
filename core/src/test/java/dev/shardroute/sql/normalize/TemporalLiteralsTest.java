package dev.shardroute.sql.normalize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shardroute.error.ShardrouteException;
import dev.shardroute.type.Type;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TemporalLiteralsTest {
    @ParameterizedTest
    @CsvSource({"DATE,2026-11-24", "DATE,2026-1-2", "DATE,2024-02-29", "TIME,17:05:12", "TIME,-837:59:59.999999",
        "TIME,1:2:3", "DATETIME,2026-11-24 17:05:12", "DATETIME,2026-11-24T17:05:12.5"})
    void plain_isTheSameForEveryServer(Type type, String text) {
        assertTrue(TemporalLiterals.isPlain(type, text));
    }

    @ParameterizedTest
    @CsvSource({"DATE,0000-00-00", "DATE,2026-00-31", "DATE,2026-01-00", "DATE,20261124", "DATE,26-11-24",
        "TIME,838:59:59", "TIME,12:30", "TIME,1 12:30:00", "TIME,123456", "TIME,10:11:12.1234567",
        "DATETIME,2026-11-24",
        "DATETIME,2026-11-24 17:05", "DATETIME,2026-11-24 17:05:12+01:00", "DATETIME,20261124170512"})
    void others_areLeftToTheServer(Type type, String text) {
        assertFalse(TemporalLiterals.isPlain(type, text));
    }

    @ParameterizedTest
    @CsvSource({"DATE,foo", "DATE,''", "DATE,2026-02-29", "DATE,2026-13-01", "DATE,2026-00-32", "TIME,foo",
        "TIME,10:60:00", "TIME,10:00:60", "DATETIME,foo", "DATETIME,2026-02-30 10:00:00",
        "DATETIME,2026-11-24 24:00:00",
        "DATETIME,2026-11-24 10:60:00"})
    void wrong_isRefused(Type type, String text) {
        ShardrouteException error =
                assertThrows(ShardrouteException.class, () -> TemporalLiterals.isPlain(type, text));
        assertEquals("SR01008: Incorrect " + type + " value: '" + text + "'", error.getMessage());
        assertEquals(1525, error.errno());
    }
}
