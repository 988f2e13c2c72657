package dev.shardroute.sql.parser;

import dev.shardroute.sql.ast.Administration.Maintenance;
import dev.shardroute.sql.ast.Administration.Maintenance.Verb;
import dev.shardroute.sql.ast.TableName;
import dev.shardroute.sql.lex.Keyword;
import dev.shardroute.sql.lex.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Parses ANALYZE, CHECK, CHECKSUM, OPTIMIZE and REPAIR TABLE. */
final class MaintenanceParser {
    private static final Set<String> CHECK_OPTIONS = Set.of("quick", "fast", "medium", "extended", "changed");
    private static final Set<String> CHECKSUM_OPTIONS = Set.of("quick", "extended");
    private static final Set<String> REPAIR_OPTIONS = Set.of("quick", "extended", "use_frm");

    private final TokenCursor cursor;
    private final ClauseParser clauses;
    private final SessionClauses parts;

    MaintenanceParser(TokenCursor cursor, ExpressionParser expressions, ClauseParser clauses) {
        this.cursor = cursor;
        this.clauses = clauses;
        this.parts = new SessionClauses(cursor, expressions);
    }

    /** From the verb on, which {@code verb} is. */
    Maintenance parse(Verb verb) {
        cursor.advance();
        boolean local = verb != Verb.CHECK && verb != Verb.CHECKSUM && parts.acceptLocal();
        parts.expectTables();
        List<TableName> tables = cursor.commaList(clauses::tableName);
        return new Maintenance(verb, local, tables, options(verb));
    }

    private List<String> options(Verb verb) {
        return switch (verb) {
            case ANALYZE -> refuseHistogram();
            case CHECK -> options(CHECK_OPTIONS, true);
            case CHECKSUM -> atOption(CHECKSUM_OPTIONS) ? List.of(takeLower()) : List.of();
            case OPTIMIZE -> List.of();
            case REPAIR -> options(REPAIR_OPTIONS, false);
        };
    }

    private List<String> refuseHistogram() {
        if (cursor.at(Keyword.UPDATE) || cursor.at(Keyword.DROP)) {
            throw TokenCursor.unsupported("ANALYZE TABLE … HISTOGRAM");
        }
        return List.of();
    }

    private List<String> options(Set<String> words, boolean forUpgrade) {
        List<String> options = new ArrayList<>();
        while (true) {
            if (atOption(words)) {
                options.add(takeLower());
            } else if (forUpgrade && cursor.accept(Keyword.FOR)) {
                cursor.expect(Keyword.UPGRADE);
                options.add("for upgrade");
            } else {
                return options;
            }
        }
    }

    private boolean atOption(Set<String> words) {
        return cursor.at(TokenKind.WORD) && words.contains(cursor.text().toLowerCase(Locale.ROOT));
    }

    private String takeLower() {
        return cursor.take().toLowerCase(Locale.ROOT);
    }
}
