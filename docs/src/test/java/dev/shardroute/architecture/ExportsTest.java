package dev.shardroute.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What each module exports, and nothing else; a new export is a decision that shows here. */
final class ExportsTest {
    private static final Map<String, Set<String>> EXPORTS = Map.of(
            "dev.shardroute.core", Set.of(
                    "dev.shardroute.error",
                    "dev.shardroute.key",
                    "dev.shardroute.sql",
                    "dev.shardroute.sql.ast",
                    "dev.shardroute.sql.function",
                    "dev.shardroute.sql.jsqlparser",
                    "dev.shardroute.sql.lex",
                    "dev.shardroute.sql.normalize",
                    "dev.shardroute.sql.parser",
                    "dev.shardroute.sql.printer",
                    "dev.shardroute.type"),
            "dev.shardroute.vschema", Set.of("dev.shardroute.vindex", "dev.shardroute.vschema"),
            "dev.shardroute.topo", Set.of("dev.shardroute.topo"),
            "dev.shardroute.planner", Set.of(
                    "dev.shardroute.planner",
                    "dev.shardroute.planner.plan",
                    "dev.shardroute.planner.route"),
            "dev.shardroute.executor", Set.of("dev.shardroute.executor"),
            "dev.shardroute.tablet", Set.of("dev.shardroute.tablet"),
            "dev.shardroute.mysql", Set.of("dev.shardroute.mysql"),
            "dev.shardroute.cli", Set.of());

    @Test
    void modules_exportTheirApiOnly() {
        assertEquals(lines(EXPORTS), lines(built()));
    }

    private static Map<String, Set<String>> built() {
        return ourModules().collect(Collectors.toMap(ModuleDescriptor::name, ExportsTest::exports));
    }

    private static Stream<ModuleDescriptor> ourModules() {
        Path[] classPath = Arrays.stream(System.getProperty("java.class.path", "").split(File.pathSeparator))
                .filter(entry -> entry.contains("shardroute") || entry.endsWith("classes"))
                .map(Path::of)
                .filter(ExportsTest::isModule)
                .toArray(Path[]::new);
        return ModuleFinder.of(classPath).findAll().stream()
                .map(ModuleReference::descriptor)
                .filter(module -> module.name().startsWith("dev.shardroute."));
    }

    private static boolean isModule(Path entry) {
        return entry.toString().endsWith(".jar") || entry.resolve("module-info.class").toFile().exists();
    }

    private static Set<String> exports(ModuleDescriptor module) {
        return module.exports().stream().map(ExportsTest::describe).collect(Collectors.toSet());
    }

    private static String describe(ModuleDescriptor.Exports exports) {
        return exports.source() + (exports.isQualified() ? " to " + exports.targets() : "");
    }

    /** One line for each export, sorted, so that a difference can be read. */
    private static String lines(Map<String, Set<String>> exports) {
        return new TreeMap<>(exports).entrySet().stream()
                .map(entry -> entry.getKey() + "\n  " + String.join("\n  ", new TreeSet<>(entry.getValue())))
                .collect(Collectors.joining("\n"));
    }
}
