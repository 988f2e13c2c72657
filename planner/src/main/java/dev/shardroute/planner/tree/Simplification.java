package dev.shardroute.planner.tree;

import dev.shardroute.planner.operator.Planning;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.And;
import dev.shardroute.sql.ast.Expression.Literal;
import dev.shardroute.sql.ast.Expression.Or;
import dev.shardroute.sql.ast.Expressions;
import dev.shardroute.type.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes the constant operands out of ANDs and ORs. */
final class Simplification {
    private Simplification() {}

    /** A condition that holds for the same rows. */
    static Expression of(Expression condition, Planning planning) {
        return Expressions.rewrite(condition, part -> switch (part) {
            case And(var operands) -> simplified(part, operands, false, planning);
            case Or(var operands) -> simplified(part, operands, true, planning);
            default -> part;
        });
    }

    /** @param decisive the truth of one operand that decides the whole: false for AND, true for OR */
    private static Expression simplified(Expression whole, List<Expression> operands, boolean decisive,
            Planning planning) {
        List<Expression> left = new ArrayList<>();
        for (Expression operand : operands) {
            Optional<Boolean> truth = planning.constantTruth(operand);
            if (truth.isEmpty()) {
                left.add(operand);
            } else if (truth.get() == decisive) {
                return literal(decisive);
            }
        }
        if (left.size() == operands.size()) {
            return whole;
        }
        return switch (left.size()) {
            case 0 -> literal(!decisive);
            case 1 -> left.getFirst();
            default -> decisive ? new Or(left) : new And(left);
        };
    }

    private static Expression literal(boolean truth) {
        return new Literal(Value.of(truth ? 1 : 0));
    }
}
