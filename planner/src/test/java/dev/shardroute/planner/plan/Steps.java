package dev.shardroute.planner.plan;

import dev.shardroute.planner.Cluster;
import dev.shardroute.planner.plan.Primitive.Route;
import dev.shardroute.sql.SqlParser;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.printer.SqlPrinter;
import dev.shardroute.sql.printer.SqlTemplate;
import dev.shardroute.vindex.Vindex;
import java.util.List;
import java.util.Optional;

/** Small steps of plans for tests. */
final class Steps {
    static final KeyspaceRef COMMERCE = new KeyspaceRef("commerce", false);
    static final KeyspaceRef CUSTOMER = new KeyspaceRef("customer", true);

    private static final SqlParser PARSER = new SqlParser();

    private Steps() {}

    /** A query of a column of all customers. */
    static Route customers(String column) {
        return scatter("select " + column + " from customer");
    }

    /** A query without predicates sent to every shard. */
    static Route scatter(String query) {
        return route(RoutingParameters.of(Opcode.SCATTER, CUSTOMER), query);
    }

    /** A query without predicates. */
    static Route route(RoutingParameters routing, String query) {
        return new Route(routing, sql(query), sql(query + " where 1 != 1"));
    }

    /** Parameters that a vindex decides. */
    static RoutingParameters by(Opcode opcode, String vindex, ValueExpr... values) {
        return new RoutingParameters(opcode, CUSTOMER, Optional.of(vindex(vindex)), List.of(values));
    }

    /** A vindex of keyspace {@code customer}. */
    static Vindex vindex(String name) {
        return Cluster.VSCHEMA.findVindex(Optional.of(CUSTOMER.name()), name).orElseThrow().vindex();
    }

    static SqlTemplate sql(String query) {
        return SqlPrinter.template(PARSER.parse(query));
    }

    static Expression expression(String sql) {
        return PARSER.parseExpression(sql);
    }
}
