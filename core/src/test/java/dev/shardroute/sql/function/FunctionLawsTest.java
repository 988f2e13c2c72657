package dev.shardroute.sql.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shardroute.sql.Trees;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.Binary;
import dev.shardroute.sql.ast.Expression.BinaryOperator;
import dev.shardroute.sql.ast.Expression.Comparison;
import dev.shardroute.sql.ast.Expression.ComparisonOperator;
import dev.shardroute.sql.ast.Expression.Literal;
import dev.shardroute.sql.ast.Expression.Not;
import dev.shardroute.type.Type;
import dev.shardroute.type.Value;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws of types and constants. */
final class FunctionLawsTest {
    private static final List<ComparisonOperator> ORDER =
            List.of(ComparisonOperator.LESS, ComparisonOperator.EQUAL, ComparisonOperator.GREATER);
    private static final Value ONE = Value.of(1);
    private static final Typer TYPER = new Typer(column -> Optional.of(ExpressionType.of(Type.INT64)));

    @Provide
    Arbitrary<Expression> constants() {
        Arbitrary<Value> integers = Arbitraries.longs().map(Value::of);
        Arbitrary<Value> unsigned = Arbitraries.longs().map(Value::ofUnsigned);
        Arbitrary<Value> small = Arbitraries.integers().between(-3, 3).map(Value::of);
        Arbitrary<Value> decimals = Arbitraries.bigDecimals().ofScale(4)
                .map(number -> Value.of(Type.DECIMAL, number.toPlainString()));
        Arbitrary<Value> doubles = Arbitraries.doubles().map(number -> Value.of(Type.FLOAT64, Double.toString(number)));
        Arbitrary<Value> texts = Arbitraries.of("", "0", "7", "12", "-3", "1.5", "abc", "4x").map(Value::of);
        return Arbitraries.oneOf(integers, unsigned, small, decimals, doubles, texts, Arbitraries.of(Value.NULL))
                .map(Literal::new);
    }

    @Property
    void sumsAndProducts_commute(@ForAll("constants") Expression left, @ForAll("constants") Expression right) {
        for (BinaryOperator operator : List.of(BinaryOperator.PLUS, BinaryOperator.TIMES, BinaryOperator.BIT_AND,
                BinaryOperator.BIT_OR, BinaryOperator.BIT_XOR)) {
            assertEquals(Constants.fold(new Binary(operator, left, right)),
                    Constants.fold(new Binary(operator, right, left)));
        }
    }

    @Property
    void numbers_areLessOrEqualOrGreater(@ForAll("constants") Expression left, @ForAll("constants") Expression right) {
        List<Optional<Value>> results = ORDER.stream()
                .map(operator -> Constants.fold(new Comparison(operator, left, right))).toList();
        long holding = results.stream().filter(Optional.of(ONE)::equals).count();
        boolean isKnown = results.stream().allMatch(result -> result.isPresent() && !result.get().isNull());
        assertEquals(isKnown ? 1 : 0, holding);
    }

    @Property
    void comparisons_turnRound(@ForAll("constants") Expression left, @ForAll("constants") Expression right) {
        assertEquals(Constants.fold(new Comparison(ComparisonOperator.LESS, left, right)),
                Constants.fold(new Comparison(ComparisonOperator.GREATER, right, left)));
        assertEquals(Constants.fold(new Not(new Comparison(ComparisonOperator.EQUAL, left, right))),
                Constants.fold(new Comparison(ComparisonOperator.NOT_EQUAL, left, right)));
    }

    @Property
    void folded_isFoldedToItself(@ForAll("constants") Expression left, @ForAll("constants") Expression right) {
        for (BinaryOperator operator : BinaryOperator.values()) {
            Optional<Value> value = Constants.fold(new Binary(operator, left, right));
            assertEquals(value, value.flatMap(folded -> Constants.fold(new Literal(folded))));
        }
    }

    @Property
    void value_hasTheTypeOfItsExpression(@ForAll("constants") Expression left, @ForAll("constants") Expression right) {
        for (BinaryOperator operator : BinaryOperator.values()) {
            Expression expression = new Binary(operator, left, right);
            Optional<Value> value = Constants.fold(expression).filter(folded -> !folded.isNull());
            Type type = TYPER.typeOf(expression).orElseThrow().type();
            assertEquals(value.map(folded -> type), value.map(Value::type), () -> "of " + expression);
        }
    }

    @Property(tries = 20_000)
    void anyExpression_isJudgedWithoutFailing(@ForAll long seed) {
        Expression expression = new Trees(seed).expression();
        Optional<Value> value = Constants.fold(expression);
        assertTrue(value.isEmpty() || Constants.isConstant(expression));
        assertTrue(value.isEmpty() || Evaluation.isEvaluable(expression));
        Optional<ExpressionType> type = TYPER.typeOf(expression);
        boolean isTextOrUnknown = type.isEmpty() || type.get().type().kind() == Type.Kind.TEXT;
        assertTrue(isTextOrUnknown || !TYPER.needsWeightString(expression));
    }
}
