package dev.shardroute.planner.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each rule, and each part of one that is a class of its own, has tests of its own. */
class RulesTest {
    private static List<String> names(Class<?> neighbour) throws IOException, URISyntaxException {
        Path classes = Path.of(neighbour.getProtectionDomain().getCodeSource().getLocation().toURI())
                .resolve(neighbour.getPackageName().replace('.', '/'));
        try (Stream<Path> files = Files.list(classes)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".class"))
                    .map(name -> name.substring(0, name.length() - ".class".length()))
                    .filter(name -> !name.contains("$") && !name.equals("package-info")).sorted().toList();
        }
    }

    @Test
    void rules_haveTestsOfTheirOwn() throws IOException, URISyntaxException {
        List<String> rules = names(PushFilter.class);
        List<String> tests = names(RulesTest.class);
        assertFalse(rules.isEmpty());
        assertEquals(List.of(), rules.stream().filter(rule -> !tests.contains(rule + "Test")).toList());
    }
}
