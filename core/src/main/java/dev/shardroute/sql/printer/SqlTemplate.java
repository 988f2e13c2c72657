package dev.shardroute.sql.printer;

import dev.shardroute.type.Binds;
import java.util.ArrayList;
import java.util.List;

/**
 * Printed SQL that knows where its bind variables stand, so that values can be written in without parsing it again.
 *
 * @param text  the SQL, variables as {@code :name} and {@code ::name}
 * @param sites where the variables are, in order
 */
public record SqlTemplate(String text, List<Site> sites) {
    /** No text. */
    public static final SqlTemplate EMPTY = of("");

    /** Copies the list. */
    public SqlTemplate {
        sites = List.copyOf(sites);
    }

    /**
     * A variable in the text.
     *
     * @param start  the offset of its first colon
     * @param name   its name, without colons
     * @param isList true for {@code ::name}
     */
    public record Site(int start, String name, boolean isList) {
        int end() {
            return start + name.length() + (isList ? 2 : 1);
        }
    }

    /** SQL without bind variables. */
    public static SqlTemplate of(String text) {
        return new SqlTemplate(text, List.of());
    }

    /** The parts one after another with {@code separator} between them. */
    public static SqlTemplate join(String separator, List<SqlTemplate> parts) {
        return join(EMPTY, separator, parts, EMPTY);
    }

    /** {@code before}, then the parts with {@code separator} between them, then {@code after}. */
    public static SqlTemplate join(SqlTemplate before, String separator, List<SqlTemplate> parts, SqlTemplate after) {
        StringBuilder text = new StringBuilder(before.text);
        List<Site> sites = new ArrayList<>(before.sites);
        for (int i = 0; i < parts.size(); i++) {
            text.append(i == 0 ? "" : separator);
            parts.get(i).appendTo(text, sites);
        }
        after.appendTo(text, sites);
        return new SqlTemplate(text.toString(), sites);
    }

    private void appendTo(StringBuilder target, List<Site> targetSites) {
        for (Site site : sites) {
            targetSites.add(new Site(target.length() + site.start, site.name, site.isList));
        }
        target.append(text);
    }

    /** This text and then the other. */
    public SqlTemplate append(SqlTemplate other) {
        return join(this, "", List.of(), other);
    }

    /**
     * The SQL with the values written in as literals.
     *
     * @throws dev.shardroute.error.ShardrouteException {@code VT03026} when a variable has no value, {@code SR04001} when a
     *         list stands for one value or the other way round, or a list is empty
     */
    public String inline(Binds binds) {
        if (sites.isEmpty()) {
            return text;
        }
        StringBuilder sql = new StringBuilder(text.length() + 16 * sites.size());
        int end = 0;
        for (Site site : sites) {
            sql.append(text, end, site.start);
            if (site.isList) {
                Literals.appendList(sql, site.name, binds.tuple(site.name));
            } else {
                Literals.append(sql, binds.value(site.name));
            }
            end = site.end();
        }
        return sql.append(text, end, text.length()).toString();
    }
}
