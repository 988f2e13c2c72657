package dev.shardroute.docs;

import dev.shardroute.error.ErrorCode;
import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of errors is the catalogue. */
final class ErrorsPageTest {
    @Test
    void table_isTheCatalogue() throws IOException {
        String head = """
                | code | status | errno | SQLSTATE | message |
                |------|--------|-------|----------|---------|
                """;
        new GeneratedPart("docs/errors.md")
                .check(head + Stream.of(ErrorCode.values()).map(ErrorsPageTest::row).collect(Collectors.joining()));
    }

    private static String row(ErrorCode code) {
        return "| %s | %s | %d | %s | `%s` |\n"
                .formatted(code.name(), code.status(), code.errno(), code.sqlState(), code.template());
    }
}
