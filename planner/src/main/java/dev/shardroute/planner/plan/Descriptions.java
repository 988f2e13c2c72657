package dev.shardroute.planner.plan;

import dev.shardroute.planner.plan.GatewayPrimitive.VindexFunc;
import dev.shardroute.planner.plan.GatewayPrimitive.VindexFuncColumn;
import dev.shardroute.planner.plan.RoutingParameters.SystemTables;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.printer.SqlPrinter;
import dev.shardroute.sql.printer.SqlTemplate;
import dev.shardroute.type.Field;
import dev.shardroute.type.Type;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is told of each kind of step: the index of all of them. */
final class Descriptions {
    private static final String RESULT_COLUMNS = "ResultColumns";
    private static final String JOIN_VARIABLES = "JoinVars";
    private static final String QUERY = "Query";

    private Descriptions() {}

    static Description of(Primitive primitive) {
        return switch (primitive) {
            case Primitive.Route route -> ofRoute(route);
            case Primitive.Update update -> ofChange("Update", update.routing(), update.query());
            case Primitive.Delete delete -> ofChange("Delete", delete.routing(), delete.query());
            case Primitive.UnshardedInsert insert -> new Description("Insert", "Unsharded").in(insert.keyspace())
                    .with(QUERY, insert.query().text());
            case Primitive.ShardedInsert insert -> ofInsert(insert);
            case Primitive.Send send -> ofSend(send);
            case Primitive.MessageStream stream -> new Description("MStream").in(stream.keyspace())
                    .to(stream.destination()).with("Table", stream.table());
            case GatewayPrimitive work -> of(work);
        };
    }

    private static Description of(GatewayPrimitive work) {
        return switch (work) {
            case GatewayPrimitive.Join join -> ofJoin(join);
            case GatewayPrimitive.HashJoin join -> ofJoin(join);
            case GatewayPrimitive.SemiJoin join ->
                    new Description("SemiJoin").withNumbers(JOIN_VARIABLES, join.variables());
            case GatewayPrimitive.UncorrelatedSubquery subquery ->
                    new Description("UncorrelatedSubquery", subquery.opcode().label())
                            .with("PulloutVars", present(subquery.hasRows(), subquery.result()));
            case GatewayPrimitive.Concatenate union -> new Description("Concatenate");
            case GatewayPrimitive.RecurseCte table ->
                    new Description("RecurseCTE").withNumbers(JOIN_VARIABLES, table.variables());
            case GatewayPrimitive.SqlCalcFoundRows rows -> new Description("SQL_CALC_FOUND_ROWS");
            case GatewayPrimitive.PercentBasedMirror mirror ->
                    new Description("Mirror", "PercentBased").with("Percent", mirror.percent());
            case GatewayPrimitive.VindexLookup lookup -> ofLookup(lookup.routing());
            case GatewayPrimitive.Filter filter -> new Description("Filter")
                    .with("Predicate", SqlPrinter.print(filter.predicate()))
                    .with(RESULT_COLUMNS, filter.resultColumns());
            case GatewayPrimitive.Limit limit -> ofLimit(limit);
            case GatewayPrimitive.Sort sort -> new Description("Sort", "Memory")
                    .with("OrderBy", KeyText.sort(sort.orderBy())).with(RESULT_COLUMNS, sort.resultColumns());
            case GatewayPrimitive.Distinct distinct -> new Description("Distinct")
                    .with("Collations", distinct.columns().stream().map(KeyText::distinct).toList())
                    .with(RESULT_COLUMNS, distinct.resultColumns());
            case GatewayPrimitive.OrderedAggregate aggregate -> new Description("Aggregate", "Ordered")
                    .with("Aggregates", KeyText.aggregates(aggregate.aggregates()))
                    .with("GroupBy", KeyText.group(aggregate.groupBy()))
                    .with(RESULT_COLUMNS, aggregate.resultColumns());
            case GatewayPrimitive.ScalarAggregate aggregate -> new Description("Aggregate", "Scalar")
                    .with("Aggregates", KeyText.aggregates(aggregate.aggregates()))
                    .with(RESULT_COLUMNS, aggregate.resultColumns());
            case GatewayPrimitive.Projection projection -> ofProjection(projection);
            case GatewayPrimitive.SimpleProjection projection -> ofProjection(projection);
            case GatewayPrimitive.RenameFields rename -> new Description("RenameFields")
                    .withNumbers("Indices", List.copyOf(rename.columns().keySet()))
                    .with("Columns", List.copyOf(rename.columns().values()));
            case GatewayPrimitive.ReplaceVariables variables -> new Description("ReplaceVariables");
            case GatewayPrimitive.SingleRow row -> new Description("SingleRow");
            case GatewayPrimitive.Rows rows -> new Description("Rows").with("Fields", types(rows.fields()))
                    .with("RowCount", rows.rows().size());
            case GatewayPrimitive.VindexFunc function -> ofFunction(function);
            case GatewayPrimitive.Lock lock -> new Description("Lock").in(lock.keyspace()).to(lock.destination())
                    .with("FieldQuery", lock.fieldQuery().text())
                    .with("lock_func", lock.functions().stream().map(SqlPrinter::print).toList());
        };
    }

    /** The names that the inputs have, where they have any. */
    static List<String> inputNames(Primitive primitive) {
        return switch (primitive) {
            case GatewayPrimitive.SemiJoin join -> List.of("Outer", "SubQuery");
            case GatewayPrimitive.UncorrelatedSubquery subquery -> List.of("SubQuery", "Outer");
            default -> List.of();
        };
    }

    // on shards

    private static Description ofRoute(Primitive.Route route) {
        RoutingParameters routing = route.routing();
        Description description = new Description("Route", routing.opcode().label())
                .with("FieldQuery", route.fieldQuery().text());
        routing.destination().ifPresent(description::to);
        return ofRouted(description, routing, route.query())
                .with("OrderBy", KeyText.sort(route.orderBy()))
                .with(RESULT_COLUMNS, route.resultColumns())
                .with("SysTableTableSchema", schemas(routing.systemTables()))
                .with("SysTableTableName", tables(routing.systemTables()))
                .with("ScatterErrorsAsWarnings", route.options().scatterErrorsAsWarnings())
                .with("FetchLastInsertID", route.options().fetchLastInsertId())
                .with("QueryTimeout", millis(route.options().queryTimeout()));
    }

    private static Description ofChange(String operator, RoutingParameters routing, SqlTemplate query) {
        return ofRouted(new Description(operator, routing.opcode().label()), routing, query);
    }

    private static Description ofRouted(Description description, RoutingParameters routing, SqlTemplate query) {
        return withValues(description.in(routing.keyspace()).with(QUERY, query.text()), routing);
    }

    private static Description withValues(Description description, RoutingParameters routing) {
        routing.vindex().ifPresent(vindex -> description.with("Vindex", vindex.name()));
        return description.with("Values", routing.values().stream().map(ValueExpr::toString).toList());
    }

    private static String schemas(SystemTables tables) {
        return tables.schemas().isEmpty() ? "" : bracketed(tables.schemas().stream().map(EvaluatedText::of));
    }

    private static String tables(SystemTables tables) {
        return tables.tables().isEmpty()
                ? ""
                : bracketed(tables.tables().entrySet().stream()
                        .map(entry -> entry.getKey() + ":" + EvaluatedText.of(entry.getValue())).sorted());
    }

    private static String bracketed(Stream<String> texts) {
        return texts.collect(Collectors.joining(", ", "[", "]"));
    }

    private static Description ofInsert(Primitive.ShardedInsert insert) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Primitive.VindexColumn column : insert.vindexes()) {
            values.put(column.vindex().name(),
                    column.values().stream().map(ValueExpr::toString).collect(Collectors.joining(", ")));
        }
        return new Description("Insert", "Sharded").in(insert.keyspace()).with("InsertIgnore", insert.ignore())
                .with(QUERY, insert.query().text()).with("VindexValues", values);
    }

    private static Description ofSend(Primitive.Send send) {
        Description description = new Description("Send").in(send.keyspace()).to(send.destination())
                .with(QUERY, send.query().text()).with("QueryTimeout", millis(send.queryTimeout()));
        send.traits().stream().sorted().forEach(trait -> description.with(trait.label(), true));
        return description;
    }

    private static long millis(@Nullable Duration timeout) {
        return timeout == null ? 0 : timeout.toMillis();
    }

    // above the shards

    private static Description ofJoin(GatewayPrimitive.Join join) {
        return new Description("Join", join.leftJoin() ? "LeftJoin" : "Join")
                .with("JoinColumnIndexes", KeyText.joined(join.columns()))
                .withNumbers(JOIN_VARIABLES, join.variables());
    }

    private static Description ofJoin(GatewayPrimitive.HashJoin join) {
        return new Description("Join", join.leftJoin() ? "HashLeftJoin" : "HashJoin")
                .with("JoinColumnIndexes", KeyText.hashJoined(join.columns()))
                .with("Predicate", SqlPrinter.print(join.predicate()))
                .with("ComparisonType", join.type() == null ? "-1" : name(join.type()))
                .with("Collation", join.collation() == null ? "" : KeyText.collation(join.collation()));
    }

    private static Description ofLookup(RoutingParameters routing) {
        return withValues(new Description("VindexLookup", routing.opcode().label()).in(routing.keyspace()), routing);
    }

    private static Description ofLimit(GatewayPrimitive.Limit limit) {
        return new Description("Limit").with("Count", text(limit.count())).with("Offset", text(limit.offset()))
                .with("RequireCompleteInput", limit.requireCompleteInput());
    }

    private static String text(@Nullable Expression expression) {
        return expression == null ? "" : EvaluatedText.of(expression);
    }

    private static Description ofProjection(GatewayPrimitive.Projection projection) {
        return new Description("Projection").with("Expressions", projection.columns().stream()
                .map(column -> EvaluatedText.of(column.expression())
                        + (column.name().isEmpty() ? "" : " as " + column.name()))
                .toList());
    }

    private static Description ofProjection(GatewayPrimitive.SimpleProjection projection) {
        List<Integer> columns = projection.columns();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < projection.names().size(); i++) {
            String name = projection.names().get(i);
            if (!name.isEmpty()) {
                names.add(i + ":" + name);
            }
        }
        return new Description("SimpleProjection").with("ColumnNames", names)
                .with("Columns", columns == null
                        ? ""
                        : columns.stream().map(String::valueOf).collect(Collectors.joining(",")));
    }

    private static Description ofFunction(VindexFunc function) {
        List<VindexFuncColumn> columns = function.columns();
        return new Description("VindexFunc", "VindexMap")
                .withNumbers("Columns", columns.stream().map(column -> column.fact().number()).toList())
                .with("Fields", types(columns.stream().map(column -> Field.of(column.name(), Type.VARBINARY)).toList()))
                .with("Value", function.value().toString())
                .with("Vindex", function.vindex().name());
    }

    private static Map<String, String> types(List<Field> fields) {
        return fields.stream().collect(Collectors.toMap(Field::name, field -> name(field.type()), (one, two) -> two));
    }

    private static String name(Type type) {
        return type == Type.NULL ? "NULL_TYPE" : type.name();
    }

    private static List<String> present(@Nullable String... texts) {
        return Stream.of(texts).filter(Objects::nonNull).map(Objects::requireNonNull).toList();
    }
}
