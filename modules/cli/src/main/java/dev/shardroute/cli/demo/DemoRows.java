package dev.shardroute.cli.demo;

import dev.shardroute.error.ErrorCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The rows of the demo: 20 products, 200 customers, 300 orders, the same every time. */
final class DemoRows {
    private static final int ROWS_PER_INSERT = 100;
    private static final List<String> CITIES = List.of("Amsterdam", "Berlin", "Lisbon", "Oslo", "Tallinn");

    private DemoRows() {}

    /** Inserts the rows as a client of the gateway. */
    static void load(DemoGateway gateway) {
        try (Connection connection = gateway.connect(); Statement statement = connection.createStatement()) {
            insert(statement, "commerce.product (sku, description, price)", 20,
                    i -> String.format(Locale.ROOT, "('SKU-%d', 'Product %d', %d.50)", 1000 + i, i, 5 * i));
            insert(statement, "customer (customer_id, email, city)", 200,
                    i -> String.format(Locale.ROOT, "(%d, 'customer%d@example.org', '%s')", i, i,
                            CITIES.get(i % CITIES.size())));
            insert(statement, "corder (order_id, customer_id, sku, price)", 300,
                    i -> String.format(Locale.ROOT, "(%d, %d, 'SKU-%d', %d.50)", i, 1 + i * 7 % 200, 1001 + i % 20,
                            5 * (1 + i % 20)));
        } catch (SQLException e) {
            throw ErrorCode.SR05001.error("the demo's rows could not be loaded: " + e.getMessage());
        }
    }

    private static void insert(Statement statement, String into, int count, IntFunction<String> row)
            throws SQLException {
        for (int first = 1; first <= count; first += ROWS_PER_INSERT) {
            int last = Math.min(count, first + ROWS_PER_INSERT - 1);
            String rows = IntStream.rangeClosed(first, last).mapToObj(row).collect(Collectors.joining(", "));
            statement.executeUpdate("insert into " + into + " values " + rows);
        }
    }
}
