package dev.shardroute.benchmarks;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Statements of the kind that an application sends all day, on the tables of {@link Shop}. */
public enum Everyday {
    /** One row by its key. */
    POINT_SELECT("select id, name, email from customer where id = 42"),
    /** Ten rows by their keys. */
    LIST_SELECT("select id, name, email from customer where id in (3, 14, 15, 92, 65, 35, 89, 79, 32, 38)"),
    /** The first page of what one customer did. */
    PAGE_SELECT("select id, total, created_at from orders where customer_id = 42 and status in ('paid', 'sent') "
            + "order by created_at desc limit 20"),
    /** A range that no vindex knows. */
    RANGE_SELECT("select id, total from orders where created_at >= '2026-11-01' and created_at < '2026-12-01' "
            + "and total between 10 and 99.5"),
    /** The last orders of some customers. */
    JOIN_SELECT("select c.name, o.id, o.total from customer c join orders o on o.customer_id = c.id "
            + "where c.id in (3, 14, 15, 92, 65) and o.status = 'paid' order by o.created_at desc limit 10"),
    /** The different values of a column in a range of keys. */
    DISTINCT_RANGE("select distinct status from orders where id between 1000 and 1099 order by status"),
    /** One row changed by its key. */
    UPDATE("update customer set email = 'ann@example.com', visits = visits + 1 where id = 42"),
    /** A hundred rows of four columns. */
    INSERT_100("insert into orders (id, customer_id, status, total) values "
            + IntStream.range(0, 100)
                    .mapToObj(i -> "(%d, %d, 'paid', %d.95)".formatted(1_000 + i, 7 * i + 1, i))
                    .collect(Collectors.joining(", ")));

    private final String sql;

    Everyday(String sql) {
        this.sql = sql;
    }

    /** The statement, its values written in. */
    String sql() {
        return sql;
    }
}
