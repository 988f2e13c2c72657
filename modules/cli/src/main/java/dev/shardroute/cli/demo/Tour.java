package dev.shardroute.cli.demo;

import dev.shardroute.cli.SqlScript;
import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import dev.shardroute.executor.GatewaySession;
import dev.shardroute.planner.plan.PlanText;
import dev.shardroute.planner.route.Routing;
import dev.shardroute.planner.route.ShardStatement;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/** Runs some statements through a client and shows what becomes of each. */
record Tour(DemoGateway gateway, PrintWriter out) {
    void run() {
        try (Connection connection = gateway.connect(); Statement statement = connection.createStatement()) {
            for (SqlScript.Statement each : SqlScript.statements(DemoGateway.resource("statements.sql"))) {
                show(statement, each.sql());
            }
        } catch (SQLException e) {
            throw ErrorCode.SR05001.error("the client cannot connect: " + e.getMessage());
        }
    }

    private void show(Statement statement, String sql) {
        out.println();
        out.println("mysql> " + sql + ";");
        GatewaySession session = gateway.running().gateway().open(Optional.of("customer"));
        try {
            describe(session.route(sql));
        } catch (ShardrouteException e) {
            out.println("  no plan");
        }
        try {
            lines(statement, sql).forEach(line -> out.println("  " + line));
        } catch (SQLException e) {
            out.println("  ERROR " + e.getErrorCode() + " (" + e.getSQLState() + "): " + e.getMessage());
        }
        out.flush();
    }

    private void describe(Routing routing) {
        PlanText.print(routing.plan()).lines().limit(2).map(String::strip).forEach(line -> out.println("  " + line));
        for (ShardStatement sent : routing.statements()) {
            out.println("    " + sent.shard() + "  " + sent.inlined());
        }
    }

    private static List<String> lines(Statement statement, String sql) throws SQLException {
        boolean hasRows = statement.execute(sql);
        return hasRows
                ? TextTable.of(statement.getResultSet())
                : List.of("OK, " + statement.getUpdateCount() + " row(s) affected");
    }
}
