package dev.shardroute.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.shardroute.docs.Document.Block;
import dev.shardroute.vschema.Finding;
import dev.shardroute.vschema.Finding.Severity;
import dev.shardroute.vschema.ReadOptions;
import dev.shardroute.vschema.VSchema;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What the page says to be wrong with each of its VSchemas is what is found; with the others nothing is. */
final class VSchemaPageTest {
    private static final ReadOptions OPTIONS = ReadOptions.DEFAULT.withKeyspace("customer");

    @TestFactory
    Stream<DynamicTest> findings_areThoseOfThePage() {
        Document page = Document.read(Document.path("docs/vschema.md"));
        return page.blocks().stream().filter(block -> block.language().equals("json")).map(block -> DynamicTest
                .dynamicTest("line " + block.line(),
                        () -> assertEquals(page.outputOf(block).orElse(""), found(block))));
    }

    private static String found(Block block) {
        return VSchema.read(block.joined(), OPTIONS).findings().stream().map(VSchemaPageTest::line)
                .collect(Collectors.joining());
    }

    /** As the command prints it behind the name of the file. */
    private static String line(Finding finding) {
        return (finding.severity() == Severity.WARNING ? "warning: " : "") + finding + "\n";
    }
}
