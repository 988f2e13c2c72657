package dev.shardroute.cli.verify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shardroute.cli.Json;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What is committed of the outcomes of each file of the conformance plans; it may only get better.
 *
 * @param files the counts by the name of the file
 */
record Ledger(Map<String, Counts> files) {
    Ledger {
        files = new TreeMap<>(files);
    }

    static Ledger read(Path file) {
        Map<String, Counts> files = new TreeMap<>();
        Json.read(file).properties().forEach(entry -> files.put(entry.getKey(), counts(entry.getValue())));
        return new Ledger(files);
    }

    static Ledger of(Report report) {
        return new Ledger(report.files().stream()
                .collect(Collectors.toMap(file -> file.file().name(), FileResult::counts)));
    }

    private static Counts counts(JsonNode json) {
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            counts.put(outcome, json.path(outcome.label()).asInt());
        }
        return new Counts(counts);
    }

    /** The files in which something crashed, or less is identical than before. */
    List<String> worse(Report report) {
        return describe(report, file -> file.counts().of(Outcome.CRASHED) > 0
                || (isSameData(file) && file.counts().of(Outcome.IDENTICAL) < before(file).of(Outcome.IDENTICAL)));
    }

    /** The files that have other counts than before. */
    List<String> changed(Report report) {
        return describe(report, file -> isSameData(file) && !file.counts().equals(before(file)));
    }

    /** Counts can be compared when there are as many cases as when the ledger was written. */
    private boolean isSameData(FileResult file) {
        return files.isEmpty() || file.counts().cases() == before(file).cases();
    }

    private Counts before(FileResult file) {
        return files.getOrDefault(file.file().name(), Counts.NONE);
    }

    private List<String> describe(Report report, Predicate<FileResult> which) {
        return report.files().stream().filter(which).map(
                file -> file.file().name() + " was " + before(file).toJson() + " and is " + file.counts().toJson())
                .toList();
    }

    /** JSON with a line for each file, so that a change of one file is a change of one line. */
    String print() {
        return files.entrySet().stream()
                .map(file -> "  \"" + file.getKey() + "\": " + file.getValue().toJson())
                .collect(Collectors.joining(",\n", "{\n", "\n}\n"));
    }
}
