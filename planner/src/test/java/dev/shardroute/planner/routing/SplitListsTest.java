package dev.shardroute.planner.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.shardroute.sql.printer.SqlPrinter;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SplitListsTest {
    private static String split(String table, String condition) {
        Tables tables = Tables.of(table);
        return SplitLists.of(tables.route(0, condition).routing()).entrySet().stream()
                .map(entry -> SqlPrinter.print(entry.getKey()) + " -> " + SqlPrinter.print(entry.getValue()))
                .collect(Collectors.joining("; "));
    }

    @Test
    void list_isSplit() {
        assertEquals("a.id in (1, 2) -> a.id in ::__vals", split("user.user", "a.id in (1, 2)"));
        assertEquals("a.id in ::ids -> a.id in ::__vals", split("user.user", "a.id in ::ids"));
    }

    @Test
    void listsOfSeveralColumns_areSplitEach() {
        assertEquals("a.x in (1, 2) -> a.x in ::__vals0; a.y in (3, 4) -> a.y in ::__vals1",
                split("user.grid", "a.y in (3, 4) and a.x in (1, 2)"));
        assertEquals("a.y in (3, 4) -> a.y in ::__vals1", split("user.grid", "a.x = 1 and a.y in (3, 4)"));
    }

    @Test
    void otherPredicates_stay() {
        assertEquals("", split("user.user", "a.id in (1)"));
        assertEquals("", split("user.user", "a.id = 1 and a.name in (1, 2)"));
        assertEquals("", split("user.user", "(a.id, a.age) in ((1, 2), (3, 4))"));
        assertEquals("", split("user.user", "a.id in ::dml_vals"));
        assertEquals("", split("main.plain", "a.id in (1, 2)"));
    }
}
