package dev.shardroute.planner.tree;

import dev.shardroute.planner.operator.BindVariable;
import dev.shardroute.planner.operator.JoinColumn;
import dev.shardroute.planner.operator.JoinColumns;
import dev.shardroute.planner.operator.Planning;
import dev.shardroute.planner.semantics.TableSet;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expressions;
import dev.shardroute.sql.ast.Nodes;
import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.ast.Select;
import dev.shardroute.sql.ast.SetOperation;
import dev.shardroute.sql.ast.TableExpression;
import dev.shardroute.sql.ast.ValuesRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A subquery that can be planned for itself.
 *
 * @param query      the subquery with variables for columns of the query around it
 * @param predicates the conditions on columns of both that every row of it fulfils, as they are written
 * @param extra      the columns of the query around it that are elsewhere in it
 */
record InnerQuery(Query query, List<Expression> predicates, List<BindVariable> extra) {
    /** Copies the lists. */
    InnerQuery {
        predicates = List.copyOf(predicates);
        extra = List.copyOf(extra);
    }

    /** The subquery in a query of these tables. */
    static InnerQuery of(Query query, TableSet outer, Planning planning) {
        if (!planning.semantics().direct(new Expression.Subquery(query)).overlaps(outer)) {
            return new InnerQuery(query, List.of(), List.of());
        }
        Correlation correlation = new Correlation(outer, planning);
        Query conditioned = correlation.query(query);
        List<BindVariable> extra = new ArrayList<>();
        Query free = JoinColumns.split(conditioned, outer, extra, planning);
        return new InnerQuery(free, correlation.predicates, extra);
    }

    /** Splits the conditions of a query that concern the query around it. */
    private static final class Correlation {
        private final TableSet outer;
        private final Planning planning;
        private final List<Expression> predicates = new ArrayList<>();

        Correlation(TableSet outer, Planning planning) {
            this.outer = outer;
            this.planning = planning;
        }

        Query query(Query query) {
            return switch (query) {
                case Select select -> withHaving(rows(select), condition(select.having()));
                case SetOperation union -> new SetOperation(union.with(), arm(union.first()),
                        union.arms().stream().map(arm -> new SetOperation.Arm(arm.operator(), arm.all(),
                                arm(arm.query()))).toList(),
                        union.orderBy(), union.limit(), union.locks(), union.into());
                case ValuesRows rows -> rows;
            };
        }

        /** Groups of one query of a union may have other conditions than those of another. */
        private Query arm(Query query) {
            return query instanceof Select select ? rows(select) : query(query);
        }

        private Select rows(Select select) {
            return select.withWhere(condition(select.where()))
                    .withFrom(select.from().stream().map(this::table).toList());
        }

        private static Select withHaving(Select select, @Nullable Expression having) {
            return new Select(select.with(), select.comments(), select.distinct(), select.options(), select.items(),
                    select.from(), select.where(), select.groupBy(), having, select.windows(), select.orderBy(),
                    select.limit(), select.locks(), select.into());
        }

        /** The condition of an outer join is none on the rows of the join. */
        private TableExpression table(TableExpression table) {
            return switch (table) {
                case TableExpression.Join join -> switch (join.type()) {
                    case JOIN, STRAIGHT_JOIN, NATURAL -> new TableExpression.Join(join.type(), table(join.left()),
                            table(join.right()), condition(join.on()), join.using());
                    case LEFT, NATURAL_LEFT -> new TableExpression.Join(join.type(), table(join.left()), join.right(),
                            join.on(), join.using());
                    case RIGHT, NATURAL_RIGHT -> new TableExpression.Join(join.type(), join.left(),
                            table(join.right()), join.on(), join.using());
                };
                case TableExpression.Parenthesized(var tables) ->
                        new TableExpression.Parenthesized(tables.stream().map(this::table).toList());
                default -> table;
            };
        }

        private @Nullable Expression condition(@Nullable Expression condition) {
            List<Expression> conjuncts = new ArrayList<>();
            for (Expression conjunct : Expressions.conjuncts(condition)) {
                boolean isOfBoth = planning.semantics().direct(conjunct).overlaps(outer)
                        && !Nodes.anyMatch(conjunct, Query.class::isInstance);
                conjuncts.add(isOfBoth ? split(conjunct) : conjunct);
            }
            return Expressions.and(conjuncts);
        }

        private Expression split(Expression predicate) {
            predicates.add(predicate);
            JoinColumn split = JoinColumns.split(predicate, outer, planning);
            return Objects.requireNonNull(split.right());
        }
    }
}
