package dev.shardroute.cli.verify;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardroute.cli.Json;
import java.util.List;

/**
 * What came of all files.
 *
 * @param files one result for each file
 */
public record Report(List<FileResult> files) {
    /** Copies the list. */
    public Report {
        files = List.copyOf(files);
    }

    /** The outcomes of all files. */
    public Counts total() {
        return files.stream().map(FileResult::counts).reduce(Counts.NONE, Counts::plus);
    }

    /** A line for each file and one for all, aligned. */
    public String table() {
        int width = files.stream().mapToInt(file -> file.file().name().length()).max().orElse(0);
        StringBuilder text = new StringBuilder(" ".repeat(Math.max(width, "total".length())));
        for (Outcome outcome : Outcome.values()) {
            text.append("  ").append(outcome.label());
        }
        text.append('\n');
        files.forEach(file -> appendLine(text, width, file.file().name(), file.counts()));
        appendLine(text, width, "total", total());
        return text.toString();
    }

    private static void appendLine(StringBuilder text, int width, String name, Counts counts) {
        text.append(name).append(" ".repeat(Math.max(0, width - name.length())));
        for (Outcome outcome : Outcome.values()) {
            String count = Integer.toString(counts.of(outcome));
            text.append(" ".repeat(2 + outcome.label().length() - count.length())).append(count);
        }
        text.append('\n');
    }

    /**
     * {@code {"total": {outcome: n}, "files": {file: {outcome: n}}, "cases": [{"file", "comment", "query", "outcome",
     * "why", "actual"}]}}; {@code why} only where the plan is another on purpose.
     */
    public ObjectNode toJson() {
        ObjectNode json = Json.object();
        json.set("total", total().toJson());
        ObjectNode byFile = json.putObject("files");
        ArrayNode cases = json.putArray("cases");
        for (FileResult file : files) {
            byFile.set(file.file().name(), file.counts().toJson());
            file.results().forEach(result -> add(cases.addObject(), file.file().name(), result));
        }
        return json;
    }

    private static void add(ObjectNode json, String file, CaseResult result) {
        json.put("file", file);
        json.put("comment", result.planCase().comment());
        json.put("query", result.planCase().query());
        json.put("outcome", result.outcome().label());
        result.deviation().ifPresent(deviation -> json.put("why", deviation.why()));
        json.set("actual", result.actual());
    }
}
