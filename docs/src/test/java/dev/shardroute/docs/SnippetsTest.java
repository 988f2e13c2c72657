package dev.shardroute.docs;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.shardroute.docs.Document.Block;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every block of Java in the README and in the pages of this module compiles, alone or going on from those before it on its
 * page; it prints the block of plain text that comes right behind it, where there is one. Every block of JSON is JSON.
 */
final class SnippetsTest {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    @TempDir
    private Path folder = Path.of("");

    @TestFactory
    Stream<DynamicTest> java_compiles_andPrintsWhatThePageSays() {
        return each("java", this::check);
    }

    @TestFactory
    Stream<DynamicTest> json_isJson() {
        return each("json", (page, block) -> assertDoesNotThrow(() -> JSON.readTree(block.joined())));
    }

    private static Stream<DynamicTest> each(String language, BiConsumer<Document, Block> check) {
        return Document.all().stream().flatMap(page -> page.blocks().stream()
                .filter(block -> block.language().equals(language))
                .map(block -> DynamicTest.dynamicTest(
                        page.name() + ":" + block.line(), () -> check.accept(page, block))));
    }

    private void check(Document page, Block block) {
        List<String> before = page.before(block).stream().flatMap(other -> other.text().stream()).toList();
        List<Attempt> attempts = new ArrayList<>();
        for (Program program : List.of(Program.ofStatements(List.of(), block.text()),
                Program.ofMembers(block.text()), Program.ofStatements(before, block.text()))) {
            Attempt attempt = attempt(program, block);
            if (attempt.errors().isEmpty()) {
                page.outputOf(block)
                        .ifPresent(output -> checkOutput(attempt, output, page.name() + ":" + block.line()));
                return;
            }
            attempts.add(attempt);
        }
        Attempt nearest =
                Collections.min(attempts.reversed(), Comparator.comparingInt(attempt -> attempt.errors().size()));
        fail(page.name() + "\n" + String.join("\n", nearest.errors()));
    }

    private Attempt attempt(Program program, Block block) {
        try {
            Path classes = Files.createTempDirectory(folder, "classes");
            return new Attempt(program, classes, program.compile(classes, block.line()));
        } catch (IOException e) {
            return fail(e);
        }
    }

    /** What the blocks before it print comes first, and is not looked at. */
    private static void checkOutput(Attempt attempt, String expected, String place) {
        List<String> printed =
                assertDoesNotThrow(() -> attempt.program().run(attempt.classes())).lines().toList();
        List<String> wanted = expected.lines().toList();
        assertEquals(wanted, printed.subList(Math.max(0, printed.size() - wanted.size()), printed.size()), place);
    }

    private record Attempt(Program program, Path classes, List<String> errors) {}
}
