package dev.shardroute.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The part of a page that is made from the code: what stands between two comments.
 *
 * @param page the path of the page from the root of the project on
 */
record GeneratedPart(String page) {
    private static final String BEGIN = "<!-- generated: begin -->\n";
    private static final String END = "<!-- generated: end -->\n";
    private static final String UPDATE = "shardroute.docs.update";
    private static final String HOW_TO_UPDATE = "mvn test -pl docs -am -Dtest='*PageTest' "
            + "-Dsurefire.failIfNoSpecifiedTests=false -D" + UPDATE + "=true";

    /** Checks that it is {@code expected}, or writes that where an update was asked for. */
    void check(String expected) throws IOException {
        Path path = Document.path(page);
        String text = Files.readString(path);
        int start = place(text, BEGIN) + BEGIN.length();
        int end = place(text, END);
        if (Boolean.getBoolean(UPDATE)) {
            Files.writeString(path, text.substring(0, start) + "\n" + expected + "\n" + text.substring(end));
        } else {
            assertEquals(expected, text.substring(start, end).strip() + "\n",
                    page + " is not up to date; write it anew with: " + HOW_TO_UPDATE);
        }
    }

    private int place(String text, String marker) {
        int place = text.indexOf(marker);
        if (place < 0) {
            throw new IllegalStateException(page + " has no line " + marker.strip());
        }
        return place;
    }
}
