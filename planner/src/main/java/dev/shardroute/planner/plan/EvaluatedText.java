package dev.shardroute.planner.plan;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.Call;
import dev.shardroute.sql.ast.Expression.Literal;
import dev.shardroute.sql.ast.Expression.Variable;
import dev.shardroute.sql.ast.Expressions;
import dev.shardroute.sql.printer.SqlPrinter;
import dev.shardroute.type.Type;
import dev.shardroute.type.Value;
import java.util.Locale;

/** How plan descriptions write what the gateway evaluates. It differs from the SQL that shards are sent. */
final class EvaluatedText {
    private EvaluatedText() {}

    /** Functions in lower case, and without the types of variables: the gateway has the values, which have types of their own. */
    static String of(Expression expression) {
        return expression instanceof Literal(var value)
                ? of(value)
                : SqlPrinter.print(Expressions.rewrite(expression, EvaluatedText::plain));
    }

    /** Binary strings, those in hexadecimal or bits too, in quotes; a byte that is no text as the replacement character. */
    static String of(Value value) {
        Type.Kind kind = value.type().kind();
        boolean isBinary = kind == Type.Kind.BINARY || kind == Type.Kind.LITERAL;
        if (!isBinary && !value.type().isQuoted()) {
            return SqlPrinter.print(new Literal(value));
        }
        return (isBinary ? "_binary" : "") + quoted(new String(value.rawBytes(), UTF_8));
    }

    private static String quoted(String text) {
        return SqlPrinter.print(new Literal(Value.of(text)));
    }

    private static Expression plain(Expression part) {
        return switch (part) {
            case Variable variable -> new Variable(variable.name());
            case Call call -> new Call(call.qualifier(), call.name().toLowerCase(Locale.ROOT), call.distinct(),
                    call.arguments());
            default -> part;
        };
    }
}
