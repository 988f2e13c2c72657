package dev.shardroute.sql.parser;

import static dev.shardroute.sql.Sql.canonicalExpression;
import static dev.shardroute.sql.Sql.expression;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.shardroute.sql.SyntaxException;
import dev.shardroute.sql.ast.Expression.Call;
import dev.shardroute.sql.ast.Expression.CountStar;
import dev.shardroute.sql.ast.SpecialForm.NullTreatment;
import dev.shardroute.sql.ast.SpecialForm.Windowed;
import dev.shardroute.sql.ast.Window;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WindowParserTest {
    @ParameterizedTest
    @ValueSource(strings = {"rank() over w", "dense_rank() over ()", "row_number() over (w)",
        "cume_dist() over (partition by a, b)", "percent_rank() over (order by a desc)", "sum(distinct a) over w",
        "count(*) over w", "json_objectagg(a, b) over w", "first_value(a) respect nulls over w",
        "last_value(a) ignore nulls over w", "lag(a) over w", "lead(a, 2, b + 1) ignore nulls over w",
        "lag(a, null) over w", "lead(a, @b) over w", "lag(a, :b) over w", "nth_value(a, 2) over w", "ntile(4) over w",
        "sum(a) over (w partition by b order by c asc rows unbounded preceding)",
        "sum(a) over (rows between 1 preceding and 2 following)",
        "sum(a) over (range between current row and unbounded following)",
        "sum(a) over (range between interval 1 day preceding and interval b + 1 hour following)",
        "sum(a) over (rows between :a preceding and :b following)", "sum(a) over (rows 1.5 preceding)"})
    void windows_areReadAsTheyArePrinted(String sql) {
        assertEquals(sql, canonicalExpression(sql));
    }

    @Test
    void fromFirst_isWhatFunctionsDoAnyway() {
        assertEquals(expression("nth_value(a, 2) respect nulls over w"),
                expression("nth_value(a, 2) from first respect nulls over w"));
    }

    @Test
    void trees_haveTheirNodes() {
        Window window = new Window.Reference("w");
        assertEquals(new Windowed(new CountStar(), NullTreatment.DEFAULT, window), expression("COUNT(*) OVER w"));
        assertEquals(new Windowed(new Call(null, "rank", false, List.of()), NullTreatment.DEFAULT, window),
                expression("RANK() OVER `w`"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rank()", "rank(a) over w", "rank() over", "rank() over 1", "rank() respect nulls over w",
        "sum(a) respect nulls over w", "sum(a) over w over w", "lag(a, -1) over w", "lag(a, b) over w",
        "lag(a, 1, 2, 3) over w", "ntile(-10) over w", "ntile() over w", "ntile(a) over w", "nth_value(a) over w",
        "nth_value(a, -10) over w", "nth_value(a, 2) ignore nulls from first over w", "first_value(a, b) over w",
        "first_value(a) from first over w", "sum(a) over (order by b partition by c)", "sum(a) over (rows 1)",
        "sum(a) over (rows -10 following)", "sum(a) over (rows a preceding)", "sum(a) over (rows between 1 preceding)",
        "sum(a) over (rows between current row and 1)", "sum(a) over (range interval(1, 2) preceding)",
        "sum(a) over (rows unbounded)", "sum(a) over (w x)", "f(a) over w", "db.sum(a) over w"})
    void malformedWindows_areRefused(String sql) {
        assertThrows(SyntaxException.class, () -> expression(sql), sql);
    }
}
