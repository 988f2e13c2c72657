package dev.shardroute.planner.plan;

import static dev.shardroute.planner.plan.Steps.COMMERCE;
import static dev.shardroute.planner.plan.Steps.CUSTOMER;
import static dev.shardroute.planner.plan.Steps.by;
import static dev.shardroute.planner.plan.Steps.expression;
import static dev.shardroute.planner.plan.Steps.route;
import static dev.shardroute.planner.plan.Steps.sql;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shardroute.key.Destination;
import dev.shardroute.key.KeyRange;
import dev.shardroute.planner.plan.Primitive.Route;
import dev.shardroute.planner.plan.Primitive.Send;
import dev.shardroute.planner.plan.Primitive.SendTrait;
import dev.shardroute.planner.plan.RoutingParameters.SystemTables;
import dev.shardroute.sql.function.ExpressionType;
import dev.shardroute.sql.printer.SqlTemplate;
import dev.shardroute.type.Type;
import dev.shardroute.type.Value;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ShardStepsJsonTest {
    // routes

    @Test
    void scatter_isMergedByColumns() {
        Route scatter = new Route(RoutingParameters.of(Opcode.SCATTER, CUSTOMER),
                sql("select email, age, weight_string(email) from customer order by email asc, age desc"),
                sql("select email, age, weight_string(email) from customer where 1 != 1"),
                List.of(new SortColumn(KeyColumn.of(0, 2, Optional.empty()), false),
                        new SortColumn(KeyColumn.of(1), true)),
                2, RouteOptions.NONE);
        assertDescribed(scatter, """
                {"OperatorType": "Route", "Variant": "Scatter", "Keyspace": {"Name": "customer", "Sharded": true},
                 "FieldQuery": "select email, age, weight_string(email) from customer where 1 != 1",
                 "OrderBy": "(0|2) ASC, 1 DESC",
                 "Query": "select email, age, weight_string(email) from customer order by email asc, age desc",
                 "ResultColumns": 2}
                """);
    }

    @Test
    void scatter_ofTexts_isMergedByTheirCollation() {
        Optional<ExpressionType> latin = Optional.of(ExpressionType.of(Type.VARCHAR, "latin1_bin"));
        Optional<ExpressionType> number = Optional.of(ExpressionType.of(Type.INT64));
        Route scatter = new Route(RoutingParameters.of(Opcode.SCATTER, CUSTOMER),
                sql("select email, age from customer"), sql("select email, age from customer where 1 != 1"),
                List.of(new SortColumn(KeyColumn.of(0, -1, latin), true),
                        new SortColumn(KeyColumn.of(1, 1, number), false)),
                0, RouteOptions.NONE);
        assertDescribed(scatter, """
                {"OperatorType": "Route", "Variant": "Scatter", "Keyspace": {"Name": "customer", "Sharded": true},
                 "FieldQuery": "select email, age from customer where 1 != 1",
                 "OrderBy": "0 DESC COLLATE latin1_bin, 1 ASC",
                 "Query": "select email, age from customer"}
                """);
    }

    @Test
    void route_hasOptions() {
        Route scatter = new Route(RoutingParameters.of(Opcode.SCATTER, CUSTOMER), sql("select 1 from customer"),
                sql("select 1 from customer where 1 != 1"), List.of(), 0,
                new RouteOptions(Duration.ofSeconds(2), true, true, true));
        assertDescribed(scatter, """
                {"OperatorType": "Route", "Variant": "Scatter", "Keyspace": {"Name": "customer", "Sharded": true},
                 "FetchLastInsertID": true, "FieldQuery": "select 1 from customer where 1 != 1",
                 "Query": "select 1 from customer", "QueryTimeout": 2000, "ScatterErrorsAsWarnings": true}
                """);
    }

    @Test
    void between_hasOnePairOfValues() {
        ValueExpr range = new ValueExpr.Tuple(
                List.of(ValueExpr.Constant.of(Value.of(3)), new ValueExpr.Variable("last")));
        assertDescribed(route(by(Opcode.BETWEEN, "hash", range), "select 1 from corder"), """
                {"OperatorType": "Route", "Variant": "Between", "Keyspace": {"Name": "customer", "Sharded": true},
                 "FieldQuery": "select 1 from corder where 1 != 1", "Query": "select 1 from corder",
                 "Values": ["(3, :last)"], "Vindex": "hash"}
                """);
    }

    @Test
    void severalColumns_haveAValueEach() {
        ValueExpr first = new ValueExpr.RowsColumn("pairs", 0);
        ValueExpr second = new ValueExpr.ListVariable("names");
        assertDescribed(route(by(Opcode.MULTI_EQUAL, "hash", first, second), "select 1 from corder"), """
                {"OperatorType": "Route", "Variant": "MultiEqual", "Keyspace": {"Name": "customer", "Sharded": true},
                 "FieldQuery": "select 1 from corder where 1 != 1", "Query": "select 1 from corder",
                 "Values": ["pairs:0", "::names"], "Vindex": "hash"}
                """);
    }

    @Test
    void binaryValue_isWrittenAsText() {
        RoutingParameters routing = by(Opcode.EQUAL_UNIQUE, "hash",
                ValueExpr.Constant.of(Value.of(Type.HEXNUM, "0x41")));
        assertDescribed(route(routing, "select 1 from corder"), """
                {"OperatorType": "Route", "Variant": "EqualUnique", "Keyspace": {"Name": "customer", "Sharded": true},
                 "FieldQuery": "select 1 from corder where 1 != 1", "Query": "select 1 from corder",
                 "Values": ["_binary'A'"], "Vindex": "hash"}
                """);
    }

    @Test
    void systemTables_nameSchemasAndTables() {
        SystemTables tables = new SystemTables(List.of(expression("'customer'"), expression(":schema")),
                Map.of("t_table_name", expression("'corder'"), "TABLE_NAME", expression("'page'")));
        assertDescribed(route(RoutingParameters.of(tables, COMMERCE), "select 1 from information_schema.`tables`"), """
                {"OperatorType": "Route", "Variant": "DBA", "Keyspace": {"Name": "commerce", "Sharded": false},
                 "FieldQuery": "select 1 from information_schema.`tables` where 1 != 1",
                 "Query": "select 1 from information_schema.`tables`",
                 "SysTableTableName": "[TABLE_NAME:'page', t_table_name:'corder']",
                 "SysTableTableSchema": "['customer', :schema]"}
                """);
    }

    @Test
    void chosenShards_areNamed() {
        Destination range = new Destination.ExactKeyRange(KeyRange.parse("40-80"));
        assertDescribed(route(RoutingParameters.to(range, CUSTOMER), "select 1 from corder"), """
                {"OperatorType": "Route", "Variant": "ByDestination", "Keyspace": {"Name": "customer", "Sharded": true},
                 "TargetDestination": "ExactKeyRange(40-80)",
                 "FieldQuery": "select 1 from corder where 1 != 1", "Query": "select 1 from corder"}
                """);
    }

    @Test
    void sequence_givesNextValues() {
        RoutingParameters routing = RoutingParameters.of(Opcode.NEXT, COMMERCE);
        SqlTemplate query = sql("select next 3 values from customer_seq");
        assertDescribed(new Route(routing, query, query), """
                {"OperatorType": "Route", "Variant": "Next", "Keyspace": {"Name": "commerce", "Sharded": false},
                 "FieldQuery": "select next 3 values from customer_seq",
                 "Query": "select next 3 values from customer_seq"}
                """);
    }

    // changes

    @Test
    void update_hasItsValues() {
        RoutingParameters routing = by(Opcode.EQUAL_UNIQUE, "hash", ValueExpr.Constant.of(Value.of(7)));
        assertDescribed(new Primitive.Update(routing, sql("update corder set qty = 1 where customer_id = 7")), """
                {"OperatorType": "Update", "Variant": "EqualUnique", "Keyspace": {"Name": "customer", "Sharded": true},
                 "Query": "update corder set qty = 1 where customer_id = 7", "Values": ["7"], "Vindex": "hash"}
                """);
    }

    @Test
    void delete_mayGoEverywhere() {
        RoutingParameters routing = RoutingParameters.of(Opcode.SCATTER, CUSTOMER);
        assertDescribed(new Primitive.Delete(routing, sql("delete from corder")), """
                {"OperatorType": "Delete", "Variant": "Scatter", "Keyspace": {"Name": "customer", "Sharded": true},
                 "Query": "delete from corder"}
                """);
    }

    @Test
    void insert_intoOneShard() {
        assertDescribed(new Primitive.UnshardedInsert(COMMERCE, sql("insert into product(sku) values ('a')")), """
                {"OperatorType": "Insert", "Variant": "Unsharded", "Keyspace": {"Name": "commerce", "Sharded": false},
                 "Query": "insert into product(sku) values ('a')"}
                """);
    }

    // statements as they are

    @Test
    void send_tellsWhatIsToBeMinded() {
        Send send = new Send(CUSTOMER, new Destination.Shard("-80"), sql("delete from corder"),
                Set.of(SendTrait.IS_DML, SendTrait.MULTISHARD_AUTOCOMMIT, SendTrait.SINGLE_SHARD_ONLY),
                Duration.ofMillis(50));
        assertDescribed(send, """
                {"OperatorType": "Send", "Keyspace": {"Name": "customer", "Sharded": true},
                 "TargetDestination": "Shard(-80)", "IsDML": true, "MultishardAutocommit": true,
                 "Query": "delete from corder", "QueryTimeout": 50, "SingleShardOnly": true}
                """);
    }

    @Test
    void send_mayNeedTheConnectionOrTheShard() {
        Send send = new Send(CUSTOMER, new Destination.AllShards(), sql("flush tables"),
                Set.of(SendTrait.RESERVED_CONNECTION_NEEDED, SendTrait.SHARD_NAME_NEEDED), null);
        assertDescribed(send, """
                {"OperatorType": "Send", "Keyspace": {"Name": "customer", "Sharded": true},
                 "TargetDestination": "AllShards()", "Query": "flush tables",
                 "ReservedConnectionNeeded": true, "ShardNameNeeded": true}
                """);
    }

    static void assertDescribed(Primitive primitive, String expected) {
        ObjectMapper mapper = new ObjectMapper();
        try {
            assertEquals(mapper.readTree(expected).toPrettyString(), PlanJson.describe(primitive, "").toPrettyString());
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
