package dev.shardroute.sql.printer;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shardroute.sql.printer.SqlWriter.Form;
import dev.shardroute.type.Binds;
import dev.shardroute.type.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Printed SQL that knows where its bind variables stand, so that values can be written in without parsing it again.
 * Immutable and thread-safe.
 *
 * <p>It is made of bytes. A string literal whose bytes are not UTF-8 is written byte for byte in what is given as bytes, and in
 * hexadecimal, {@code x'ff'}, in what is given as a string, because a string cannot carry it.
 */
public final class SqlTemplate {
    /** No text. */
    public static final SqlTemplate EMPTY = of("");

    private final byte[] sql;
    private final List<Site> sites;
    private final List<Binary> binaries;

    /** {@code text}, which has variables as {@code :name} and {@code ::name} at the {@code sites}, in order. */
    public SqlTemplate(String text, List<Site> sites) {
        this(text.getBytes(UTF_8), sites, List.of());
    }

    SqlTemplate(byte[] sql, List<Site> sites, List<Binary> binaries) {
        this.sql = sql;
        this.sites = List.copyOf(sites);
        this.binaries = List.copyOf(binaries);
    }

    /**
     * A variable in the text.
     *
     * @param start the offset of its first colon in the bytes of the text
     * @param name  its name, without colons
     * @param kind  what it stands for
     */
    public record Site(int start, String name, Kind kind) {
        /** A variable for one value, or for a list of values. */
        public Site(int start, String name, boolean isList) {
            this(start, name, isList ? Kind.LIST : Kind.VALUE);
        }

        /** What a variable stands for. */
        public enum Kind {
            /** {@code :name}, one value. */
            VALUE,
            /** {@code ::name}, values or rows in parentheses. */
            LIST,
            /** {@code ::name} behind VALUES, rows. */
            ROWS
        }

        /** True for {@code ::name}. */
        public boolean isList() {
            return kind != Kind.VALUE;
        }

        int end() {
            int colons = isList() ? 2 : 1;
            int length = name.length();
            for (int i = 0; i < length; i++) {
                if (name.charAt(i) >= 0x80) {
                    return start + colons + name.getBytes(UTF_8).length;
                }
            }
            return start + colons + length;
        }

        Site moved(int by) {
            return new Site(start + by, name, kind);
        }
    }

    /** A literal in the text whose bytes are not UTF-8, and its value. */
    record Binary(int start, int end, Value value) {
        Binary moved(int by) {
            return new Binary(start + by, end + by, value);
        }
    }

    /**
     * SQL with question marks.
     *
     * @param sql        the SQL
     * @param parameters what the question marks stand for, in order
     */
    public record Positional(String sql, List<Parameter> parameters) {
        /** Copies the list. */
        public Positional {
            parameters = List.copyOf(parameters);
        }
    }

    /**
     * What a question mark stands for.
     *
     * @param name  the variable, without colons; of a list all members have its name
     * @param value its value
     */
    public record Parameter(String name, Value value) {}

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
        int length = before.sql.length + after.sql.length;
        for (SqlTemplate part : parts) {
            length += part.sql.length + separator.length();
        }
        SqlWriter out = new SqlWriter(Form.BYTES, length);
        out.append(before);
        for (int i = 0; i < parts.size(); i++) {
            out.append(i == 0 ? "" : separator).append(parts.get(i));
        }
        return out.append(after).template();
    }

    /** This text and then the other. */
    public SqlTemplate append(SqlTemplate other) {
        return join(this, "", List.of(), other);
    }

    /** The SQL, variables as {@code :name} and {@code ::name}. */
    public String text() {
        return new String(encodable().sql, UTF_8);
    }

    /** The SQL, variables as {@code :name} and {@code ::name}; a fresh copy. */
    public byte[] bytes() {
        return sql.clone();
    }

    /** Where the variables are, in order. */
    public List<Site> sites() {
        return sites;
    }

    /**
     * The SQL with the values written in as literals.
     *
     * @throws dev.shardroute.error.ShardrouteException {@code VT03026} when a variable has no value, {@code SR04001} when a
     *         list stands for one value or the other way round, or a list is empty
     */
    public String inline(Binds binds) {
        return encodable().write(new SqlWriter(Form.STRING, inlinedLength()), binds, null).toString();
    }

    /**
     * The SQL with the values written in as literals, as a fresh array.
     *
     * @throws dev.shardroute.error.ShardrouteException as {@link #inline} does
     */
    public byte[] inlineBytes(Binds binds) {
        return write(new SqlWriter(Form.BYTES, inlinedLength()), binds, null).bytes();
    }

    /**
     * The SQL with a question mark for each value; a list has as many as it has values. A value that is SQL text is written in.
     *
     * @throws dev.shardroute.error.ShardrouteException as {@link #inline} does
     */
    public Positional positional(Binds binds) {
        List<Parameter> parameters = new ArrayList<>();
        SqlWriter out = encodable().write(new SqlWriter(Form.STRING, sql.length), binds, parameters);
        return new Positional(out.toString(), parameters);
    }

    /** The text in bytes, not to be changed. */
    byte[] sql() {
        return sql;
    }

    /** Which literals are not UTF-8, in order. */
    List<Binary> binaries() {
        return binaries;
    }

    private int inlinedLength() {
        return sql.length + 16 * sites.size();
    }

    private SqlWriter write(SqlWriter out, Binds binds, @Nullable List<Parameter> parameters) {
        BindWriter values = new BindWriter(out, binds, parameters);
        int done = 0;
        for (Site site : sites) {
            out.append(sql, done, site.start);
            values.append(site);
            done = site.end();
        }
        return out.append(sql, done, sql.length);
    }

    /** The same without bytes that are not UTF-8. */
    private SqlTemplate encodable() {
        if (binaries.isEmpty()) {
            return this;
        }
        SqlWriter out = new SqlWriter(Form.STRING);
        int done = 0;
        int site = 0;
        for (Binary binary : binaries) {
            site = out.append(this, done, binary.start, site);
            out.literal(binary.value);
            done = binary.end;
        }
        out.append(this, done, sql.length, site);
        return out.template();
    }

    /** Two templates are equal when their bytes and variables are. */
    @Override
    public boolean equals(Object other) {
        return other instanceof SqlTemplate that && Arrays.equals(sql, that.sql) && sites.equals(that.sites);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(sql) + sites.hashCode();
    }

    @Override
    public String toString() {
        return text();
    }
}
