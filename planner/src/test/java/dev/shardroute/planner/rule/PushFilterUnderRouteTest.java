package dev.shardroute.planner.rule;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shardroute.planner.Cluster;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PushFilterUnderRouteTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            customer_id = 5                           | EqualUnique
            5 = customer_id                           | EqualUnique
            CUSTOMER_ID = '5'                         | EqualUnique
            customer_id in (1, 2) and customer_id = 1 | EqualUnique
            qty = 1 and customer_id = :v1             | EqualUnique
            customer_id in (1, 2)                     | IN
            customer_id in ::ids                      | IN
            customer_id = null                        | None
            customer_id in (null)                     | None
            qty not in (1, null)                      | None
            customer_id <=> null                      | Scatter
            customer_id = 1 or qty = 1                | Scatter
            not customer_id = 1                       | Scatter
            customer_id not in (1, 2)                 | Scatter
            customer_id > 1                           | Scatter
            customer_id = customer_id                 | Scatter
            customer_id = qty                         | Scatter
            customer_id = 1 + 1                       | Scatter
            customer_id in (1, qty)                   | Scatter
            customer_id = 5.0                         | Scatter
            customer_id = 'abc'                       | Scatter
            customer_id in (1, 2.5)                   | Scatter
            customer_id = 18446744073709551616        | Scatter
            customer_id = date'2026-11-24'            | Scatter
            customer_id = _utf8mb4'5'                 | Scatter
            customer_id in (1, _binary'5')            | Scatter
            customer_id = cast('5' as signed)         | Scatter
            customer_id = convert('5', unsigned)      | Scatter
            customer_id = '5' collate utf8mb4_bin     | Scatter
            customer_id = binary '5'                  | Scatter
            (customer_id, qty) = (1, 2)               | Scatter
            (customer_id, qty) in ((1, 2))            | Scatter
            customer_id like '5'                      | Scatter
            customer_id between 1 and 1               | Scatter
            customer_id member of ('[1]')             | Scatter
            customer_id sounds like '5'               | Scatter
            """)
    void predicate_narrowsDownTheRoute(String predicate, String variant) {
        assertTrue(Cluster.explain("select oid from corder where " + predicate)
                .contains("Route " + variant + " in customer"));
    }
}
