package dev.shardroute.planner.offset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.shardroute.error.ShardrouteException;
import dev.shardroute.sql.function.ExpressionType;
import dev.shardroute.type.Type;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HashKeyTypesTest {
    private static Optional<Type> of(Optional<ExpressionType> left, Optional<ExpressionType> right) {
        return HashKeyTypes.of(left, right).map(ExpressionType::type);
    }

    private static Optional<ExpressionType> typed(Type type) {
        return Optional.of(ExpressionType.of(type));
    }

    private static Optional<ExpressionType> text(String collation) {
        return Optional.of(ExpressionType.of(Type.VARCHAR, collation));
    }

    @ParameterizedTest
    @CsvSource({"INT16, INT16, INT16", "INT16, INT64, INT64", "INT64, UINT32, UINT64", "INT64, DECIMAL, FLOAT64",
        "DATE, INT64, DATE", "INT64, NULL, NULL", "VARCHAR, INT64, FLOAT64"})
    void types_areThoseOfComparisons(Type left, Type right, Type expected) {
        assertEquals(Optional.of(expected), of(typed(left), typed(right)));
        assertEquals(Optional.of(expected), of(typed(right), typed(left)));
    }

    @Test
    void texts_ofOneCollation_haveIt() {
        assertEquals("latin1_bin", HashKeyTypes.of(text("latin1_bin"), text("latin1_bin")).orElseThrow().collation());
    }

    @Test
    void texts_ofSeveralCollations_areRefused() {
        assertThrows(ShardrouteException.class, () -> of(text("latin1_bin"), text("utf8mb4_bin")));
    }

    @Test
    void unknownTypes_areToldByRows() {
        assertEquals(Optional.empty(), of(Optional.empty(), Optional.empty()));
    }

    @Test
    void unknownAndSmallNumber_areDoubles() {
        assertEquals(Optional.of(Type.FLOAT64), of(Optional.empty(), typed(Type.INT16)));
    }

    @Test
    void unknownAndLargeNumber_areRefused() {
        assertThrows(ShardrouteException.class, () -> of(Optional.empty(), typed(Type.INT64)));
    }
}
