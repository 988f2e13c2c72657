package dev.shardroute.planner.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.And;
import dev.shardroute.sql.ast.Expression.BoundColumn;
import dev.shardroute.sql.ast.Expression.Column;
import dev.shardroute.sql.ast.Expression.Not;
import dev.shardroute.sql.ast.Expression.Or;
import dev.shardroute.sql.ast.Expression.Xor;
import dev.shardroute.sql.printer.SqlPrinter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ConjunctiveFormTest {
    private static final Tables TABLES = Tables.of("user.user");

    private static String form(String condition) {
        return SqlPrinter.print(ConjunctiveForm.of(TABLES.condition(condition)));
    }

    @Test
    void not_goesInside() {
        assertEquals("a.x", form("not not a.x"));
        assertEquals("not a.x and not a.y", form("not (a.x or a.y)"));
        assertEquals("not a.x or not a.y", form("not (a.x and a.y)"));
    }

    @Test
    void and_comesOutOfOr() {
        assertEquals("(a.x or a.z) and (a.y or a.z)", form("a.x and a.y or a.z"));
        assertEquals("(a.z or a.x) and (a.z or a.y)", form("a.z or a.x and a.y"));
        assertEquals("a.x and (a.y or a.z)", form("a.x and a.y or a.z and a.x"));
    }

    @Test
    void repetitions_goAway() {
        assertEquals("a.x", form("a.x or a.x"));
        assertEquals("a.x", form("a.x and a.x"));
        assertEquals("a.x", form("a.x or a.x and a.y"));
        assertEquals("a.x", form("a.x and (a.y or a.x)"));
    }

    @Test
    void equalities_becomeLists() {
        assertEquals("a.x in (1, 2)", form("a.x = 1 or a.x = 2"));
        assertEquals("a.x in (1, 2, 3)", form("a.x in (1, 2) or a.x = 3 or a.x = 1"));
        assertEquals("a.x = 1 or a.y = 2", form("a.x = 1 or a.y = 2"));
        assertEquals("a.x = 1 or a.x not in (2, 3)", form("a.x = 1 or a.x not in (2, 3)"));
    }

    @Test
    void xor_becomesAndOr() {
        assertEquals("(a.x or a.y) and (not a.x or not a.y)", form("a.x xor a.y"));
    }

    @Test
    void whatHasTheForm_isTheSame() {
        Expression expression = TABLES.condition("a.x = 1 and (a.y = 2 or a.z = 3) and a.u = 4");
        assertSame(expression, ConjunctiveForm.of(expression));
    }

    @Test
    void whatTakesTooLong_isTheSame() {
        String long1 = IntStream.range(0, 20).mapToObj(i -> "a.x = " + i).collect(Collectors.joining(" or "));
        Expression expression = TABLES.condition(long1);
        assertSame(expression, ConjunctiveForm.of(expression));
        String long2 = IntStream.range(0, 5000).mapToObj(i -> "a.x = " + i).collect(Collectors.joining(" or "));
        Expression larger = TABLES.condition(long2);
        assertSame(larger, ConjunctiveForm.of(larger));
    }

    // law: the form holds for the same rows, is false for the same, and is NULL for the same

    @Property(tries = 300)
    void form_hasTheSameTruth(@ForAll("formulas") Expression formula) {
        Expression form = ConjunctiveForm.of(formula);
        for (int row = 0; row < 27; row++) {
            assertEquals(truth(formula, row), truth(form, row), SqlPrinter.print(formula));
        }
    }

    /** -1 for false, 0 for NULL, 1 for true; {@code row} gives three columns their values. */
    private static int truth(Expression formula, int row) {
        return switch (formula) {
            case BoundColumn(var column, var source) -> switch (column.name()) {
                case "x" -> row % 3 - 1;
                case "y" -> row / 3 % 3 - 1;
                default -> row / 9 % 3 - 1;
            };
            case And(var operands) -> operands.stream().mapToInt(operand -> truth(operand, row)).min().orElseThrow();
            case Or(var operands) -> operands.stream().mapToInt(operand -> truth(operand, row)).max().orElseThrow();
            case Not(var operand) -> -truth(operand, row);
            case Xor(var left, var right) -> -truth(left, row) * truth(right, row);
            default -> throw new IllegalArgumentException(SqlPrinter.print(formula));
        };
    }

    @Provide
    Arbitrary<Expression> formulas() {
        return formulas(3);
    }

    private static Arbitrary<Expression> formulas(int depth) {
        Arbitrary<Expression> leaves = Arbitraries.of("x", "y", "z")
                .map(name -> new BoundColumn(new Column(null, name), 0));
        if (depth == 0) {
            return leaves;
        }
        Arbitrary<Expression> inner = formulas(depth - 1);
        Arbitrary<List<Expression>> some = inner.list().ofMinSize(2).ofMaxSize(3);
        return Arbitraries.oneOf(leaves, some.map(And::new), some.map(Or::new), inner.map(Not::new),
                some.map(operands -> new Xor(operands.getFirst(), operands.getLast())));
    }
}
