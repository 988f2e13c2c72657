package dev.shardroute.planner.semantics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shardroute.error.ShardrouteException;
import dev.shardroute.sql.SqlParser;
import dev.shardroute.sql.SyntaxException;
import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.normalize.Normalizer;
import dev.shardroute.sql.normalize.NormalizerOptions;
import dev.shardroute.sql.printer.SqlPrinter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every query that is planned or refused for a reason of planning must be analysed, and none may crash. */
final class AnalysisConformanceTest {
    /** Of a shard that the session has chosen, and of functions that no table must be beside: other than by analysis. */
    private static final Set<String> NOT_ANALYSED = Set.of("bypass_keyrange_cases.json", "bypass_shard_cases.json",
            "lock_cases.json");

    private final SqlParser parser = new SqlParser();
    private final Normalizer normalizer = new Normalizer(NormalizerOptions.builder().parameterize(false).build());

    @Test
    void queries_thatArePlanned_areAnalysed() {
        CaseFiles files = new CaseFiles();
        List<String> refused = new ArrayList<>();
        files.names().filter(file -> !NOT_ANALYSED.contains(file)).forEach(file -> files.cases(file)
                .filter(planCase -> planCase.path("plan").isObject())
                .forEach(planCase -> analyze(files, file, planCase, refused)));
        assertEquals(List.of(), refused);
    }

    private void analyze(CaseFiles files, String file, JsonNode planCase, List<String> refused) {
        Optional<Query> query = query(planCase);
        if (query.isPresent()) {
            try {
                Query normalized = (Query) normalizer.normalize(query.get()).statement();
                SemanticTable analysis =
                        new QueryAnalyzer(files.vschema(file), files.session(file)).analyze(normalized);
                analysis.conditions().notUnsharded().ifPresent(error -> refused.add(error.getMessage()));
                SqlPrinter.print(analysis.query());
            } catch (ShardrouteException e) {
                refused.add(CaseFiles.query(planCase) + ": " + e.getMessage());
            }
        }
    }

    /** Empty for another statement, and for one that is refused before. */
    private Optional<Query> query(JsonNode planCase) {
        try {
            return parser.parse(CaseFiles.query(planCase)) instanceof Query query
                    ? Optional.of(query)
                    : Optional.empty();
        } catch (SyntaxException e) {
            return Optional.empty();
        }
    }

    @Test
    void queries_thatAreRefused_doNotCrash() {
        CaseFiles files = new CaseFiles();
        List<String> crashes = new ArrayList<>();
        files.names().forEach(file -> files.cases(file).forEach(planCase -> {
            try {
                query(planCase).ifPresent(
                        query -> new QueryAnalyzer(files.vschema(file), files.session(file)).analyze(query));
            } catch (ShardrouteException refusal) {
                return;
            } catch (RuntimeException e) {
                crashes.add(CaseFiles.query(planCase) + ": " + e);
            }
        }));
        assertEquals(List.of(), crashes);
    }
}
