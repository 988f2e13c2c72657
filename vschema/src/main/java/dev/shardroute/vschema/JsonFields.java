package dev.shardroute.vschema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The members of an object whose keys are fixed, by their {@code snake_case} name.
 *
 * @param part    the object
 * @param members the members that are there
 */
record JsonFields(JsonPart part, Map<String, JsonPart> members) {
    static JsonFields of(JsonPart part, List<String> known) {
        Map<String, JsonPart> members = new LinkedHashMap<>();
        part.members().forEach((key, member) -> {
            Optional<String> name =
                    known.stream().filter(snake -> key.equals(snake) || key.equals(camel(snake))).findFirst();
            if (name.isEmpty()) {
                member.findings().addUnknownKey(member.path(), "this key is not known" + Suggestion.of(key, known));
            } else if (members.put(name.get(), member) != null) {
                member.note("the same key is there in another spelling");
            }
        });
        return new JsonFields(part, members);
    }

    /** The {@code lowerCamelCase} of a name in {@code snake_case}. */
    static String camel(String snake) {
        StringBuilder camel = new StringBuilder();
        for (int i = 0; i < snake.length(); i++) {
            boolean capital = i > 0 && snake.charAt(i - 1) == '_';
            if (snake.charAt(i) != '_') {
                camel.append(capital ? Character.toUpperCase(snake.charAt(i)) : snake.charAt(i));
            }
        }
        return camel.toString();
    }

    /** The member of this name. */
    Optional<JsonPart> get(String name) {
        return Optional.ofNullable(members.get(name));
    }

    /** The text of this name; a text that is empty is the same as none. */
    Optional<String> text(String name) {
        return get(name).flatMap(JsonPart::text).filter(text -> !text.isEmpty());
    }

    /** The text of this name, which must be there. */
    Optional<String> requiredText(String name) {
        Optional<String> text = text(name);
        boolean empty = get(name).filter(member -> member.node().isTextual()).isPresent();
        if (text.isEmpty() && (empty || get(name).isEmpty())) {
            part.note("'" + name + "' is " + (empty ? "empty" : "missing"));
        }
        return text;
    }

    boolean flag(String name) {
        return get(name).flatMap(JsonPart::flag).orElse(false);
    }

    int integer(String name) {
        return get(name).flatMap(JsonPart::integer).orElse(0);
    }

    /** The elements of the array of this name. */
    List<JsonPart> elements(String name) {
        return get(name).map(JsonPart::elements).orElse(List.of());
    }

    /** What {@code read} makes of the elements of the array of this name. */
    <T> List<T> list(String name, Function<JsonPart, Optional<T>> read) {
        return elements(name).stream().flatMap(element -> read.apply(element).stream()).toList();
    }
}
