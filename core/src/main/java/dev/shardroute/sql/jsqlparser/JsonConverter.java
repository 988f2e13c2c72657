package dev.shardroute.sql.jsqlparser;

import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.Call;
import dev.shardroute.sql.ast.Expression.Introduced;
import dev.shardroute.sql.ast.Expression.Literal;
import dev.shardroute.sql.ast.Expression.Variable;
import dev.shardroute.sql.ast.JsonFallback;
import dev.shardroute.sql.ast.SpecialForm.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.sf.jsqlparser.expression.AnalyticType;
import net.sf.jsqlparser.expression.JsonAggregateFunction;
import net.sf.jsqlparser.expression.JsonExpression;
import net.sf.jsqlparser.expression.JsonFunction;
import net.sf.jsqlparser.expression.JsonFunctionExpression;
import net.sf.jsqlparser.expression.JsonKeyValuePair;
import net.sf.jsqlparser.expression.JsonKeyValuePairSeparator;
import org.jspecify.annotations.Nullable;

/** Converts what JSqlParser has classes for JSON for. */
final class JsonConverter {
    private final Pieces pieces;
    private final ExpressionConverter expressions;

    JsonConverter(Pieces pieces, ExpressionConverter expressions) {
        this.pieces = pieces;
        this.expressions = expressions;
    }

    /** {@code column -> path} and {@code ->>}; JSqlParser takes all that follows for the path. */
    Expression path(JsonExpression json) {
        List<Map.Entry<net.sf.jsqlparser.expression.Expression, String>> paths = json.getIdentList();
        Expression column = expressions.convert(json.getExpression());
        Refusal.when(paths.size() != 1 || !(column instanceof Expression.Column), "-> behind other than a column");
        Expression path = expressions.convert(paths.getFirst().getKey());
        Refusal.when(!(path instanceof Literal || path instanceof Variable), "-> before other than a string");
        Call extract = new Call(null, "json_extract", false, List.of(column, path));
        return switch (paths.getFirst().getValue()) {
            case "->" -> extract;
            case "->>" -> new Call(null, "json_unquote", false, List.of(extract));
            default -> throw Refusal.of("the operator " + paths.getFirst().getValue());
        };
    }

    Expression function(JsonFunction json) {
        return switch (json.getType()) {
            case VALUE -> value(json);
            case ARRAY -> new Call(null, "json_array", false, members(json));
            case OBJECT, MYSQL_OBJECT -> new Call(null, "json_object", false, pairs(json));
            case QUERY, EXISTS, POSTGRES_OBJECT -> throw Refusal.of("JSON_" + json.getType());
        };
    }

    private JsonValue value(JsonFunction json) {
        Refusal.any(json.getPassingExpressions(), "PASSING");
        Refusal.any(json.getAdditionalQueryPathArguments(), "more paths in JSON_VALUE");
        Refusal.when(json.isReturningFormatJson(), "FORMAT JSON");
        Expression document = plain(json.getInputExpression());
        Expression path = expressions.convert(json.getJsonPathExpression());
        return new JsonValue(document, path,
                json.getReturningType() == null ? null : pieces.castType(json.getReturningType().toString()),
                fallback(json.getOnEmptyBehavior()), fallback(json.getOnErrorBehavior()));
    }

    /** What is given ON EMPTY or ON ERROR, or null. */
    @Nullable JsonFallback fallback(JsonFunction.@Nullable JsonOnResponseBehavior behavior) {
        if (behavior == null) {
            return null;
        }
        return switch (behavior.getType()) {
            case ERROR -> new JsonFallback.Fail();
            case NULL -> new JsonFallback.ToNull();
            case DEFAULT -> new JsonFallback.ToValue(expressions.convert(behavior.getExpression()));
            case EMPTY, EMPTY_ARRAY, EMPTY_OBJECT, TRUE, FALSE, UNKNOWN ->
                    throw Refusal.of(behavior.getType() + " ON EMPTY or ON ERROR");
        };
    }

    private Expression plain(@Nullable JsonFunctionExpression json) {
        JsonFunctionExpression part = Refusal.required(json, "argument");
        Refusal.when(part.isUsingFormatJson() || part.getEncoding() != null, "FORMAT JSON");
        return expressions.convert(part.getExpression());
    }

    private List<Expression> members(JsonFunction json) {
        refuseStandard(json);
        List<Expression> members = new ArrayList<>();
        json.getExpressions().forEach(member -> members.add(plain(member)));
        return members;
    }

    private static void refuseStandard(JsonFunction json) {
        Refusal.present(json.getOnNullType(), "NULL ON NULL");
        Refusal.present(json.getUniqueKeysType(), "UNIQUE KEYS");
        Refusal.present(json.getReturningType(), "RETURNING");
        Refusal.when(json.isStrict(), "STRICT");
    }

    private List<Expression> pairs(JsonFunction json) {
        refuseStandard(json);
        List<Expression> members = new ArrayList<>();
        for (JsonKeyValuePair pair : json.getKeyValuePairs()) {
            boolean isStandard = pair.isUsingKeyKeyword() || pair.isUsingFormatJson()
                    || pair.getSeparator() != JsonKeyValuePairSeparator.COMMA;
            Refusal.when(isStandard, "KEY and VALUE in JSON_OBJECT");
            members.add(part(pair.getKey()));
            members.add(part(pair.getValue()));
        }
        return members;
    }

    /** JSqlParser has an expression here, or the text of a string. */
    private Expression part(@Nullable Object part) {
        return switch (part) {
            case net.sf.jsqlparser.expression.Expression expression -> expressions.convert(expression);
            case String text -> literal(text);
            case null, default -> throw Refusal.of("a missing member of JSON_OBJECT");
        };
    }

    private Expression literal(String text) {
        Expression literal = pieces.literal(text);
        Refusal.when(!(literal instanceof Literal || literal instanceof Introduced), "the key " + text);
        return literal;
    }

    Call aggregate(JsonAggregateFunction json) {
        Refusal.when(json.getAnalyticType() != AnalyticType.FILTER_ONLY || json.getFilterExpression() != null,
                "a JSON aggregate with FILTER or OVER");
        Refusal.present(json.getOnNullType(), "NULL ON NULL");
        Refusal.present(json.getUniqueKeysType(), "UNIQUE KEYS");
        Refusal.any(json.getExpressionOrderByElements(), "ORDER BY in a JSON aggregate");
        Refusal.when(json.isUsingFormatJson() || json.isUsingKeyKeyword() || json.isUsingValueKeyword(),
                "KEY, VALUE and FORMAT in a JSON aggregate");
        return switch (json.getType()) {
            case ARRAY -> new Call(null, "json_arrayagg", false, List.of(expressions.convert(json.getExpression())));
            case OBJECT, MYSQL_OBJECT -> {
                Expression key = part(json.getKey());
                yield new Call(null, "json_objectagg", false, List.of(key, part(json.getValue())));
            }
            case VALUE, QUERY, EXISTS, POSTGRES_OBJECT -> throw Refusal.of("JSON_" + json.getType());
        };
    }
}
