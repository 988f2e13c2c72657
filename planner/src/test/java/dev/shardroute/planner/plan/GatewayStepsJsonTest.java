package dev.shardroute.planner.plan;

import static dev.shardroute.planner.plan.ShardStepsJsonTest.assertDescribed;
import static dev.shardroute.planner.plan.Steps.COMMERCE;
import static dev.shardroute.planner.plan.Steps.CUSTOMER;
import static dev.shardroute.planner.plan.Steps.by;
import static dev.shardroute.planner.plan.Steps.customers;
import static dev.shardroute.planner.plan.Steps.expression;
import static dev.shardroute.planner.plan.Steps.route;
import static dev.shardroute.planner.plan.Steps.sql;
import static dev.shardroute.planner.plan.Steps.vindex;

import dev.shardroute.key.Destination;
import dev.shardroute.key.KeyspaceId;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.BinaryOperator;
import dev.shardroute.sql.ast.Expression.Offset;
import dev.shardroute.sql.ast.VariableType;
import dev.shardroute.sql.function.ExpressionType;
import dev.shardroute.type.Field;
import dev.shardroute.type.Row;
import dev.shardroute.type.Type;
import dev.shardroute.type.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GatewayStepsJsonTest {
    private static final GatewayPrimitive ROW = new GatewayPrimitive.SingleRow();

    // several inputs

    @Test
    void join_hasColumnsAndVariables() {
        assertDescribed(new GatewayPrimitive.Join(customers("age"), ROW, false,
                List.of(JoinedColumn.left(0), JoinedColumn.right(1), JoinedColumn.left(2)),
                Map.of("c_id", 3, "c_age", 0)), """
                        {"OperatorType": "Join", "Variant": "Join", "JoinColumnIndexes": "L:0,R:1,L:2",
                         "JoinVars": {"c_age": 0, "c_id": 3},
                         "Inputs": [
                           {"OperatorType": "Route", "Variant": "Scatter",
                            "Keyspace": {"Name": "customer", "Sharded": true},
                            "FieldQuery": "select age from customer where 1 != 1", "Query": "select age from customer"},
                           {"OperatorType": "SingleRow"}]}
                        """);
    }

    @Test
    void leftJoin_mayHaveNoColumns() {
        assertDescribed(new GatewayPrimitive.Join(ROW, ROW, true, List.of(), Map.of()), """
                {"OperatorType": "Join", "Variant": "LeftJoin",
                 "Inputs": [{"OperatorType": "SingleRow"}, {"OperatorType": "SingleRow"}]}
                """);
    }

    @Test
    void hashJoin_countsColumnsFromOne() {
        assertDescribed(new GatewayPrimitive.HashJoin(ROW, ROW, false,
                List.of(JoinedColumn.left(0), JoinedColumn.right(0), JoinedColumn.right(2)), 0, 1,
                expression("c.age = o.qty"), Type.INT16, "binary"), """
                        {"OperatorType": "Join", "Variant": "HashJoin", "Collation": "binary",
                         "ComparisonType": "INT16", "JoinColumnIndexes": "-1,1,3", "Predicate": "c.age = o.qty",
                         "Inputs": [{"OperatorType": "SingleRow"}, {"OperatorType": "SingleRow"}]}
                        """);
    }

    @Test
    void hashJoin_ofUnknownType_hasNone() {
        assertDescribed(new GatewayPrimitive.HashJoin(ROW, ROW, true, List.of(JoinedColumn.left(1)), 0, 0,
                expression("c.age = o.qty"), null, null), """
                        {"OperatorType": "Join", "Variant": "HashLeftJoin", "ComparisonType": "-1",
                         "JoinColumnIndexes": "-2", "Predicate": "c.age = o.qty",
                         "Inputs": [{"OperatorType": "SingleRow"}, {"OperatorType": "SingleRow"}]}
                        """);
    }

    @Test
    void semiJoin_namesItsInputs() {
        assertDescribed(new GatewayPrimitive.SemiJoin(ROW, ROW, Map.of("c_id", 1)), """
                {"OperatorType": "SemiJoin", "JoinVars": {"c_id": 1},
                 "Inputs": [{"InputName": "Outer", "OperatorType": "SingleRow"},
                            {"InputName": "SubQuery", "OperatorType": "SingleRow"}]}
                """);
    }

    @Test
    void subquery_givesAListAndWhetherItIsEmpty() {
        assertDescribed(
                new GatewayPrimitive.UncorrelatedSubquery(PulloutOpcode.NOT_IN, "__sq_has_values", "__sq1", ROW, ROW),
                """
                        {"OperatorType": "UncorrelatedSubquery", "Variant": "PulloutNotIn",
                         "PulloutVars": ["__sq_has_values", "__sq1"],
                         "Inputs": [{"InputName": "SubQuery", "OperatorType": "SingleRow"},
                                    {"InputName": "Outer", "OperatorType": "SingleRow"}]}
                        """);
    }

    @Test
    void subquery_givesAValue() {
        assertDescribed(new GatewayPrimitive.UncorrelatedSubquery(PulloutOpcode.VALUE, null, "__sq1", ROW, ROW), """
                {"OperatorType": "UncorrelatedSubquery", "Variant": "PulloutValue", "PulloutVars": ["__sq1"],
                 "Inputs": [{"InputName": "SubQuery", "OperatorType": "SingleRow"},
                            {"InputName": "Outer", "OperatorType": "SingleRow"}]}
                """);
    }

    @Test
    void union_hasManyInputs() {
        assertDescribed(new GatewayPrimitive.Concatenate(List.of(ROW, ROW, ROW)), """
                {"OperatorType": "Concatenate",
                 "Inputs": [{"OperatorType": "SingleRow"}, {"OperatorType": "SingleRow"}, {"OperatorType": "SingleRow"}]}
                """);
    }

    @Test
    void recursion_hasSeedAndTerm() {
        assertDescribed(new GatewayPrimitive.RecurseCte(ROW, ROW, Map.of("tree_id", 0)), """
                {"OperatorType": "RecurseCTE", "JoinVars": {"tree_id": 0},
                 "Inputs": [{"OperatorType": "SingleRow"}, {"OperatorType": "SingleRow"}]}
                """);
    }

    @Test
    void foundRows_areCountedBesides() {
        assertDescribed(new GatewayPrimitive.SqlCalcFoundRows(ROW, ROW), """
                {"OperatorType": "SQL_CALC_FOUND_ROWS",
                 "Inputs": [{"OperatorType": "SingleRow"}, {"OperatorType": "SingleRow"}]}
                """);
    }

    @Test
    void mirror_hasAPercentage() {
        assertDescribed(new GatewayPrimitive.PercentBasedMirror(ROW, ROW, 12.5), """
                {"OperatorType": "Mirror", "Variant": "PercentBased", "Percent": 12.5,
                 "Inputs": [{"OperatorType": "SingleRow"}, {"OperatorType": "SingleRow"}]}
                """);
        assertDescribed(new GatewayPrimitive.PercentBasedMirror(ROW, ROW, 100), """
                {"OperatorType": "Mirror", "Variant": "PercentBased", "Percent": 100,
                 "Inputs": [{"OperatorType": "SingleRow"}, {"OperatorType": "SingleRow"}]}
                """);
    }

    @Test
    void lookup_runsBeforeItsRoute() {
        assertDescribed(new GatewayPrimitive.VindexLookup(
                by(Opcode.EQUAL_UNIQUE, "email_map", new ValueExpr.Variable("mail")),
                route(RoutingParameters.of(Opcode.UNSHARDED, COMMERCE), "select email, id from email_map"),
                route(RoutingParameters.of(Opcode.BY_DESTINATION, CUSTOMER), "select id from corder")), """
                        {"OperatorType": "VindexLookup", "Variant": "EqualUnique",
                         "Keyspace": {"Name": "customer", "Sharded": true},
                         "Values": [":mail"], "Vindex": "email_map",
                         "Inputs": [
                           {"OperatorType": "Route", "Variant": "Unsharded",
                            "Keyspace": {"Name": "commerce", "Sharded": false},
                            "FieldQuery": "select email, id from email_map where 1 != 1",
                            "Query": "select email, id from email_map"},
                           {"OperatorType": "Route", "Variant": "ByDestination",
                            "Keyspace": {"Name": "customer", "Sharded": true},
                            "FieldQuery": "select id from corder where 1 != 1", "Query": "select id from corder"}]}
                        """);
    }

    // one input

    @Test
    void filter_isWrittenWithWhatItsColumnsHold() {
        Expression count = new Offset(1, new Expression.CountStar());
        Expression predicate = new Expression.Comparison(Expression.ComparisonOperator.GREATER, count,
                expression("10"));
        assertDescribed(new GatewayPrimitive.Filter(ROW, predicate, 1), """
                {"OperatorType": "Filter", "Predicate": "count(*) > 10", "ResultColumns": 1,
                 "Inputs": [{"OperatorType": "SingleRow"}]}
                """);
    }

    @Test
    void limit_hasCountAndOffset() {
        Expression typed = new Expression.Variable("size", VariableType.of(Type.INT64));
        assertDescribed(new GatewayPrimitive.Limit(ROW, typed, expression("5"), true), """
                {"OperatorType": "Limit", "Count": ":size", "Offset": "5", "RequireCompleteInput": true,
                 "Inputs": [{"OperatorType": "SingleRow"}]}
                """);
    }

    @Test
    void sort_isInMemory() {
        assertDescribed(new GatewayPrimitive.Sort(ROW,
                List.of(new SortColumn(KeyColumn.of(1, 2, Optional.empty()), true)), 2), """
                        {"OperatorType": "Sort", "Variant": "Memory", "OrderBy": "(1|2) DESC", "ResultColumns": 2,
                         "Inputs": [{"OperatorType": "SingleRow"}]}
                        """);
    }

    @Test
    void distinct_comparesColumns() {
        assertDescribed(
                new GatewayPrimitive.Distinct(ROW, List.of(KeyColumn.of(0), KeyColumn.of(1, 3, Optional.empty()),
                        KeyColumn.of(2, -1, text("utf8mb4_0900_ai_ci")), KeyColumn.of(4, 5, text("gbk_bin"))), 3),
                """
                        {"OperatorType": "Distinct",
                         "Collations": ["0", "(1:3)", "2: utf8mb4_0900_ai_ci", "(4:5): "], "ResultColumns": 3,
                         "Inputs": [{"OperatorType": "SingleRow"}]}
                        """);
    }

    @Test
    void groups_haveKeysAndAggregates() {
        assertDescribed(new GatewayPrimitive.OrderedAggregate(ROW, List.of(
                new Aggregate.OfColumn(AggregateOpcode.SUM, AggregateOpcode.COUNT, KeyColumn.of(1), "n"),
                new Aggregate.OfColumn(AggregateOpcode.MIN, AggregateOpcode.MIN, KeyColumn.of(2, 5, Optional.empty()),
                        ""),
                new Aggregate.OfColumn(AggregateOpcode.COUNT_DISTINCT, AggregateOpcode.COUNT_DISTINCT,
                        KeyColumn.of(3, -1, text("latin1_bin")), ""),
                new Aggregate.GroupConcat(4, Aggregate.GroupConcat.SEPARATOR, "g")),
                List.of(KeyColumn.of(0, 6, Optional.empty()), KeyColumn.of(7, -1, text("latin1_bin"))), 5), """
                        {"OperatorType": "Aggregate", "Variant": "Ordered",
                         "Aggregates": "sum_count(1) AS n, min(2|5), count_distinct(3 COLLATE latin1_bin), group_concat(4) AS g",
                         "GroupBy": "(0|6), 7 COLLATE latin1_bin", "ResultColumns": 5,
                         "Inputs": [{"OperatorType": "SingleRow"}]}
                        """);
    }

    @Test
    void aggregate_ofACollationWithoutName_hasNone() {
        KeyColumn column = KeyColumn.of(0, 1, text("big5_bin"));
        assertDescribed(new GatewayPrimitive.OrderedAggregate(ROW,
                List.of(new Aggregate.OfColumn(AggregateOpcode.MAX, AggregateOpcode.MAX, column, "m")),
                List.of(column), 0), """
                        {"OperatorType": "Aggregate", "Variant": "Ordered", "Aggregates": "max(0|1) AS m",
                         "GroupBy": "(0|1) COLLATE ", "Inputs": [{"OperatorType": "SingleRow"}]}
                        """);
    }

    @Test
    void scalarAggregate_mayBeAConstant() {
        assertDescribed(new GatewayPrimitive.ScalarAggregate(ROW,
                List.of(new Aggregate.Constant(0, expression("'a'"), "kind")), 0), """
                        {"OperatorType": "Aggregate", "Variant": "Scalar",
                         "Aggregates": "constant_aggr('a') AS kind", "Inputs": [{"OperatorType": "SingleRow"}]}
                        """);
    }

    @Test
    void projection_takesColumnsOverOrEvaluates() {
        Expression product = new Expression.Binary(BinaryOperator.TIMES, new Offset(0, expression("sum(a)")),
                new Offset(1, expression("b + c")));
        assertDescribed(new GatewayPrimitive.Projection(ROW, List.of(
                new GatewayPrimitive.Projected(new Offset(2), "id"),
                new GatewayPrimitive.Projected(product, "total"),
                new GatewayPrimitive.Projected(expression("_utf8mb4 'x'"), ""))), """
                        {"OperatorType": "Projection",
                         "Expressions": [":2 as id", "sum(a) * (b + c) as total", "_utf8mb4 'x'"],
                         "Inputs": [{"OperatorType": "SingleRow"}]}
                        """);
    }

    @Test
    void simpleProjection_takesColumnsOver() {
        assertDescribed(new GatewayPrimitive.SimpleProjection(ROW, List.of(2, 0), List.of("", "id")), """
                {"OperatorType": "SimpleProjection", "ColumnNames": ["1:id"], "Columns": "2,0",
                 "Inputs": [{"OperatorType": "SingleRow"}]}
                """);
    }

    @Test
    void simpleProjection_mayGiveNamesOnly() {
        assertDescribed(new GatewayPrimitive.SimpleProjection(ROW, null, List.of("k")), """
                {"OperatorType": "SimpleProjection", "ColumnNames": ["0:k"],
                 "Inputs": [{"OperatorType": "SingleRow"}]}
                """);
    }

    @Test
    void rename_givesNames() {
        assertDescribed(new GatewayPrimitive.RenameFields(ROW, Map.of(2, "b", 0, "a")), """
                {"OperatorType": "RenameFields", "Columns": ["a", "b"], "Indices": [0, 2],
                 "Inputs": [{"OperatorType": "SingleRow"}]}
                """);
    }

    @Test
    void variables_areReplaced() {
        assertDescribed(new GatewayPrimitive.ReplaceVariables(ROW), """
                {"OperatorType": "ReplaceVariables", "Inputs": [{"OperatorType": "SingleRow"}]}
                """);
    }

    // no input

    @Test
    void rows_areCounted() {
        assertDescribed(new GatewayPrimitive.Rows(
                List.of(Field.of("Name", Type.VARCHAR), Field.of("Empty", Type.NULL)),
                List.of(Row.of(Value.of("a"), Value.NULL))), """
                        {"OperatorType": "Rows", "Fields": {"Empty": "NULL_TYPE", "Name": "VARCHAR"}, "RowCount": 1}
                        """);
        assertDescribed(new GatewayPrimitive.Rows(List.of(), List.of()), """
                {"OperatorType": "Rows"}
                """);
    }

    @Test
    void vindexFunction_numbersItsColumns() {
        assertDescribed(new GatewayPrimitive.VindexFunc(vindex("hash"), new ValueExpr.ListVariable("ids"), List.of(
                new GatewayPrimitive.VindexFuncColumn(GatewayPrimitive.VindexFact.SHARD, "shard"),
                new GatewayPrimitive.VindexFuncColumn(GatewayPrimitive.VindexFact.ID, "id"))), """
                        {"OperatorType": "VindexFunc", "Variant": "VindexMap", "Columns": [5, 0],
                         "Fields": {"id": "VARBINARY", "shard": "VARBINARY"}, "Value": "::ids", "Vindex": "hash"}
                        """);
    }

    @Test
    void locks_areOnOneShard() {
        assertDescribed(new GatewayPrimitive.Lock(COMMERCE, new Destination.Id(KeyspaceId.parse("00")),
                sql("select get_lock('job', 5) from dual where 1 != 1"),
                List.of((Expression.Call) expression("get_lock('job', 5)"))), """
                        {"OperatorType": "Lock", "Keyspace": {"Name": "commerce", "Sharded": false},
                         "TargetDestination": "KeyspaceID(00)",
                         "FieldQuery": "select get_lock('job', 5) from dual where 1 != 1",
                         "lock_func": ["get_lock('job', 5)"]}
                        """);
    }

    private static Optional<ExpressionType> text(String collation) {
        return Optional.of(ExpressionType.of(Type.VARCHAR, collation));
    }
}
