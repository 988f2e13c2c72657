package dev.shardroute.planner.offset;

import dev.shardroute.planner.Cluster;
import dev.shardroute.planner.PlannerOptions;
import dev.shardroute.planner.PlanningContext;
import dev.shardroute.planner.operator.DerivedTable;
import dev.shardroute.planner.operator.Items;
import dev.shardroute.planner.operator.Operator;
import dev.shardroute.planner.operator.OrderBy;
import dev.shardroute.planner.operator.Planning;
import dev.shardroute.planner.operator.Predicate;
import dev.shardroute.planner.operator.ProjectionColumn;
import dev.shardroute.planner.operator.ProjectionColumns;
import dev.shardroute.planner.operator.QueryProjection;
import dev.shardroute.planner.operator.QueryTable;
import dev.shardroute.planner.operator.Routing;
import dev.shardroute.planner.plan.KeyspaceRef;
import dev.shardroute.planner.plan.Opcode;
import dev.shardroute.planner.semantics.QuerySignature;
import dev.shardroute.planner.semantics.SemanticTable;
import dev.shardroute.planner.semantics.SemanticTable.Conditions;
import dev.shardroute.planner.semantics.TableInfo;
import dev.shardroute.planner.semantics.TableSet;
import dev.shardroute.sql.SqlParser;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.BoundColumn;
import dev.shardroute.sql.ast.Expression.Column;
import dev.shardroute.sql.ast.Node;
import dev.shardroute.sql.ast.Nodes;
import dev.shardroute.sql.ast.OrderItem;
import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.ast.Select;
import dev.shardroute.sql.ast.SelectItem;
import dev.shardroute.sql.ast.TableExpression;
import dev.shardroute.sql.ast.TableName;
import dev.shardroute.sql.function.Collations;
import dev.shardroute.sql.printer.SqlPrinter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Operators made by hand over {@link Cluster}: {@code c} is customer, table 0; {@code o} corder, table 1; {@code m} member, table
 * 2; {@code d} a derived table of the columns of customer, number 3.
 */
public final class Drafted {
    private static final List<String> NAMES = List.of("c", "o", "m", "d");
    public static final KeyspaceRef CUSTOMER = new KeyspaceRef("customer", true);
    public static final KeyspaceRef COMMERCE = new KeyspaceRef("commerce", false);

    private final Planning planning;

    public Drafted() {
        this("select 1 from dual");
    }

    /** The statement that is planned. */
    public Drafted(String statement) {
        List<TableInfo> tables = List.of(real(0, "customer"), real(1, "corder"), real(2, "member"),
                new TableInfo.Derived(3, "d", List.of(derived("customer_id"), derived("email")), TableSet.of(0),
                        true));
        SemanticTable semantics = new SemanticTable(tables, query(statement), QuerySignature.NONE, Conditions.NONE,
                Optional.empty(), Collations.DEFAULT);
        planning = new Planning(Cluster.VSCHEMA, PlanningContext.DEFAULT, PlannerOptions.DEFAULT, semantics);
    }

    private static TableInfo.DerivedColumn derived(String name) {
        return new TableInfo.DerivedColumn(name, new BoundColumn(new Column(TableName.of("c"), name), 0),
                TableSet.of(0), Optional.empty());
    }

    private static TableInfo.Real real(int number, String name) {
        return new TableInfo.Real(number, NAMES.get(number),
                new TableExpression.Table(new TableName("customer", name), NAMES.get(number)),
                Cluster.VSCHEMA.findTable(Optional.of("customer"), name), false, Optional.empty(), Optional.empty());
    }

    public Planning planning() {
        return planning;
    }

    // parts of statements

    private static Node bound(Node node) {
        return node instanceof Column column && column.table() != null
                && NAMES.contains(column.table().name())
                        ? new BoundColumn(column, NAMES.indexOf(column.table().name()))
                        : node;
    }

    public static Query query(String sql) {
        return (Query) Nodes.rewrite(new SqlParser().parse(sql), Drafted::bound);
    }

    public static Expression expression(String sql) {
        return ((SelectItem.Item) ((Select) query("select " + sql)).items().getFirst()).expression();
    }

    public static SelectItem.Item item(String sql) {
        return (SelectItem.Item) ((Select) query("select " + sql)).items().getFirst();
    }

    // operators

    public Operator.Table table(String name, String... predicates) {
        return new Operator.Table(new QueryTable(
                (TableInfo.Real) planning.semantics().info(NAMES.indexOf(name)), predicates(predicates)));
    }

    public static List<Predicate> predicates(String... predicates) {
        return Predicate.of(Arrays.stream(predicates).map(Drafted::expression).toList());
    }

    public static Operator.Route scatter(Operator input) {
        return new Operator.Route(input,
                new Routing.Sharded(CUSTOMER, List.of(), Optional.empty(), Opcode.SCATTER, List.of()));
    }

    public static Operator.Route unsharded(Operator input) {
        return new Operator.Route(input, new Routing.AnyShard(COMMERCE, java.util.Map.of()));
    }

    public static Operator.Projection projection(Operator input, String... items) {
        return projection(input, Optional.empty(), items);
    }

    public static Operator.Projection projection(Operator input, Optional<DerivedTable> derived, String... items) {
        return new Operator.Projection(input, new ProjectionColumns.Known(
                Arrays.stream(items).map(Drafted::item).map(ProjectionColumn::of).toList()), derived);
    }

    public static DerivedTable d(String... columns) {
        return new DerivedTable(TableSet.of(3), "d", List.of(columns));
    }

    public static Operator.Horizon horizon(Operator input, String sql, Optional<DerivedTable> derived) {
        return new Operator.Horizon(input, query(sql), derived, projection(sql), false);
    }

    private static QueryProjection projection(String sql) {
        Query query = query(sql);
        List<OrderBy> order = query.orderBy().stream().map(item -> new OrderBy(item, item.expression())).toList();
        return new QueryProjection(SemanticTable.items(query), false, false, false, false, List.of(), order, 0);
    }

    public static Operator.Ordering ordering(Operator input, String... keys) {
        List<OrderBy> order = new ArrayList<>();
        for (String key : keys) {
            OrderItem item = new OrderItem(expression(key.replace(" desc", "")), key.endsWith(" desc"));
            order.add(new OrderBy(item, item.expression()));
        }
        return new Operator.Ordering(input, order);
    }

    // text

    public String sql(Operator operator) {
        return SqlPrinter.print(ShardQueries.of(operator, planning));
    }

    public String sql(Operator.Route route) {
        return SqlPrinter.print(ShardQueries.of(route, planning));
    }

    /** The tree, the input of an operator under it, routes with their SQL. */
    public String tree(Operator operator) {
        StringBuilder text = new StringBuilder();
        append(operator, "", text);
        return text.toString();
    }

    private void append(Operator operator, String indent, StringBuilder text) {
        text.append(indent).append(describe(operator)).append('\n');
        if (!(operator instanceof Operator.Route)) {
            operator.inputs().forEach(input -> append(input, indent + "  ", text));
        }
    }

    private String describe(Operator operator) {
        return switch (operator) {
            case Operator.Route route -> "Route: " + sql(route);
            case Operator.Projection projection -> "Projection " + SqlPrinterOf.items(projection);
            case Operator.ApplyJoin join -> "ApplyJoin " + join.columns().stream()
                    .map(column -> SqlPrinter.print(column.original())).toList() + " " + join.offsets() + " "
                    + join.variables();
            default -> operator.describe();
        };
    }

    /** What a projection evaluates. */
    private static final class SqlPrinterOf {
        static List<String> items(Operator.Projection projection) {
            return dev.shardroute.planner.operator.ProjectedColumns.known(projection).stream()
                    .map(column -> SqlPrinter.print(column.eval())).toList();
        }
    }

    public static SelectItem.Item named(String sql) {
        return Items.of(expression(sql));
    }
}
