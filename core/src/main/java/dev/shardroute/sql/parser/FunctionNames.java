package dev.shardroute.sql.parser;

import dev.shardroute.sql.lex.Keyword;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The names of functions, for those who make calls without this parser. */
public final class FunctionNames {
    private static final Map<String, Keyword> KEYWORDS = keywords();

    private FunctionNames() {}

    /** The name that canonical SQL writes for a function, whatever case and synonym {@code name} is; as it is, if unknown. */
    public static String canonical(String name) {
        Keyword keyword = KEYWORDS.get(name.toUpperCase(Locale.ROOT));
        Functions.Function function = keyword == null ? null : Functions.find(keyword);
        return function == null ? name : function.name(name);
    }

    private static Map<String, Keyword> keywords() {
        Map<String, Keyword> keywords = new HashMap<>();
        for (Keyword keyword : Keyword.values()) {
            keywords.put(keyword.name(), keyword);
        }
        return Map.copyOf(keywords);
    }
}
