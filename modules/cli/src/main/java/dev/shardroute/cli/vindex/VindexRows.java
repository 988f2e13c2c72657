package dev.shardroute.cli.vindex;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardroute.cli.InputException;
import dev.shardroute.cli.Json;
import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import dev.shardroute.key.Destination;
import dev.shardroute.key.KeyspaceId;
import dev.shardroute.type.Value;
import dev.shardroute.vindex.Lookup;
import dev.shardroute.vindex.LookupSession;
import dev.shardroute.vindex.MultiColumnVindex;
import dev.shardroute.vindex.Reversible;
import dev.shardroute.vindex.Sequential;
import dev.shardroute.vindex.SingleColumnVindex;
import dev.shardroute.vindex.Vindex;
import dev.shardroute.vindex.VindexRegistry;
import java.nio.file.Path;
import java.util.List;

/**
 * Answers rows, one by one; a row with an error keeps none of the others from its answer.
 *
 * @param registry the types of vindex
 * @param folder   where relative files are looked for that are not in the working folder
 */
record VindexRows(VindexRegistry registry, Path folder) {
    /** The rows, each with its result. */
    ArrayNode answer(JsonNode rows) {
        if (!rows.isArray()) {
            throw new InputException("standard input", "an array of {\"vindex\", \"op\", ...} is needed");
        }
        ArrayNode answers = Json.array();
        for (JsonNode row : rows) {
            if (!(row instanceof ObjectNode object)) {
                throw new InputException("standard input", "element " + answers.size() + " is not an object");
            }
            answers.add(object.deepCopy().set("result", result(object)));
        }
        return answers;
    }

    private JsonNode result(ObjectNode json) {
        try {
            return run(new VindexRow(json, registry, folder));
        } catch (ShardrouteException | InputException e) {
            return error(String.valueOf(e.getMessage()));
        } catch (RuntimeException | StackOverflowError e) {
            return error(ErrorCode.VT13001.error(e.toString()).getMessage());
        }
    }

    private static ObjectNode error(String message) {
        return Json.object().put("error", true).put("message", message);
    }

    private static JsonNode run(VindexRow row) {
        return switch (row.text("op")) {
            case "map" -> Answers.destination(map(row.vindex(), row.inputs()));
            case "verify" -> BooleanNode.valueOf(verify(row.vindex(), row.inputs(), row.id()));
            case "reverse_map" -> Answers.value(of(Reversible.class, row.vindex()).reverseMap(row.id()));
            case "range_map" -> Answers.destination(
                    of(Sequential.class, row.vindex()).rangeMap(row.input(0), row.input(1)));
            case "create" -> Answers.traits(row.vindex(), row.unknownParams());
            case "compute_ksid" -> Cfc.id(row);
            case "find_prefix" -> Cfc.patternPrefix(row);
            case "keyrange_from_prefix" -> Cfc.range(row);
            case "add_one" -> Cfc.next(row);
            case "component_hash_length" -> Cfc.hashLength(row);
            default -> throw new InputException("op", "'" + row.text("op") + "' is not known");
        };
    }

    private static Destination map(Vindex vindex, List<Value> inputs) {
        return switch (vindex) {
            case SingleColumnVindex single -> single.map(first(inputs));
            case MultiColumnVindex multi -> multi.map(inputs);
            case Lookup lookup -> lookup.map(List.of(first(inputs)), LookupSession.none()).getFirst();
            default -> throw cannot(vindex);
        };
    }

    private static boolean verify(Vindex vindex, List<Value> inputs, KeyspaceId id) {
        return switch (vindex) {
            case SingleColumnVindex single -> single.verify(first(inputs), id);
            case MultiColumnVindex multi -> multi.verify(inputs, id);
            case Lookup lookup ->
                    lookup.verify(List.of(first(inputs)), List.of(id), LookupSession.none()).getFirst();
            default -> throw cannot(vindex);
        };
    }

    private static Value first(List<Value> inputs) {
        if (inputs.size() != 1) {
            throw new InputException("inputs", "one value is needed");
        }
        return inputs.getFirst();
    }

    /** The vindex as one that can do what the operation needs. */
    static <T extends Vindex> T of(Class<T> ability, Vindex vindex) {
        if (!ability.isInstance(vindex)) {
            throw cannot(vindex);
        }
        return ability.cast(vindex);
    }

    private static InputException cannot(Vindex vindex) {
        return new InputException("op", "a vindex of type " + vindex.type() + " cannot do that");
    }
}
