package dev.shardroute.cli.verify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shardroute.cli.InputException;
import dev.shardroute.cli.InputFiles;
import dev.shardroute.cli.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A file of cases: an array of {@code {"comment", "query", "plan"}}.
 *
 * @param path  where it is
 * @param text  what is in it
 * @param cases its cases
 */
public record CaseFile(Path path, String text, List<PlanCase> cases) {
    /** Copies the list. */
    public CaseFile {
        cases = List.copyOf(cases);
    }

    /**
     * Reads a file.
     *
     * @throws InputException when it is not such an array
     */
    public static CaseFile read(Path path) {
        String text = InputFiles.text(path);
        JsonNode json = Json.parse(path.toString(), text);
        if (!json.isArray()) {
            throw new InputException(path.toString(), "a file of cases must be an array");
        }
        List<PlanCase> cases = new ArrayList<>();
        json.forEach(element -> cases.add(PlanCase.read(path + ", case " + (cases.size() + 1), element)));
        return new CaseFile(path, text, cases);
    }

    /** The same with only those cases that have a text in their query or comment. */
    CaseFile only(String part) {
        return new CaseFile(path, text, cases.stream()
                .filter(one -> one.query().contains(part) || one.comment().contains(part)).toList());
    }

    /** The last part of the path, which is what reports and contexts call the file. */
    public String name() {
        return String.valueOf(path.getFileName());
    }
}
