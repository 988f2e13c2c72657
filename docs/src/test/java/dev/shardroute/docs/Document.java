package dev.shardroute.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A page of Markdown.
 *
 * @param name   its path from the root of the project on
 * @param blocks its fenced blocks in order
 */
record Document(String name, List<Block> blocks) {
    private static final Path ROOT =
            Path.of(System.getProperty("shardroute.root", "..")).toAbsolutePath().normalize();
    private static final String FENCE = "```";

    /**
     * A fenced block.
     *
     * @param line     the line of its first line of text, from 1 on
     * @param language the first word behind the fence, or empty
     * @param text     its lines
     * @param follows  true when only blank lines stand between it and the block before it
     */
    record Block(int line, String language, List<String> text, boolean follows) {
        /** Copies the list. */
        Block {
            text = List.copyOf(text);
        }

        /** The lines as one text, each ending in a newline. */
        String joined() {
            return String.join("\n", text) + "\n";
        }
    }

    /** The README, when there is one, and the pages beside this module. */
    static List<Document> all() {
        try (Stream<Path> pages = Files.list(ROOT.resolve("docs"))) {
            return Stream.concat(Stream.of(ROOT.resolve("README.md")), pages.sorted())
                    .filter(page -> page.toString().endsWith(".md") && Files.exists(page))
                    .map(Document::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The path of a page, given from the root of the project on. */
    static Path path(String name) {
        return ROOT.resolve(name);
    }

    /** The output that the block is said to have: a block of plain text right behind it. */
    Optional<String> outputOf(Block block) {
        int next = blocks.indexOf(block) + 1;
        return next < blocks.size() && blocks.get(next).follows() && blocks.get(next).language().equals("text")
                ? Optional.of(blocks.get(next).joined())
                : Optional.empty();
    }

    /** The blocks of this language before {@code block}. */
    List<Block> before(Block block) {
        return blocks.subList(0, blocks.indexOf(block)).stream()
                .filter(other -> other.language().equals(block.language()))
                .toList();
    }

    /** A page. */
    static Document read(Path page) {
        try {
            return new Document(ROOT.relativize(page).toString(), blocks(Files.readAllLines(page)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Block> blocks(List<String> lines) {
        List<Block> blocks = new ArrayList<>();
        boolean follows = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith(FENCE)) {
                int end = endOf(lines, i);
                String language = line.substring(FENCE.length()).strip();
                blocks.add(new Block(i + 2, language, lines.subList(i + 1, end), follows));
                i = end;
                follows = true;
            } else {
                follows &= line.isBlank();
            }
        }
        return blocks;
    }

    private static int endOf(List<String> lines, int start) {
        for (int i = start + 1; i < lines.size(); i++) {
            if (lines.get(i).strip().equals(FENCE)) {
                return i;
            }
        }
        throw new IllegalStateException("the block of line " + (start + 1) + " does not end");
    }
}
