package dev.shardroute.cli.verify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shardroute.cli.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The cases in which the planner does something else on purpose.
 *
 * @param all each of them
 */
public record Deviations(List<Deviation> all) {
    /** No case. */
    public static final Deviations NONE = new Deviations(List.of());

    private static final String FILE = "deviations.json";

    /** Copies the list. */
    public Deviations {
        all = List.copyOf(all);
    }

    /** Those from the conformance data of Vitess, which are part of the program. */
    public static Deviations ofVitess() {
        try (InputStream stream = Objects.requireNonNull(Deviations.class.getResourceAsStream(FILE), FILE)) {
            return read(Json.parse(FILE, new String(stream.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Deviations read(JsonNode list) {
        return new Deviations(list.valueStream().map(one -> new Deviation(one.path("file").asText(),
                one.path("case").asText(), one.path("part").asText(), one.path("why").asText())).toList());
    }

    /** What there is of a case. */
    Optional<Deviation> find(String file, PlanCase planCase) {
        return all.stream().filter(one -> one.file().equals(file) && one.name().equals(planCase.name())).findFirst();
    }
}
