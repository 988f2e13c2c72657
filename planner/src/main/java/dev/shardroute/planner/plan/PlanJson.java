package dev.shardroute.planner.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardroute.error.ErrorCode;
import java.util.List;

/** Describes plans as JSON, in the form in which Vitess describes them. Thread-safe. */
public final class PlanJson {
    private static final ObjectMapper MAPPER = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private PlanJson() {}

    /** The description as text, indented. */
    public static String print(Plan plan) {
        try {
            return MAPPER.writeValueAsString(describe(plan));
        } catch (JsonProcessingException e) {
            throw ErrorCode.VT13001.error(e.getOriginalMessage());
        }
    }

    /** The description as a tree of the caller's own. */
    static ObjectNode describe(Plan plan) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("Type", plan.type().label());
        json.put("QueryType", plan.queryType().name());
        json.put("Original", plan.original());
        json.set("Instructions", describe(plan.instructions(), ""));
        if (!plan.tablesUsed().isEmpty()) {
            json.set("TablesUsed", Description.array(plan.tablesUsed()));
        }
        return json;
    }

    /** The description of a step and its inputs; {@code name} is what it is to the step around it, or empty. */
    static ObjectNode describe(Primitive primitive, String name) {
        ObjectNode json = MAPPER.createObjectNode();
        if (!name.isEmpty()) {
            json.put("InputName", name);
        }
        json.setAll(Descriptions.of(primitive).json());
        List<Primitive> inputs = primitive.inputs();
        if (!inputs.isEmpty()) {
            ArrayNode array = json.putArray("Inputs");
            List<String> names = Descriptions.inputNames(primitive);
            for (int i = 0; i < inputs.size(); i++) {
                array.add(describe(inputs.get(i), names.isEmpty() ? "" : names.get(i)));
            }
        }
        return json;
    }
}
