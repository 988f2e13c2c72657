package dev.shardroute.sql.parser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shardroute.sql.Corpus;
import dev.shardroute.sql.Sql;
import dev.shardroute.sql.ast.Ddl;
import dev.shardroute.sql.ast.Ddl.ObjectKind;
import dev.shardroute.testing.Conformance;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Vitess's definitions: each is accepted as what its words say, and travels as it is written. */
final class DdlConformanceTest {
    private static final Pattern VERB = Pattern.compile("\\s*(create|alter|drop|rename|truncate)\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern OF_OTHERS = Pattern.compile("(alter (vschema|vitess_migration)|drop\\s+prepare)\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern KIND =
            Pattern.compile("\\b(table|view|index|database|schema|procedure|function|trigger|event)\\b");
    private static final Pattern ELEMENTS = Pattern.compile("[^(']*\\(\\s*(?!like\\b|select\\b).*", Pattern.DOTALL);

    @Test
    void definitions_areAccepted() {
        List<Ddl> ddls = new ArrayList<>();
        for (String sql : Corpus.valid()) {
            String bare = sql.replaceAll("(?s)/\\*[^!].*?\\*/", "").strip();
            if (VERB.matcher(bare).matches() && !OF_OTHERS.matcher(bare).matches()) {
                ddls.add(check(sql, bare.toLowerCase(Locale.ROOT)));
            }
        }
        assertTrue(ddls.size() > 300, "there are " + ddls.size());
    }

    private static Ddl check(String sql, String bare) {
        Ddl ddl = (Ddl) Sql.statement(sql);
        assertTrue(bare.startsWith(ddl.action().name().toLowerCase(Locale.ROOT)), sql);
        assertEquals(kind(bare), ddl.kind(), sql);
        boolean isNameless = bare.startsWith("alter database char");
        assertEquals(isNameless && !bare.contains("charset charset"), ddl.names().isEmpty(), sql);
        assertTrue(sql.contains(ddl.text()), sql);
        boolean isDefinition = bare.startsWith("create") && ddl.kind() == ObjectKind.TABLE;
        assertEquals(isDefinition && ELEMENTS.matcher(beforeQuery(bare)).matches(), ddl.definition() != null, sql);
        return ddl;
    }

    private static ObjectKind kind(String bare) {
        Matcher kind = KIND.matcher(bare);
        boolean isFound = kind.find();
        assertTrue(isFound || bare.startsWith("truncate"), bare);
        String word = isFound ? kind.group() : "table";
        return word.equals("schema") ? ObjectKind.DATABASE : ObjectKind.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static String beforeQuery(String bare) {
        int query = bare.indexOf("select");
        return query < 0 ? bare : bare.substring(0, query).replaceFirst("\\(\\s*$", "");
    }

    @Test
    void invalidDefinitions_areRefused() {
        List<String> accepted = new ArrayList<>();
        Conformance.json("sql/invalid.json").forEach(row -> accepted.add(row.path("input").textValue()));
        accepted.removeIf(sql -> !VERB.matcher(sql).matches());
        assertFalse(accepted.isEmpty());
        accepted.forEach(Sql::refused);
    }
}
