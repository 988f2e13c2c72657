package dev.shardroute.cli.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.shardroute.cli.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is committed of the outcomes of each file of the conformance plans; it may only get better.
 *
 * @param kinds why statements of a kind differ, by their first word; counts where a case has no cause of its own
 * @param files the counts and the causes by the name of the file
 */
record Ledger(Map<String, String> kinds, Map<String, Entry> files) {
    private static final Pattern BEFORE_FIRST_WORD =
            Pattern.compile("^(\\s|\\(|/\\*.*?\\*/|--[^\\n]*\\n)+", Pattern.DOTALL);
    private static final Pattern BEHIND_FIRST_WORD = Pattern.compile("\\W.*", Pattern.DOTALL);

    /**
     * A file.
     *
     * @param counts the outcomes
     * @param causes why a case differs, by its name
     */
    record Entry(Counts counts, Map<String, String> causes) {
        static final Entry NONE = new Entry(Counts.NONE, Map.of());

        Entry {
            causes = new TreeMap<>(causes);
        }
    }

    Ledger {
        kinds = new TreeMap<>(kinds);
        files = new TreeMap<>(files);
    }

    static Ledger read(Path file) {
        JsonNode json = Json.read(file);
        Map<String, Entry> files = new TreeMap<>();
        json.path("files").properties().forEach(entry -> files.put(entry.getKey(),
                new Entry(counts(entry.getValue()), texts(entry.getValue().path("causes")))));
        return new Ledger(texts(json.path("kinds")), files);
    }

    private static Counts counts(JsonNode json) {
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            counts.put(outcome, json.path(outcome.label()).asInt());
        }
        return new Counts(counts);
    }

    private static Map<String, String> texts(JsonNode json) {
        return json.propertyStream().collect(Collectors.toMap(Map.Entry::getKey, text -> text.getValue().asText()));
    }

    /** The same causes with the counts of a report. */
    Ledger with(Report report) {
        return new Ledger(kinds, report.files().stream().collect(Collectors.toMap(file -> file.file().name(),
                file -> new Entry(file.counts(), entry(file).causes()))));
    }

    // counts

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
    boolean isSameData(FileResult file) {
        return files.isEmpty() || file.counts().cases() == before(file).cases();
    }

    private Counts before(FileResult file) {
        return entry(file).counts();
    }

    private Entry entry(FileResult file) {
        return files.getOrDefault(file.file().name(), Entry.NONE);
    }

    private List<String> describe(Report report, Predicate<FileResult> which) {
        return report.files().stream().filter(which).map(
                file -> file.file().name() + " was " + before(file).toJson() + " and is " + file.counts().toJson())
                .toList();
    }

    // causes

    /** Cases that differ and of which it is not said why, and causes of what does not differ. */
    List<String> unexplained(Report report) {
        List<String> findings = new ArrayList<>();
        report.files().stream().filter(this::isSameData).forEach(file -> findings.addAll(unexplained(file)));
        if (report.files().stream().allMatch(this::isSameData)) {
            kinds.keySet().stream()
                    .filter(kind -> report.files().stream().flatMap(Ledger::failures)
                            .noneMatch(result -> kind(result).equals(kind)))
                    .forEach(kind -> findings.add(kind + " has a cause, and none differs"));
        }
        return findings;
    }

    private List<String> unexplained(FileResult file) {
        Map<String, String> causes = entry(file).causes();
        Map<String, CaseResult> failures =
                failures(file)
                        .collect(Collectors.toMap(result -> result.planCase().name(), result -> result, (a, b) -> a));
        Stream<String> unknown = failures.values().stream()
                .filter(result -> !causes.containsKey(result.planCase().name()) && !kinds.containsKey(kind(result)))
                .map(result -> result.planCase().name() + ": differs without a cause");
        Stream<String> stale = causes.keySet().stream().filter(name -> !failures.containsKey(name))
                .map(name -> name + ": has a cause, and does not differ");
        return Stream.concat(unknown, stale).map(finding -> file.file().name() + ": " + finding).toList();
    }

    private static Stream<CaseResult> failures(FileResult file) {
        return file.results().stream().filter(result -> result.outcome().isFailure());
    }

    private static String kind(CaseResult result) {
        String text = BEFORE_FIRST_WORD.matcher(result.planCase().query()).replaceFirst("");
        return BEHIND_FIRST_WORD.matcher(text).replaceFirst("").toUpperCase(Locale.ROOT);
    }

    // writing

    /** JSON with a line for each file and each cause, so that a change of one is a change of one line. */
    String print() {
        return "{\n  \"kinds\": " + lines("    ", kinds) + ",\n  \"files\": {\n"
                + files.entrySet().stream().map(file -> "    " + quoted(file.getKey()) + ": " + print(file.getValue()))
                        .collect(Collectors.joining(",\n"))
                + "\n  }\n}\n";
    }

    private static String print(Entry entry) {
        ObjectNode counts = entry.counts().toJson();
        String open = counts.toString();
        return entry.causes().isEmpty()
                ? open
                : open.substring(0, open.length() - 1) + ",\"causes\": " + lines("      ", entry.causes()) + "}";
    }

    private static String lines(String indent, Map<String, String> texts) {
        String end = "\n" + indent.substring(2) + "}";
        return texts.entrySet().stream()
                .map(text -> indent + quoted(text.getKey()) + ": " + quoted(Objects.requireNonNull(text.getValue())))
                .collect(Collectors.joining(",\n", "{\n", end));
    }

    private static String quoted(String text) {
        return TextNode.valueOf(text).toString();
    }
}
