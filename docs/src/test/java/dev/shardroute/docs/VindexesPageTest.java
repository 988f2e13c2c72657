package dev.shardroute.docs;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import dev.shardroute.type.Value;
import dev.shardroute.vindex.SingleColumnVindex;
import dev.shardroute.vindex.VindexRegistry;
import dev.shardroute.vindex.VindexTraits;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of vindex types is the registry. */
final class VindexesPageTest {
    private static final VindexRegistry REGISTRY = VindexRegistry.standard();

    @Test
    void table_isTheRegistry() throws IOException {
        String head = """
                | type | unique | cost | capabilities | maps values |
                |------|--------|------|--------------|-------------|
                """;
        new GeneratedPart("docs/vindexes.md").check(head + REGISTRY.types().stream()
                .sorted()
                .map(type -> row(REGISTRY.traits(type).orElseThrow()))
                .collect(Collectors.joining()));
    }

    private static String row(VindexTraits traits) {
        String capabilities = traits.capabilities().stream().sorted().map(Enum::name).collect(Collectors.joining(", "));
        return "| `%s` | %s | %d | %s | %s |\n".formatted(traits.type(), yesOrNo(traits.unique()), traits.cost(),
                capabilities, yesOrNo(maps(traits.type())));
    }

    private static String yesOrNo(boolean yes) {
        return yes ? "yes" : "no";
    }

    /** True when the type is more than declared. */
    private static boolean maps(String type) {
        Map<String, String> params = Map.of("table", "t", "from", "a", "to", "b", "column_count", "2");
        if (!(REGISTRY.create(type, type, params) instanceof SingleColumnVindex vindex)) {
            return false;
        }
        try {
            vindex.map(Value.of(1));
            return true;
        } catch (ShardrouteException e) {
            return e.code() != ErrorCode.VT12001;
        }
    }
}
