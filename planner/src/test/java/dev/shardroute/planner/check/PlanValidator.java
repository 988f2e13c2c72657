package dev.shardroute.planner.check;

import dev.shardroute.planner.plan.Aggregate;
import dev.shardroute.planner.plan.GatewayPrimitive;
import dev.shardroute.planner.plan.JoinedColumn;
import dev.shardroute.planner.plan.KeyColumn;
import dev.shardroute.planner.plan.Opcode;
import dev.shardroute.planner.plan.Plan;
import dev.shardroute.planner.plan.Primitive;
import dev.shardroute.planner.plan.RoutingParameters;
import dev.shardroute.planner.plan.RoutingParameters.SystemTables;
import dev.shardroute.planner.plan.SortColumn;
import dev.shardroute.planner.plan.ValueExpr;
import dev.shardroute.sql.SqlParser;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Node;
import dev.shardroute.sql.ast.Nodes;
import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.ast.Select;
import dev.shardroute.sql.ast.SelectItem;
import dev.shardroute.sql.ast.SetOperation;
import dev.shardroute.sql.ast.Statement;
import dev.shardroute.sql.ast.ValuesRows;
import dev.shardroute.sql.function.Functions;
import dev.shardroute.sql.printer.SqlPrinter;
import dev.shardroute.sql.printer.SqlTemplate;
import dev.shardroute.type.Field;
import dev.shardroute.vindex.LookupPlannable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Checks plans of queries: every column that a step takes from its input is there, every bind variable has a value before it is
 * used, what shards are sent is a statement whose names they can find, and the result has the columns that were asked for. What
 * the tables have is not known, so that behind a star that is not expanded columns are not counted.
 */
public final class PlanValidator {
    private static final SqlParser PARSER = new SqlParser();
    /** How many rows a route under a limit needs at most. */
    private static final String UPPER_LIMIT = "__upper_limit";

    /** False where the statement itself names what is not there. */
    private final boolean namesAreKnown;

    private PlanValidator(boolean namesAreKnown) {
        this.namesAreKnown = namesAreKnown;
    }

    /**
     * Checks a plan.
     *
     * @throws AssertionError that tells what is wrong with it
     */
    public static void check(Plan plan) {
        if (PARSER.parse(plan.original()) instanceof Query query) {
            try {
                Columns columns = new PlanValidator(ShardSql.isValid(query))
                        .columns(plan.instructions(), Variables.of(query, plan));
                checkResult(asked(query), columns);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError(plan.original() + ": " + e.getMessage(), e);
            }
        }
    }

    // the result

    private static Columns asked(Query query) {
        return switch (query) {
            case Select select -> asked(select.items());
            case SetOperation union -> asked(union.first());
            case ValuesRows rows -> Columns.UNKNOWN;
        };
    }

    private static Columns asked(List<SelectItem> items) {
        List<String> names = new ArrayList<>();
        for (SelectItem item : items) {
            switch (item) {
                case SelectItem.Star star -> {
                    return Columns.UNKNOWN;
                }
                case SelectItem.NextValues values -> names.add("");
                case SelectItem.Item plain -> names.add(Columns.name(plain));
            }
        }
        return Columns.of(names);
    }

    private static void checkResult(Columns asked, Columns given) {
        check(asked.areAsManyAs(given), "the columns " + asked + " are asked for, and these are given: " + given);
        for (int i = 0; asked.names().isPresent() && i < asked.names().get().size(); i++) {
            String name = asked.name(i);
            check(name.isEmpty() || given.name(i).isEmpty() || name.equalsIgnoreCase(given.name(i)),
                    "the columns " + asked + " are asked for, and these are given: " + given);
        }
    }

    // steps

    private Columns columns(Primitive step, Variables variables) {
        return switch (step) {
            case Primitive.Route route -> route(route, variables, List.of());
            case Primitive.Send send -> sql(send.query(), variables);
            case Primitive.Update change -> throw noQuery(change);
            case Primitive.Delete change -> throw noQuery(change);
            case Primitive.UnshardedInsert change -> throw noQuery(change);
            case Primitive.ShardedInsert change -> throw noQuery(change);
            case Primitive.MessageStream messages -> throw noQuery(messages);
            case GatewayPrimitive.Join join -> join(join, variables);
            case GatewayPrimitive.HashJoin join -> join(join, variables);
            case GatewayPrimitive.SemiJoin join -> join(join, variables);
            case GatewayPrimitive.UncorrelatedSubquery subquery -> subquery(subquery, variables);
            case GatewayPrimitive.Concatenate(var inputs) -> concatenate(inputs, variables);
            case GatewayPrimitive.RecurseCte recursion -> recursion(recursion, variables);
            case GatewayPrimitive.SqlCalcFoundRows(var rows, var count) -> {
                checkSingle(columns(count, variables));
                yield columns(rows, variables);
            }
            case GatewayPrimitive.PercentBasedMirror(var answer, var trial, var percent) -> {
                columns(trial, variables);
                yield columns(answer, variables);
            }
            case GatewayPrimitive.VindexLookup lookup -> lookup(lookup, variables);
            case GatewayPrimitive.Unary unary -> unary(unary, variables);
            case GatewayPrimitive.Leaf leaf -> leaf(leaf, variables);
        };
    }

    private static AssertionError noQuery(Primitive step) {
        return new AssertionError("no step of a query: " + step);
    }

    // shards

    private Columns route(Primitive.Route route, Variables variables, List<String> lists) {
        Variables known = variables.withLists(lists);
        route.routing().values().forEach(value -> checkValue(value, variables));
        if (route.routing().opcode() == Opcode.NONE && !route.options().neverEmpty()) {
            return truncated(sql(route.fieldQuery(), inRoute(route.routing(), known)), route.resultColumns());
        }
        Columns columns = sql(route.query(), inRoute(route.routing(), known));
        if (route.routing().opcode() != Opcode.NEXT) {
            Columns fields = sql(route.fieldQuery(), inRoute(route.routing(), known));
            check(fields.areAsManyAs(columns), "the fields are " + fields + ", the columns " + columns);
        }
        route.orderBy().forEach(key -> checkKey(key.key(), columns));
        return truncated(columns, route.resultColumns());
    }

    /** What a route adds to the bind variables itself. */
    private static Variables inRoute(RoutingParameters routing, Variables variables) {
        SystemTables tables = routing.systemTables();
        tables.schemas().forEach(schema -> checkExpression(schema, Columns.of(List.of()), variables));
        tables.tables().values().forEach(table -> checkExpression(table, Columns.of(List.of()), variables));
        Variables more = variables.withValues(tables.tables().keySet());
        if (!tables.schemas().isEmpty()) {
            more = more.withValues(Set.of(SystemTables.SCHEMA_VARIABLE));
        }
        return routing.opcode() == Opcode.IN ? more.withLists(parts(routing)) : more;
    }

    /** Each shard's part of the lists that a vindex maps. */
    private static List<String> parts(RoutingParameters routing) {
        List<String> parts = new ArrayList<>(List.of(RoutingParameters.LIST_VARIABLE));
        IntStream.range(0, routing.values().size()).mapToObj(RoutingParameters::listVariable).forEach(parts::add);
        return parts;
    }

    private Columns sql(SqlTemplate template, Variables variables) {
        for (SqlTemplate.Site site : template.sites()) {
            checkVariable(site.name(), site.isList() ? variables.lists() : variables.values(), template.text());
        }
        Statement statement = PARSER.parse(template.text());
        try {
            return !(statement instanceof Query query) ? Columns.UNKNOWN
                    : namesAreKnown ? ShardSql.columns(query) : asked(query);
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + " in " + template.text(), e);
        }
    }

    private Columns lookup(GatewayPrimitive.VindexLookup lookup, Variables variables) {
        LookupPlannable vindex = (LookupPlannable) lookup.routing().vindex().orElseThrow();
        lookup.routing().values().forEach(value -> checkValue(value, variables));
        Columns found = columns(lookup.lookup(), variables.withLists(Set.of(vindex.arguments().getFirst())));
        check(found.has(1), "a lookup gives " + found);
        return route(lookup.target(), variables,
                lookup.routing().opcode() == Opcode.IN ? parts(lookup.routing()) : List.of());
    }

    // several inputs

    private Columns join(GatewayPrimitive.Join join, Variables variables) {
        Columns left = columns(join.left(), variables);
        Columns right = columns(join.right(), variables.withValues(given(join.variables(), left)));
        return joined(join.columns(), left, right);
    }

    private Columns join(GatewayPrimitive.HashJoin join, Variables variables) {
        Columns left = columns(join.left(), variables);
        Columns right = columns(join.right(), variables);
        checkColumn(join.leftKey(), left);
        checkColumn(join.rightKey(), right);
        return joined(join.columns(), left, right);
    }

    private Columns join(GatewayPrimitive.SemiJoin join, Variables variables) {
        Columns left = columns(join.left(), variables);
        columns(join.right(), variables.withValues(given(join.variables(), left)));
        return left;
    }

    private static Collection<String> given(Map<String, Integer> variables, Columns columns) {
        variables.values().forEach(column -> checkColumn(column, columns));
        return variables.keySet();
    }

    private static Columns joined(List<JoinedColumn> columns, Columns left, Columns right) {
        List<String> names = new ArrayList<>();
        for (JoinedColumn column : columns) {
            Columns side = column.side() == JoinedColumn.Side.LEFT ? left : right;
            checkColumn(column.index(), side);
            names.add(side.name(column.index()));
        }
        return Columns.of(names);
    }

    private Columns subquery(GatewayPrimitive.UncorrelatedSubquery step, Variables variables) {
        Columns found = columns(step.subquery(), variables);
        Variables known = step.hasRows() == null ? variables : variables.withValues(Set.of(step.hasRows()));
        if (step.result() != null) {
            check(found.has(0), "a subquery gives no value");
            known = step.opcode().takesList()
                    ? known.withLists(Set.of(step.result()))
                    : known.withValues(Set.of(step.result()));
        }
        return columns(step.outer(), known);
    }

    private Columns concatenate(List<Primitive> inputs, Variables variables) {
        List<Columns> all = inputs.stream().map(input -> columns(input, variables)).toList();
        all.forEach(other -> check(all.getFirst().areAsManyAs(other), "rows with other columns follow: " + all));
        return all.getFirst();
    }

    private Columns recursion(GatewayPrimitive.RecurseCte recursion, Variables variables) {
        Columns seed = columns(recursion.seed(), variables);
        Columns term = columns(recursion.term(), variables.withValues(given(recursion.variables(), seed)));
        check(seed.areAsManyAs(term), "a recursion from " + seed + " to " + term);
        return seed;
    }

    // one input

    private Columns unary(GatewayPrimitive.Unary step, Variables variables) {
        Columns input = columns(step.input(), step instanceof GatewayPrimitive.Limit
                ? variables.withValues(Set.of(UPPER_LIMIT))
                : variables);
        return switch (step) {
            case GatewayPrimitive.Filter filter -> {
                checkExpression(filter.predicate(), input, variables);
                yield truncated(input, filter.resultColumns());
            }
            case GatewayPrimitive.Limit limit -> {
                checkConstant(limit.count(), variables);
                checkConstant(limit.offset(), variables);
                yield input;
            }
            case GatewayPrimitive.Sort sort -> {
                sort.orderBy().stream().map(SortColumn::key).forEach(key -> checkKey(key, input));
                yield truncated(input, sort.resultColumns());
            }
            case GatewayPrimitive.Distinct distinct -> {
                distinct.columns().forEach(key -> checkKey(key, input));
                yield truncated(input, distinct.resultColumns());
            }
            case GatewayPrimitive.OrderedAggregate aggregate -> {
                aggregate.groupBy().forEach(key -> checkKey(key, input));
                yield truncated(aggregated(input, aggregate.aggregates(), variables), aggregate.resultColumns());
            }
            case GatewayPrimitive.ScalarAggregate aggregate ->
                    truncated(aggregated(input, aggregate.aggregates(), variables), aggregate.resultColumns());
            case GatewayPrimitive.Projection projection -> {
                projection.columns().forEach(column -> checkExpression(column.expression(), input, variables));
                yield Columns.of(projection.columns().stream().map(GatewayPrimitive.Projected::name).toList());
            }
            case GatewayPrimitive.SimpleProjection projection -> projected(projection, input);
            case GatewayPrimitive.RenameFields rename -> {
                rename.columns().keySet().forEach(column -> checkColumn(column, input));
                Columns columns = input;
                for (Map.Entry<Integer, String> entry : rename.columns().entrySet()) {
                    columns = columns.with(entry.getKey(), entry.getValue());
                }
                yield columns;
            }
            case GatewayPrimitive.ReplaceVariables variablesOfShow -> input;
        };
    }

    private static Columns truncated(Columns columns, int count) {
        check(count == 0 || columns.has(count - 1), "the first " + count + " of the columns " + columns);
        return columns.first(count);
    }

    private static Columns aggregated(Columns input, List<Aggregate> aggregates, Variables variables) {
        Columns columns = input;
        for (Aggregate aggregate : aggregates) {
            checkColumn(aggregate.column(), input);
            switch (aggregate) {
                case Aggregate.OfColumn ofColumn -> checkKey(ofColumn.key(), input);
                case Aggregate.GroupConcat concat -> {
                }
                case Aggregate.Constant constant ->
                        checkExpression(constant.value(), Columns.of(List.of()), variables);
            }
            columns = columns.with(aggregate.column(), aggregate.alias());
        }
        return columns;
    }

    private static Columns projected(GatewayPrimitive.SimpleProjection projection, Columns input) {
        List<String> given = projection.names();
        List<Integer> columns = projection.columns() == null
                ? IntStream.range(0, given.size()).boxed().toList()
                : projection.columns();
        check(columns.size() == given.size(), "columns " + columns + " of the names " + given);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            checkColumn(columns.get(i), input);
            names.add(given.get(i).isEmpty() ? input.name(columns.get(i)) : given.get(i));
        }
        Columns result = Columns.of(names);
        check(projection.columns() != null || result.areAsManyAs(input), input + " as " + result);
        return result;
    }

    // no input

    private Columns leaf(GatewayPrimitive.Leaf leaf, Variables variables) {
        return switch (leaf) {
            case GatewayPrimitive.SingleRow row -> Columns.of(List.of());
            case GatewayPrimitive.Rows rows -> Columns.of(rows.fields().stream().map(Field::name).toList());
            case GatewayPrimitive.VindexFunc vindex -> {
                checkValue(vindex.value(), variables);
                yield Columns.of(vindex.columns().stream().map(GatewayPrimitive.VindexFuncColumn::name).toList());
            }
            case GatewayPrimitive.Lock lock -> {
                lock.functions().forEach(call -> checkExpression(call, Columns.of(List.of()), variables));
                yield sql(lock.fieldQuery(), variables);
            }
        };
    }

    // columns and expressions

    private static void checkKey(KeyColumn key, Columns input) {
        checkColumn(key.column(), input);
        key.weightString().ifPresent(column -> checkColumn(column, input));
    }

    private static void checkColumn(int index, Columns input) {
        check(input.has(index), "no column " + index + " in " + input);
    }

    private static void checkSingle(Columns columns) {
        check(columns.areAsManyAs(Columns.of(List.of(""))), "one column is needed, and there are " + columns);
    }

    private static void checkConstant(@Nullable Expression expression, Variables variables) {
        if (expression != null) {
            checkExpression(expression, Columns.of(List.of()), variables);
        }
    }

    /** The gateway must be able to evaluate it for a row of the input; what an offset was is for people. */
    private static void checkExpression(Node node, Columns input, Variables variables) {
        switch (node) {
            case Expression.Offset offset -> checkColumn(offset.index(), input);
            case Expression.Variable(var name, var type) -> checkVariable(name, variables.values(), name);
            case Expression.ListVariable(var name) -> checkVariable(name, variables.lists(), name);
            case Expression.Column column -> throw notForTheGateway(column);
            case Expression.BoundColumn column -> throw notForTheGateway(column);
            case Query query -> throw notForTheGateway(query);
            case Expression call when Functions.isAggregate(call) -> throw notForTheGateway(call);
            default -> Nodes.forEachPart(node, part -> checkExpression(part, input, variables));
        }
    }

    private static AssertionError notForTheGateway(Node node) {
        return new AssertionError("the gateway cannot evaluate " + SqlPrinter.print(node));
    }

    private static void checkValue(ValueExpr value, Variables variables) {
        switch (value) {
            case ValueExpr.Constant constant -> {
            }
            case ValueExpr.Variable(var name) -> checkVariable(name, variables.values(), name);
            case ValueExpr.ListVariable(var name) -> checkVariable(name, variables.lists(), name);
            case ValueExpr.RowsColumn(var name, var index) -> checkVariable(name, variables.lists(), name);
            case ValueExpr.Tuple(var members) -> members.forEach(member -> checkValue(member, variables));
            case ValueExpr.Computed(var expression) ->
                    checkExpression(expression, Columns.of(List.of()), variables);
        }
    }

    private static void checkVariable(String name, Set<String> known, String where) {
        check(known.contains(name), "the variable " + name + " has no value in " + where);
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }
}
