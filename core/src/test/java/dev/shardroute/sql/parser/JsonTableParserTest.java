package dev.shardroute.sql.parser;

import static dev.shardroute.sql.Sql.expression;
import static dev.shardroute.sql.Sql.statement;
import static dev.shardroute.sql.Sql.syntaxError;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.shardroute.sql.ast.DataType;
import dev.shardroute.sql.ast.JsonFallback;
import dev.shardroute.sql.ast.JsonTable;
import dev.shardroute.sql.ast.JsonTable.Column;
import dev.shardroute.sql.ast.Select;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonTableParserTest {
    @Test
    void jsonTable_hasAllItsParts() {
        assertEquals(new JsonTable(expression("f(a)"), expression("'$[*]'"), List.of(new Column.Ordinality("o"),
                new Column.Path("p", DataType.of("INT"), false, expression("'$.p'"), null, null),
                new Column.Nested(expression("'$.n'"), List.of(
                        new Column.Path("q", DataType.of("json"), true, expression("'$'"), null, null)))),
                "j"),
                table("f(a), '$[*]' columns (o for ordinality, p INT path '$.p', nested path '$.n' columns ("
                        + "q json exists path '$'))"));
    }

    @Test
    void column_maySayWhatItIsOtherwise() {
        assertEquals(column(new JsonFallback.ToValue(expression("'x'")), new JsonFallback.Fail()),
                column("default 'x' on empty error on error"));
        assertEquals(column(new JsonFallback.ToNull(), null), column("null on empty"));
        assertEquals(column(null, new JsonFallback.ToNull()), column("null on error"));
    }

    @Test
    void nested_mayBeAName() {
        assertEquals(new Column.Path("nested", DataType.of("int"), false, expression("'$'"), null, null),
                table("a, '$' columns (nested int path '$')").columns().getFirst());
        assertEquals(table("a, '$' columns (nested path '$' columns (b int path '$'))"),
                table("a, '$' columns (nested '$' columns (b int path '$'))"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a, '$'", "a, '$' columns", "a, '$' columns ()", "a, b columns (c int path '$')",
        "a, '$' columns (c)", "a, '$' columns (c int)", "a, '$' columns (c path '$')", "a, '$' columns (c int path d)",
        "a, '$' columns (c for)", "a, '$' columns (c nosuch path '$')", "a, '$' columns (c int path '$' null)",
        "a, '$' columns (c int path '$' null on error null on empty)",
        "a, '$' columns (c int path '$' default on empty)",
        "a, '$' columns (nested path '$')", "a, '$' columns (c int path '$',)"})
    void malformedJsonTable_isRefused(String arguments) {
        syntaxError("select 1 from json_table(" + arguments + ") as j");
    }

    @Test
    void jsonTable_hasAName() {
        syntaxError("select 1 from json_table('[]', '$' columns (a int path '$'))");
    }

    private static Column column(@Nullable JsonFallback onEmpty,
            @Nullable JsonFallback onError) {
        return new Column.Path("c", DataType.of("int"), false, expression("'$'"), onEmpty, onError);
    }

    private static Column column(String fallbacks) {
        return table("a, '$' columns (c int path '$' " + fallbacks + ")").columns().getFirst();
    }

    private static JsonTable table(String arguments) {
        return (JsonTable) ((Select) statement("select 1 from json_table(" + arguments + ") as j")).from().getFirst();
    }
}
