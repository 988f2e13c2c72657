package dev.shardroute.vschema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import dev.shardroute.key.TabletType;
import dev.shardroute.testing.Conformance;
import dev.shardroute.vindex.Capability;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The VSchemas of the plan cases. */
final class PlanVSchemasTest {
    @Test
    void vschemas_ofThePlanCases_areRead() throws IOException {
        try (Stream<Path> files = Files.list(Conformance.path("plans/vschemas"))) {
            List<Path> vschemas = files.toList();
            assertFalse(vschemas.isEmpty());
            for (Path vschema : vschemas) {
                assertFalse(read(vschema.getFileName().toString()).keyspaces().isEmpty());
            }
        }
    }

    @Test
    void names_ofTheMainVSchema_areFoundAsInVitess() throws IOException {
        VSchema vschema = read("schema.json");
        assertEquals("main", find(vschema, "ambiguous_ref_with_source").keyspace());
        assertEquals("main", find(vschema, "global_ref").keyspace());
        assertEquals("user", find(vschema, "route1").keyspace());
        assertEquals("user", find(vschema, "primary_redirect").keyspace());
        assertCode(ErrorCode.SR02005, () -> find(vschema, "disabled"));
        assertCode(ErrorCode.VT05003, () -> find(vschema, "bad_table"));
    }

    @Test
    void vindexes_ofTheMainVSchema_costAsInVitess() throws IOException {
        VSchema vschema = read("schema.json");
        Table user = find(vschema, "user");
        assertEquals(List.of(1, 20, 100), user.ordered().stream().map(ColumnVindex::cost).toList());
        Table customer = find(vschema, "customer");
        assertEquals(List.of(1, 10, 10, 10), customer.ordered().stream().map(ColumnVindex::cost).toList());
        assertTrue(customer.columnVindexes().get(2).vindex().has(Capability.BACKFILLING));
    }

    private static Table find(VSchema vschema, String table) {
        return vschema.findRoutedTable(Optional.empty(), table, TabletType.PRIMARY);
    }

    private static VSchema read(String file) throws IOException {
        return VSchema.parse(Files.readString(Conformance.path("plans/vschemas/" + file)));
    }

    private static void assertCode(ErrorCode code, Runnable action) {
        assertEquals(code, assertThrows(ShardrouteException.class, action::run).code());
    }
}
