package dev.shardroute.sql.parser;

import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.ast.Select;
import dev.shardroute.sql.ast.SelectItem;
import dev.shardroute.sql.ast.SetOperation;
import dev.shardroute.sql.ast.SetOperation.Arm;
import dev.shardroute.sql.ast.SetOperation.Operator;
import dev.shardroute.sql.ast.With;
import dev.shardroute.sql.lex.Keyword;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parses UNION, EXCEPT and INTERSECT behind their first operand. */
final class SetOperationParser {
    private final TokenCursor cursor;
    private final QueryParser queries;
    private final SurroundingsParser surroundings;

    SetOperationParser(TokenCursor cursor, QueryParser queries, SurroundingsParser surroundings) {
        this.cursor = cursor;
        this.queries = queries;
        this.surroundings = surroundings;
    }

    /** From the first operator on, to the end of the query. */
    Query parse(@Nullable With with, Query operand, Place place) {
        Query first = intersections(checked(operand));
        List<Arm> arms = new ArrayList<>();
        first = unwrapped(first, false, arms);
        while (cursor.at(Keyword.UNION) || cursor.at(Keyword.EXCEPT)) {
            Operator operator = cursor.accept(Keyword.UNION) ? Operator.UNION : except();
            arms.add(new Arm(operator, isAll(), term()));
        }
        Surroundings around = surroundings.parse(with, place);
        if (arms.isEmpty()) {
            return around.isEmpty() ? first : around.around(first);
        }
        cursor.grow();
        return new SetOperation(around.with(), first, arms, around.orderBy(), around.limit(), around.locks(),
                around.into());
    }

    private Query term() {
        int siblings = cursor.enter();
        Query term = intersections(checked(queries.operand()));
        cursor.leave(siblings);
        return term;
    }

    private Operator except() {
        cursor.expect(Keyword.EXCEPT);
        return Operator.EXCEPT;
    }

    private boolean isAll() {
        boolean all = cursor.accept(Keyword.ALL);
        if (!all) {
            cursor.accept(Keyword.DISTINCT);
        }
        return all;
    }

    /** INTERSECT binds more tightly than the others. */
    private Query intersections(Query operand) {
        if (!cursor.at(Keyword.INTERSECT)) {
            return operand;
        }
        List<Arm> arms = new ArrayList<>();
        Query first = unwrapped(operand, true, arms);
        while (cursor.accept(Keyword.INTERSECT)) {
            boolean all = isAll();
            arms.add(new Arm(Operator.INTERSECT, all, checked(queries.operand())));
        }
        cursor.grow();
        return new SetOperation(null, first, arms, List.of(), null, List.of(), null);
    }

    /** Operations on the left do not need the parentheses that they are in: their operands are the first of this one. */
    private static Query unwrapped(Query first, boolean intersect, List<Arm> arms) {
        if (first instanceof SetOperation operation && Surroundings.of(operation).isEmpty()
                && isIntersection(operation) == intersect) {
            arms.addAll(operation.arms());
            return operation.first();
        }
        return first;
    }

    private static boolean isIntersection(SetOperation operation) {
        return operation.arms().getFirst().operator() == Operator.INTERSECT;
    }

    /** Refuses what stands in a statement of its own only. */
    private Query checked(Query operand) {
        if (Surroundings.of(operand).into() != null) {
            throw cursor.error("expected INTO behind the last query only");
        }
        if (operand instanceof Select select && select.items().getFirst() instanceof SelectItem.NextValues) {
            throw cursor.error("expected a sequence to be asked by a statement of its own");
        }
        return operand;
    }
}
