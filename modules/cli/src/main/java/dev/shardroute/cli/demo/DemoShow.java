package dev.shardroute.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shardroute.cli.Json;
import dev.shardroute.cli.SqlScript;
import dev.shardroute.planner.PlanningContext;
import dev.shardroute.planner.plan.PlanJson;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Runs statements as a client of the gateway, and shows for each its plan, what the shards ran, and the rows. */
final class DemoShow {
    private final DemoCluster cluster;
    private final PrintWriter out;

    DemoShow(DemoCluster cluster, PrintWriter out) {
        this.cluster = cluster;
        this.out = out;
    }

    void run() throws SQLException {
        try (Connection connection = cluster.connect(); Statement client = connection.createStatement()) {
            cluster.recorder().take();
            for (SqlScript.Statement statement : Resources.statements("statements.sql")) {
                printHead(statement);
                show(client, statement.sql());
            }
            for (SqlScript.Statement statement : Resources.statements("refused.sql")) {
                printHead(statement);
                showRefusal(client, statement.sql());
            }
        }
    }

    private void printHead(SqlScript.Statement statement) {
        if (!statement.comment().isEmpty()) {
            out.println("-- " + statement.comment());
        }
        out.println("> " + statement.sql().replace("\n", "\n> "));
    }

    private void show(Statement client, String sql) throws SQLException {
        out.println("  plan: " + plan(sql));
        String answer = client.execute(sql)
                ? ResultTable.print(client.getResultSet())
                : client.getUpdateCount() + " changed\n";
        cluster.recorder().take().forEach(sent -> out.println("  " + sent.shard() + ": " + sent.sql()));
        out.println(answer.indent(2));
        out.flush();
    }

    private String plan(String sql) {
        JsonNode plan =
                Json.parse("the plan", PlanJson.print(cluster.router().plan(sql, PlanningContext.of("customer"))));
        JsonNode step = plan.path("Instructions");
        return plan.path("Type").asText() + ", " + step.path("OperatorType").asText() + " "
                + step.path("Variant").asText() + " in " + step.path("Keyspace").path("Name").asText();
    }

    private void showRefusal(Statement client, String sql) throws SQLException {
        try {
            client.execute(sql);
        } catch (SQLException e) {
            out.println("  error %d (%s): %s".formatted(e.getErrorCode(), e.getSQLState(), e.getMessage()));
            out.println();
            out.flush();
            return;
        }
        throw new IllegalStateException("the gateway was to refuse: " + sql);
    }
}
