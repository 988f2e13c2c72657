package dev.shardroute.planner.routing;

import dev.shardroute.key.TabletType;
import dev.shardroute.planner.PlannerOptions;
import dev.shardroute.planner.PlanningContext;
import dev.shardroute.planner.operator.Operator.Route;
import dev.shardroute.planner.operator.Planning;
import dev.shardroute.planner.operator.Predicate;
import dev.shardroute.planner.operator.QueryTable;
import dev.shardroute.planner.operator.Routing;
import dev.shardroute.planner.plan.RoutingParameters;
import dev.shardroute.planner.semantics.QuerySignature;
import dev.shardroute.planner.semantics.SemanticTable;
import dev.shardroute.planner.semantics.SemanticTable.Conditions;
import dev.shardroute.planner.semantics.TableInfo;
import dev.shardroute.sql.SqlParser;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expressions;
import dev.shardroute.sql.ast.IndexHint;
import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.ast.TableExpression;
import dev.shardroute.sql.ast.TableName;
import dev.shardroute.sql.printer.SqlPrinter;
import dev.shardroute.vschema.Table;
import dev.shardroute.vschema.VSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tables of a statement, called a, b, c, …, and their routes. */
final class Tables {
    static final VSchema VSCHEMA = VSchema.parse("""
            {"keyspaces": {
              "main": {"tables": {
                "plain": {},
                "country": {"type": "reference"},
                "numbers": {"type": "sequence"}
              }},
              "user": {
                "sharded": true,
                "vindexes": {
                  "hash": {"type": "hash"},
                  "xxhash": {"type": "xxhash"},
                  "binary": {"type": "binary"},
                  "cfc": {"type": "cfc"},
                  "multi": {"type": "multicol",
                            "params": {"column_count": "2", "column_bytes": "1,7", "column_vindex": "hash,hash"}},
                  "name_map": {"type": "lookup", "owner": "user",
                               "params": {"table": "name_map", "from": "name", "to": "id"}},
                  "mail_map": {"type": "lookup_unique", "owner": "user",
                               "params": {"table": "mail_map", "from": "mail", "to": "id"}},
                  "pair_map": {"type": "lookup_unique", "owner": "pair",
                               "params": {"table": "pair_map", "from": "first,second", "to": "id"}},
                  "new_map": {"type": "lookup_unique", "owner": "user",
                              "params": {"table": "new_map", "from": "nick", "to": "id", "write_only": "true"}}
                },
                "tables": {
                  "user": {"column_vindexes": [
                    {"column": "id", "name": "hash"},
                    {"column": "name", "name": "name_map"},
                    {"column": "mail", "name": "mail_map"},
                    {"column": "nick", "name": "new_map"}]},
                  "music": {"column_vindexes": [{"column": "user_id", "name": "hash"}]},
                  "page": {"column_vindexes": [{"column": "url", "name": "xxhash"}]},
                  "log": {"column_vindexes": [{"column": "id", "name": "binary"}],
                          "columns": [{"name": "id", "type": "VARBINARY"}]},
                  "word": {"column_vindexes": [{"column": "id", "name": "binary"}]},
                  "path": {"column_vindexes": [{"column": "id", "name": "cfc"}]},
                  "grid": {"column_vindexes": [{"columns": ["x", "y"], "name": "multi"}]},
                  "pair": {"column_vindexes": [
                    {"column": "id", "name": "hash"},
                    {"columns": ["first", "second"], "name": "pair_map"}]},
                  "pinned": {"pinned": "80"},
                  "country": {"type": "reference", "source": "main.country"}
                }
              }
            }}
            """);

    private final List<TableInfo> infos;
    private final Planning planning;

    private Tables(List<TableInfo> infos) {
        this.infos = infos;
        this.planning = new Planning(VSCHEMA, PlanningContext.DEFAULT, PlannerOptions.DEFAULT,
                new SemanticTable(infos, parse("select 1"), QuerySignature.NONE, Conditions.NONE, Optional.empty(),
                        "utf8mb4_0900_ai_ci"));
    }

    /** {@code keyspace.table} each; without keyspace a table of a system schema, or dual. */
    static Tables of(String... names) {
        return hinted(Optional.empty(), names);
    }

    static Tables hinted(Optional<IndexHint> hint, String... names) {
        List<TableInfo> infos = new ArrayList<>();
        for (String name : names) {
            infos.add(info(infos.size(), name, hint));
        }
        return new Tables(infos);
    }

    private static TableInfo.Real info(int number, String name, Optional<IndexHint> hint) {
        String[] parts = name.split("\\.", -1);
        String alias = String.valueOf((char) ('a' + number));
        boolean isSystem = parts[0].equals("information_schema");
        Table table = switch (parts[0]) {
            case "dual" -> Table.dual("main");
            case "information_schema" -> Table.bare("main", parts[1]);
            default -> VSCHEMA.findRoutedTable(Optional.of(parts[0]), parts[1], TabletType.PRIMARY);
        };
        TableExpression.Table written = new TableExpression.Table(TableName.of(parts[parts.length - 1]), alias);
        return new TableInfo.Real(number, alias, written, table, isSystem, hint, Optional.empty());
    }

    private static Query parse(String sql) {
        return (Query) new SqlParser().parse(sql);
    }

    Planning planning() {
        return planning;
    }

    /** A condition; its columns are called {@code a.id}. */
    Expression condition(String sql) {
        return Expressions.rewrite(new SqlParser().parseExpression(sql),
                part -> part instanceof Expression.Column column ? bound(column) : part);
    }

    private static Expression bound(Expression.Column column) {
        return new Expression.BoundColumn(column, Objects.requireNonNull(column.table()).name().charAt(0) - 'a');
    }

    /** The table of a number with conditions, those of an AND being conditions of their own. */
    QueryTable table(int number, String... conditions) {
        List<Predicate> predicates = new ArrayList<>();
        for (String sql : conditions) {
            Expressions.conjuncts(condition(sql)).forEach(predicate -> predicates.add(Predicate.of(predicate)));
        }
        return new QueryTable((TableInfo.Real) infos.get(number), predicates);
    }

    Route route(int number, String... conditions) {
        return Routings.route(table(number, conditions), planning);
    }

    String describe(Routing routing) {
        RoutingParameters parameters = Routings.parameters(routing, planning);
        String head = parameters.opcode().label() + " " + parameters.keyspace().name();
        return parameters.vindex().map(vindex -> head + " " + vindex.name() + " " + parameters.values()).orElse(head);
    }

    /** How the first table is found by a condition. */
    static String routeOf(String table, String condition) {
        Tables tables = of(table);
        return tables.describe(tables.route(0, condition).routing());
    }

    /** The conditions that the shards of a route get. */
    static String conditions(Route route) {
        return ((dev.shardroute.planner.operator.Operator.Table) route.input()).table().predicates().stream()
                .map(predicate -> SqlPrinter.print(predicate.expression())).collect(Collectors.joining("; "));
    }
}
