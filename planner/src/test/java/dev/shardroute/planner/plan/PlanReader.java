package dev.shardroute.planner.plan;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shardroute.planner.plan.GatewayPrimitive.Projected;
import dev.shardroute.planner.plan.GatewayPrimitive.VindexFact;
import dev.shardroute.planner.plan.GatewayPrimitive.VindexFuncColumn;
import dev.shardroute.planner.plan.Primitive.Route;
import dev.shardroute.planner.plan.Primitive.SendTrait;
import dev.shardroute.planner.plan.RoutingParameters.SystemTables;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.printer.SqlTemplate;
import dev.shardroute.type.Field;
import dev.shardroute.type.Row;
import dev.shardroute.type.Type;
import dev.shardroute.vindex.Vindex;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Makes the steps that were described. Not all of them: see {@link #knows}. */
record PlanReader(Map<String, Vindex> vindexes) {
    private static final Set<String> CHANGES = Set.of("Update", "Delete", "Insert");
    private static final Set<String> SIMPLE_FACTS =
            Set.of("InputName", "OperatorType", "Variant", "Keyspace", "Query", "Values", "Vindex");
    private static final Set<String> QUERIES = Set.of("Route", "Send", "Join", "SemiJoin", "UncorrelatedSubquery",
            "Concatenate", "RecurseCTE", "SQL_CALC_FOUND_ROWS", "Mirror", "VindexLookup", "Filter", "Limit", "Sort",
            "Distinct", "Aggregate", "Projection", "SimpleProjection", "RenameFields", "ReplaceVariables", "SingleRow",
            "Rows", "VindexFunc", "Lock");

    /** True for what queries need, and for changes that are sent to shards and nothing more. */
    static boolean knows(JsonNode step) {
        String operator = step.path("OperatorType").asText();
        boolean known = CHANGES.contains(operator)
                ? !step.path("Variant").asText().equals("Sharded") && SIMPLE_FACTS.containsAll(names(step))
                : QUERIES.contains(operator);
        return known && inputs(step).allMatch(PlanReader::knows);
    }

    private static Set<String> names(JsonNode step) {
        Set<String> names = new HashSet<>();
        step.fieldNames().forEachRemaining(names::add);
        return names;
    }

    Primitive read(JsonNode step) {
        return switch (step.path("OperatorType").asText()) {
            case "Route" -> route(step);
            case "Update" -> new Primitive.Update(routing(step), sql(step, "Query"));
            case "Delete" -> new Primitive.Delete(routing(step), sql(step, "Query"));
            case "Insert" -> new Primitive.UnshardedInsert(keyspace(step), sql(step, "Query"));
            case "Send" -> new Primitive.Send(keyspace(step), FactReader.destination(text(step, "TargetDestination")),
                    sql(step, "Query"), traits(step), step.has("QueryTimeout") ? timeout(step) : null);
            case "Join" -> join(step);
            case "SemiJoin" -> new GatewayPrimitive.SemiJoin(input(step, 0), input(step, 1), variables(step));
            case "UncorrelatedSubquery" -> subquery(step);
            case "Concatenate" -> new GatewayPrimitive.Concatenate(inputs(step).map(this::read).toList());
            case "RecurseCTE" -> new GatewayPrimitive.RecurseCte(input(step, 0), input(step, 1), variables(step));
            case "SQL_CALC_FOUND_ROWS" -> new GatewayPrimitive.SqlCalcFoundRows(input(step, 0), input(step, 1));
            case "Mirror" -> new GatewayPrimitive.PercentBasedMirror(input(step, 0), input(step, 1),
                    step.path("Percent").asDouble());
            case "VindexLookup" ->
                    new GatewayPrimitive.VindexLookup(routing(step), input(step, 0), (Route) input(step, 1));
            case "SingleRow" -> new GatewayPrimitive.SingleRow();
            case "Rows" -> rows(step);
            case "VindexFunc" -> function(step);
            case "Lock" -> new GatewayPrimitive.Lock(keyspace(step),
                    FactReader.destination(text(step, "TargetDestination")), sql(step, "FieldQuery"),
                    texts(step, "lock_func").map(call -> (Expression.Call) FactReader.expression(call)).toList());
            default -> over(input(step, 0), step);
        };
    }

    private Primitive over(Primitive input, JsonNode step) {
        int columns = step.path("ResultColumns").asInt();
        List<Aggregate> aggregates = FactReader.aggregates(text(step, "Aggregates"));
        return switch (step.path("OperatorType").asText()) {
            case "Filter" ->
                    new GatewayPrimitive.Filter(input, FactReader.expression(text(step, "Predicate")), columns);
            case "Limit" -> new GatewayPrimitive.Limit(input, FactReader.expression(text(step, "Count")),
                    step.has("Offset") ? FactReader.expression(text(step, "Offset")) : null,
                    step.path("RequireCompleteInput").asBoolean());
            case "Sort" -> new GatewayPrimitive.Sort(input, FactReader.sort(text(step, "OrderBy")), columns);
            case "Distinct" -> new GatewayPrimitive.Distinct(input,
                    texts(step, "Collations").map(FactReader::key).toList(), columns);
            case "Aggregate" -> text(step, "Variant").equals("Scalar")
                    ? new GatewayPrimitive.ScalarAggregate(input, aggregates, columns)
                    : new GatewayPrimitive.OrderedAggregate(input, aggregates, FactReader.keys(text(step, "GroupBy")),
                            columns);
            case "Projection" -> new GatewayPrimitive.Projection(input,
                    texts(step, "Expressions").map(PlanReader::projected).toList());
            case "SimpleProjection" -> simpleProjection(input, step);
            case "RenameFields" -> rename(input, step);
            case "ReplaceVariables" -> new GatewayPrimitive.ReplaceVariables(input);
            default -> throw new AssertionError("a step " + step);
        };
    }

    // on shards

    private Route route(JsonNode step) {
        RouteOptions options = new RouteOptions(step.has("QueryTimeout") ? timeout(step) : null,
                step.path("ScatterErrorsAsWarnings").asBoolean(), step.path("FetchLastInsertID").asBoolean(), false);
        return new Route(routing(step), sql(step, "Query"), sql(step, "FieldQuery"),
                FactReader.sort(text(step, "OrderBy")), step.path("ResultColumns").asInt(), options);
    }

    private RoutingParameters routing(JsonNode step) {
        Opcode opcode = Arrays.stream(Opcode.values())
                .filter(known -> known.label().equals(text(step, "Variant"))).findFirst().orElseThrow();
        return new RoutingParameters(opcode, keyspace(step),
                Optional.of(text(step, "Vindex")).filter(name -> !name.isEmpty()).map(this::vindex),
                texts(step, "Values").map(FactReader::value).toList(), Optional.empty(), systemTables(step));
    }

    private Vindex vindex(String name) {
        return Optional.ofNullable(vindexes.get(name)).orElseThrow(() -> new AssertionError("a vindex " + name));
    }

    private static SystemTables systemTables(JsonNode step) {
        List<Expression> schemas =
                inBrackets(text(step, "SysTableTableSchema")).map(FactReader::expression).toList();
        Map<String, Expression> tables = inBrackets(text(step, "SysTableTableName"))
                .map(text -> text.split(":", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> FactReader.expression(parts[1])));
        return new SystemTables(schemas, tables);
    }

    private static Stream<String> inBrackets(String text) {
        return text.isEmpty() ? Stream.of() : Arrays.stream(text.substring(1, text.length() - 1).split(", ", -1));
    }

    private static Set<SendTrait> traits(JsonNode step) {
        return Arrays.stream(SendTrait.values()).filter(trait -> step.has(trait.label())).collect(Collectors.toSet());
    }

    private static Duration timeout(JsonNode step) {
        return Duration.ofMillis(step.path("QueryTimeout").asLong());
    }

    // above the shards

    private Primitive join(JsonNode step) {
        Primitive left = input(step, 0);
        Primitive right = input(step, 1);
        List<JoinedColumn> columns = FactReader.joined(text(step, "JoinColumnIndexes"));
        String variant = text(step, "Variant");
        boolean leftJoin = variant.endsWith("LeftJoin");
        return variant.startsWith("Hash")
                ? new GatewayPrimitive.HashJoin(left, right, leftJoin, columns, 0, 0,
                        FactReader.expression(text(step, "Predicate")), Type.ofName(text(step, "ComparisonType")),
                        step.has("Collation") ? text(step, "Collation") : null)
                : new GatewayPrimitive.Join(left, right, leftJoin, columns, variables(step));
    }

    private Primitive subquery(JsonNode step) {
        PulloutOpcode opcode = Arrays.stream(PulloutOpcode.values())
                .filter(known -> known.label().equals(text(step, "Variant"))).findFirst().orElseThrow();
        List<String> variables = texts(step, "PulloutVars").toList();
        boolean tellsRows = opcode != PulloutOpcode.VALUE;
        boolean tellsValues = variables.size() == 2 || opcode == PulloutOpcode.VALUE;
        return new GatewayPrimitive.UncorrelatedSubquery(opcode, tellsRows ? variables.getFirst() : null,
                tellsValues ? variables.getLast() : null, input(step, 0), input(step, 1));
    }

    private static Projected projected(String text) {
        String[] parts = text.split(" as ", 2);
        return new Projected(FactReader.expression(parts[0]), parts[1]);
    }

    private static Primitive simpleProjection(Primitive input, JsonNode step) {
        List<Integer> columns = step.has("Columns")
                ? Arrays.stream(text(step, "Columns").split(",", -1)).map(Integer::valueOf).toList()
                : null;
        Map<Integer, String> names = texts(step, "ColumnNames").map(text -> text.split(":", 2))
                .collect(Collectors.toMap(parts -> Integer.valueOf(parts[0]), parts -> parts[1]));
        int count = columns == null ? names.size() : columns.size();
        return new GatewayPrimitive.SimpleProjection(input, columns,
                IntStream.range(0, count).mapToObj(i -> names.getOrDefault(i, "")).toList());
    }

    private static Primitive rename(Primitive input, JsonNode step) {
        Map<Integer, String> columns = new TreeMap<>();
        List<String> names = texts(step, "Columns").toList();
        for (int i = 0; i < names.size(); i++) {
            columns.put(step.path("Indices").path(i).asInt(), names.get(i));
        }
        return new GatewayPrimitive.RenameFields(input, columns);
    }

    private static Primitive rows(JsonNode step) {
        List<Field> fields = step.path("Fields").properties().stream()
                .map(field -> Field.of(field.getKey(), type(field.getValue().asText()))).toList();
        return new GatewayPrimitive.Rows(fields, Collections.nCopies(step.path("RowCount").asInt(), Row.of()));
    }

    private static Type type(String name) {
        return Optional.ofNullable(Type.ofName(name)).orElseThrow();
    }

    private Primitive function(JsonNode step) {
        List<VindexFuncColumn> columns = StreamSupport.stream(step.path("Columns").spliterator(), false)
                .map(number -> fact(number.asInt()))
                .map(fact -> new VindexFuncColumn(fact, fact.name().toLowerCase(Locale.ROOT))).toList();
        return new GatewayPrimitive.VindexFunc(vindex(text(step, "Vindex")), FactReader.value(text(step, "Value")),
                columns);
    }

    private static VindexFact fact(int number) {
        return Arrays.stream(VindexFact.values()).filter(fact -> fact.number() == number).findFirst().orElseThrow();
    }

    // parts of steps

    private static String text(JsonNode step, String fact) {
        return step.path(fact).asText();
    }

    private static Stream<String> texts(JsonNode step, String fact) {
        return StreamSupport.stream(step.path(fact).spliterator(), false).map(JsonNode::asText);
    }

    private static SqlTemplate sql(JsonNode step, String fact) {
        return new SqlTemplate(text(step, fact), List.of());
    }

    private static KeyspaceRef keyspace(JsonNode step) {
        JsonNode keyspace = step.path("Keyspace");
        return new KeyspaceRef(keyspace.path("Name").asText(), keyspace.path("Sharded").asBoolean());
    }

    private static Map<String, Integer> variables(JsonNode step) {
        return step.path("JoinVars").properties().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().asInt()));
    }

    private static Stream<JsonNode> inputs(JsonNode step) {
        return StreamSupport.stream(step.path("Inputs").spliterator(), false);
    }

    private Primitive input(JsonNode step, int index) {
        return read(step.path("Inputs").path(index));
    }
}
