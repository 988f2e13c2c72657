package dev.shardroute.benchmarks;

import dev.shardroute.type.Binds;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** An INSERT as drivers send it: a question mark for every value. */
final class BoundInsert {
    private BoundInsert() {}

    /** The statement with this many rows. */
    static String sql(int rows) {
        return "insert into orders (customer_id, status, total) values "
                + String.join(", ", Collections.nCopies(rows, "(?, ?, ?)"));
    }

    /** Values for this many rows, every row of another customer. */
    static Binds binds(int rows) {
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            values.add(7L * i + 1);
            values.add("paid by invoice");
            values.add(BigDecimal.valueOf(1995L + i, 2));
        }
        return Binds.of(values.toArray());
    }
}
