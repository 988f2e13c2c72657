package dev.shardroute.vschema;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page about VSchemas has a table of the keys of each kind of object, and these are all that the reader knows. */
final class DocumentedKeysTest {
    private static final Path PAGE = Path.of("..", "docs", "vschema.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z_]+)` \\|.*\\|.*\\|$");

    @ParameterizedTest
    @EnumSource
    void table_hasTheKeysThatAreRead(KnownKeys known) throws IOException {
        String section = section(known.name().toLowerCase(Locale.ROOT).replace('_', ' '));
        assertEquals(new TreeSet<>(known.keys()), ROW.matcher(section).results()
                .map((MatchResult row) -> row.group(1)).collect(toCollection(TreeSet::new)));
    }

    /** The text under a heading, in which a hyphen is a blank. */
    private static String section(String title) throws IOException {
        return List.of(Files.readString(PAGE).split("(?m)^## ")).stream()
                .filter(part -> part.lines().findFirst().orElse("").replace('-', ' ').equalsIgnoreCase(title))
                .findFirst().orElseThrow(() -> new AssertionError(PAGE + " has no section '" + title + "'"));
    }
}
