package dev.shardroute.docs;

import dev.shardroute.vindex.VindexRegistry;
import dev.shardroute.vindex.VindexTraits;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of vindex types is the registry. */
final class VindexesPageTest {
    private static final VindexRegistry REGISTRY = VindexRegistry.standard();

    @Test
    void table_isTheRegistry() throws IOException {
        String head = """
                | type | unique | cost | capabilities | parameters |
                |------|--------|------|--------------|------------|
                """;
        new GeneratedPart("docs/vindexes.md").check(head + REGISTRY.types().stream()
                .sorted()
                .map(type -> row(REGISTRY.traits(type).orElseThrow()))
                .collect(Collectors.joining()));
    }

    private static String row(VindexTraits traits) {
        String capabilities = traits.capabilities().stream().sorted().map(Enum::name).collect(Collectors.joining(", "));
        return "| `%s` | %s | %d | %s | %s |\n".formatted(traits.type(), traits.unique() ? "yes" : "no", traits.cost(),
                capabilities, REGISTRY.parameters(traits.type()).map(VindexesPageTest::list).orElse("see below"));
    }

    private static String list(Set<String> parameters) {
        return parameters.stream().sorted().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
    }
}
