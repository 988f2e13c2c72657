package dev.shardroute.cli.statement;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardroute.cli.InputException;
import dev.shardroute.cli.Json;
import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import java.util.List;

/** Statements in JSON, and the answers in JSON; a statement that is refused keeps none of the others from its answer. */
final class Batch {
    private final StatementForm.Maker maker;

    Batch(StatementForm.Maker maker) {
        this.maker = maker;
    }

    /** The answers to an array of {@code {"input": SQL}}, in its order; other members are not looked at. */
    ArrayNode answer(JsonNode rows) {
        if (!rows.isArray()) {
            throw new InputException("standard input", "an array of {\"input\": SQL} is needed");
        }
        ArrayNode answers = Json.array();
        for (JsonNode row : rows) {
            JsonNode input = row.path("input");
            if (!input.isTextual()) {
                throw new InputException("standard input", "element " + answers.size() + " has no text \"input\"");
            }
            answers.add(answer(input.textValue()));
        }
        return answers;
    }

    private ObjectNode answer(String input) {
        ObjectNode answer = Json.object().put("input", input);
        try {
            List<StatementForm> forms = StatementInput.parse(input).stream().map(maker::of).toList();
            return forms.size() == 1 ? put(answer, forms.getFirst()) : put(answer, forms);
        } catch (ShardrouteException e) {
            return put(answer, e);
        } catch (RuntimeException | StackOverflowError e) {
            return put(answer, ErrorCode.VT13001.error(e.toString()));
        }
    }

    private static ObjectNode put(ObjectNode answer, StatementForm form) {
        answer.put("output", form.sql());
        if (form.bindVars() != null) {
            answer.set("bindVars", form.bindVars());
        }
        return answer;
    }

    private static ObjectNode put(ObjectNode answer, List<StatementForm> forms) {
        ArrayNode outputs = answer.putArray("outputs");
        forms.forEach(form -> outputs.add(form.sql()));
        if (forms.getFirst().bindVars() != null) {
            ArrayNode bindVars = answer.putArray("bindVars");
            forms.forEach(form -> bindVars.add(form.bindVars()));
        }
        return answer;
    }

    private static ObjectNode put(ObjectNode answer, ShardrouteException error) {
        answer.putObject("error")
                .put("code", error.code().name())
                .put("errno", error.errno())
                .put("sqlstate", error.sqlState())
                .put("message", error.getMessage());
        return answer;
    }
}
