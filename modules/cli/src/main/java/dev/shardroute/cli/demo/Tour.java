package dev.shardroute.cli.demo;

import dev.shardroute.cli.SqlScript;
import dev.shardroute.error.ErrorCode;
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
                show(statement, each);
            }
            for (SqlScript.Statement each : SqlScript.statements(DemoGateway.resource("refused.sql"))) {
                showRefusal(statement, each);
            }
        } catch (SQLException e) {
            throw ErrorCode.SR05001.error("the tour broke off: " + e.getMessage());
        }
    }

    private void show(Statement statement, SqlScript.Statement shown) throws SQLException {
        printHead(shown);
        GatewaySession session = gateway.running().gateway().open(Optional.of("customer"));
        describe(session.route(shown.sql()));
        lines(statement, shown.sql()).forEach(line -> out.println("  " + line));
        out.flush();
    }

    private void showRefusal(Statement statement, SqlScript.Statement shown) {
        printHead(shown);
        try {
            statement.execute(shown.sql());
        } catch (SQLException e) {
            out.println("  ERROR " + e.getErrorCode() + " (" + e.getSQLState() + "): " + e.getMessage());
            out.flush();
            return;
        }
        throw ErrorCode.SR05001.error("the tour expects this to be refused: " + shown.sql());
    }

    private void printHead(SqlScript.Statement shown) {
        out.println();
        out.println("-- " + shown.comment());
        out.println("mysql> " + shown.sql() + ";");
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
