package dev.shardroute.error;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ErrorCodeTest {
    /** A number fits {@code %s} and {@code %d} alike; there are more of them than any template asks for. */
    private static final Object[] ARGUMENTS = Stream.iterate(71, n -> n + 1).limit(9).toArray();

    @ParameterizedTest
    @EnumSource
    void template_ofEveryCode_formats(ErrorCode code) {
        String message = code.message(ARGUMENTS);
        assertFalse(message.contains("%"), message);
        assertFalse(message.isBlank());
    }

    @ParameterizedTest
    @EnumSource
    void code_isShownToClientsAsMysqlDoes(ErrorCode code) {
        assertAll(
                () -> assertTrue(code.name().matches("(VT|SR)[0-9]{5}"), "code"),
                () -> assertTrue(code.sqlState().matches("[0-9A-Z]{5}"), "SQLSTATE"),
                () -> assertTrue(code.errno() >= 1000 && code.errno() < 65536, "errno"));
    }

    @Test
    void codes_areInOrderAndUnique() {
        Stream<String> ours = Arrays.stream(ErrorCode.values()).map(Enum::name).filter(name -> name.startsWith("SR"));
        Stream<String> sorted = Arrays.stream(ErrorCode.values())
                .map(Enum::name)
                .filter(name -> name.startsWith("SR"))
                .sorted()
                .distinct();
        assertEquals(sorted.toList(), ours.toList());
    }

    @Test
    void error_carriesTheCatalogueEntry() {
        ShardrouteException error = ErrorCode.VT05005.error("t", "ks");
        assertEquals("VT05005: table 't' does not exist in keyspace 'ks'", error.getMessage());
        assertEquals(ErrorCode.VT05005, error.code());
        assertEquals(Status.NOT_FOUND, error.status());
        assertEquals(1146, error.errno());
        assertEquals("42S02", error.sqlState());
    }

    @Test
    void error_ofABackend_keepsItsNumberAndState() {
        Throwable cause = new IllegalStateException("lost");
        ShardrouteException error = new ShardrouteException(ErrorCode.SR05001, 1062, "23000", "duplicate", cause);
        assertEquals("SR05001: duplicate", error.getMessage());
        assertEquals(1062, error.errno());
        assertEquals("23000", error.sqlState());
        assertEquals(cause, error.getCause());
    }
}
