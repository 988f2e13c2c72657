package dev.shardroute.vschema;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import dev.shardroute.vindex.Vindex;
import dev.shardroute.vindex.VindexRegistry;
import dev.shardroute.vschema.Finding.Severity;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the vindexes of one keyspace.
 *
 * @param registry the types of vindex
 * @param tables   the names of the tables of the keyspace, those that are wrong included
 */
record VindexReader(VindexRegistry registry, Set<String> tables) {
    /** The vindex; empty when anything is wrong with it. */
    Optional<VindexDefinition> read(String name, JsonPart json) {
        long before = json.findings().errors();
        JsonFields fields = json.fields(KnownKeys.VINDEX);
        Map<String, JsonPart> written = fields.get("params").map(JsonPart::members).orElse(Map.of());
        Map<String, String> params = new LinkedHashMap<>();
        written.forEach((param, part) -> part.text().ifPresent(text -> params.put(param, text)));
        Optional<String> owner = fields.text("owner");
        Optional<VindexDefinition> definition = fields.requiredText("type")
                .flatMap(type -> create(type, name, params, json))
                .map(vindex -> new VindexDefinition(vindex, params, owner))
                .filter(vindex -> json.findings().errors() == before);
        definition.ifPresent(vindex -> {
            warnOfUnknownParams(vindex, written);
            fields.get("owner").ifPresent(part -> warnOfOwner(vindex, part));
        });
        return definition;
    }

    private Optional<Vindex> create(String type, String name, Map<String, String> params, JsonPart json) {
        try {
            return Optional.of(registry.create(type, name, params));
        } catch (ShardrouteException e) {
            boolean unknown = e.code() == ErrorCode.SR02002;
            json.note(e.getMessage() + (unknown ? Suggestion.of(type, registry.types()) : ""));
            return Optional.empty();
        }
    }

    /** They are no errors: Vitess takes them, and there are VSchemas that have them. */
    private void warnOfUnknownParams(VindexDefinition vindex, Map<String, JsonPart> written) {
        Set<String> known = registry.parameters(vindex.type()).orElse(Set.of());
        Set<String> unknown = Set.copyOf(registry.unknownParameters(vindex.type(), vindex.params()));
        written.forEach((param, part) -> {
            if (unknown.contains(param)) {
                part.note("type '" + vindex.type() + "' does not know this parameter" + Suggestion.of(param, known),
                        Severity.WARNING);
            }
        });
    }

    private void warnOfOwner(VindexDefinition vindex, JsonPart json) {
        vindex.owner().ifPresent(owner -> {
            if (!vindex.isLookup()) {
                json.note("type '" + vindex.type() + "' has no lookup table that could be owned", Severity.WARNING);
            } else if (!tables.contains(owner)) {
                json.note("'" + owner + "' is not a table of the keyspace" + Suggestion.of(owner, tables),
                        Severity.WARNING);
            }
        });
    }
}
