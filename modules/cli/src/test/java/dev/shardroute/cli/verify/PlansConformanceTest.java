package dev.shardroute.cli.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Plans the whole of the conformance data and holds the outcomes against the committed ledger. */
final class PlansConformanceTest {
    private static final Path LEDGER = Path.of("src", "test", "resources", "ledger", "plans.json");
    private static final Path TOTALS = Path.of("target", "conformance-totals.txt");
    private static final String UPDATE = "shardroute.ledger.update";
    private static final String HOW_TO_RAISE =
            "write the new counts into the ledger with: mvn test -pl modules/cli -am -Dtest=PlansConformanceTest "
                    + "-Dsurefire.failIfNoSpecifiedTests=false -D" + UPDATE + "=true";

    @Test
    void outcomes_areThoseOfTheLedger_whichMayOnlyRise() throws IOException {
        Report report = run(plans());
        Files.writeString(TOTALS, "conformance of plans\n" + report.table());
        Ledger ledger = Ledger.read(LEDGER);
        assertEquals(List.of(), ledger.worse(report), "what was identical must stay so, and nothing may crash");
        if (Boolean.getBoolean(UPDATE)) {
            Files.writeString(LEDGER, ledger.with(report).print());
        } else {
            assertEquals(List.of(), ledger.changed(report), HOW_TO_RAISE);
        }
        assertEquals(List.of(), ledger.unexplained(report), "what differs needs its cause in the ledger, nothing else");
        assertEquals(List.of(), unused(ledger, report), "deviations must be of cases that differ");
    }

    /** Deviations of cases that are as expected, or that are not there any more. */
    private static List<Deviation> unused(Ledger ledger, Report report) {
        Set<Deviation> used = report.files().stream().flatMap(file -> file.results().stream())
                .flatMap(result -> result.deviation().stream()).collect(Collectors.toSet());
        Set<String> sameFiles = report.files().stream().filter(ledger::isSameData).map(file -> file.file().name())
                .collect(Collectors.toSet());
        return Deviations.ofVitess().all().stream()
                .filter(one -> sameFiles.contains(one.file()) && !used.contains(one)).toList();
    }

    private static Report run(Path plans) throws IOException {
        Deviations deviations = Deviations.ofVitess();
        Contexts contexts = Contexts.read(plans.resolve("contexts.json"));
        try (Stream<Path> files = Files.list(plans.resolve("cases"))) {
            return new Report(files.sorted().map(CaseFile::read)
                    .map(file -> CaseRunner.run(file, contexts.setup(file.name()), deviations)).toList());
        }
    }

    private static Path plans() throws IOException {
        Path plans = Path.of(System.getProperty("shardroute.conformance", "conformance"), "plans");
        String skipped = "conformance of plans: skipped, because there is no data at " + plans.normalize();
        if (!Files.isDirectory(plans)) {
            Files.writeString(TOTALS, skipped + "\n");
        }
        assumeTrue(Files.isDirectory(plans), skipped);
        return plans;
    }
}
