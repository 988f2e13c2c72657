package dev.shardroute.sql.printer;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shardroute.sql.ast.TableName;
import dev.shardroute.sql.lex.Words;
import dev.shardroute.sql.printer.SqlTemplate.Binary;
import dev.shardroute.sql.printer.SqlTemplate.Site;
import dev.shardroute.type.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The text that printers write to, in UTF-8; it remembers where the bind variables are. */
final class SqlWriter {
    private static final int CAPACITY = 256;

    private final Form form;
    private final @Nullable Redaction redaction;
    private final List<Site> sites = new ArrayList<>();
    private final List<Binary> binaries = new ArrayList<>();
    private byte[] bytes;
    private int length;

    SqlWriter(Form form) {
        this(form, CAPACITY);
    }

    SqlWriter(Form form, int capacity) {
        this.form = form;
        this.redaction = null;
        this.bytes = new byte[capacity];
    }

    /** A text without literals. */
    SqlWriter(Redaction redaction) {
        this.form = Form.STRING;
        this.redaction = redaction;
        this.bytes = new byte[CAPACITY];
    }

    /** What is made of the text. */
    enum Form {
        /** Bytes: every literal as it is. */
        BYTES,
        /** {@link #BYTES}, each SELECT being cut down to what has the same columns and no rows. */
        FIELDS,
        /** A string, which cannot have bytes that are not UTF-8. */
        STRING
    }

    Form form() {
        return form;
    }

    /** How many bytes there are. */
    int length() {
        return length;
    }

    // parts

    /** As a rule a part is ASCII, and then no array is made of it. */
    SqlWriter append(String part) {
        int size = part.length();
        reserve(size);
        byte[] target = bytes;
        int at = length;
        for (int i = 0; i < size; i++) {
            char c = part.charAt(i);
            if (c >= 0x80) {
                return appendEncoded(part);
            }
            target[at + i] = (byte) c;
        }
        length = at + size;
        return this;
    }

    private SqlWriter appendEncoded(String part) {
        byte[] encoded = part.getBytes(UTF_8);
        return append(encoded, 0, encoded.length);
    }

    SqlWriter append(byte[] source, int start, int end) {
        reserve(end - start);
        System.arraycopy(source, start, bytes, length, end - start);
        length += end - start;
        return this;
    }

    /** The bytes of a value's text, as they are. */
    SqlWriter append(Value value, int start, int end) {
        reserve(end - start);
        value.copyTo(bytes, length, start, end);
        length += end - start;
        return this;
    }

    SqlWriter variable(String name, boolean isList) {
        return variable(name, isList ? Site.Kind.LIST : Site.Kind.VALUE);
    }

    SqlWriter variable(String name, Site.Kind kind) {
        sites.add(new Site(length, name, kind));
        return append(kind == Site.Kind.VALUE ? ":" : "::").append(name);
    }

    /** A name, in backticks where it is a word of the grammar or has characters that need them. */
    SqlWriter name(String name) {
        return isPlain(name) && !Words.isQuotedName(name) ? append(name) : quotedName(name);
    }

    /** A function's name needs backticks for its characters only: the parenthesis behind it says what it is. */
    SqlWriter functionName(String name) {
        return isPlain(name) ? append(name) : quotedName(name);
    }

    /** A character set or collation; {@code binary} is the only one that is a reserved word, and the grammar has it. */
    SqlWriter charset(String name) {
        return name.equalsIgnoreCase("binary") || name.equalsIgnoreCase("ascii") ? append(name) : name(name);
    }

    SqlWriter tableName(TableName table) {
        if (table.qualifier() != null) {
            name(table.qualifier()).append(".");
        }
        return name(table.name());
    }

    SqlWriter names(List<String> names) {
        for (int i = 0; i < names.size(); i++) {
            append(i == 0 ? "" : ", ").name(names.get(i));
        }
        return this;
    }

    /** {@code 'text'}. */
    SqlWriter string(String text) {
        return literal(Value.of(text));
    }

    /** A word that says what the literal behind it is: a variable has its type behind it. */
    SqlWriter word(String word) {
        return redaction == null ? append(word) : this;
    }

    SqlWriter literal(Value value) {
        if (redaction == null || value.isNull()) {
            Literals.append(this, value);
        } else {
            redaction.append(this, value);
        }
        return this;
    }

    /** The comments behind a verb, each with a blank behind it. */
    SqlWriter comments(List<String> comments) {
        for (String comment : comments) {
            int before = length;
            comment(comment);
            append(length == before ? "" : " ");
        }
        return this;
    }

    /** A comment; where literals are hidden only one that means something. */
    void comment(String comment) {
        if (redaction == null || Redaction.isKept(comment)) {
            append(comment);
        }
    }

    /** A statement that is printed as it is written. */
    SqlWriter statementText(String text) {
        if (redaction == null) {
            append(text);
        } else {
            redaction.appendText(this, text);
        }
        return this;
    }

    <T> SqlWriter list(List<T> items, String separator, Consumer<? super T> printer) {
        for (int i = 0; i < items.size(); i++) {
            append(i == 0 ? "" : separator);
            printer.accept(items.get(i));
        }
        return this;
    }

    // the whole

    /** From {@code start} on there is a literal whose bytes are not UTF-8. */
    void markBinary(int start, Value value) {
        binaries.add(new Binary(start, length, value));
    }

    /** Appends a whole template, its variables included. */
    SqlWriter append(SqlTemplate template) {
        int before = length;
        append(template.sql(), 0, template.sql().length);
        for (Site site : template.sites()) {
            sites.add(site.moved(before));
        }
        for (Binary binary : template.binaries()) {
            binaries.add(binary.moved(before));
        }
        return this;
    }

    /**
     * Appends a part of a template from {@code start} up to {@code end}, where no literals are in it that are not UTF-8.
     *
     * @param next the first variable that may be in the part
     * @return the first variable behind the part
     */
    int append(SqlTemplate template, int start, int end, int next) {
        int moved = length - start;
        append(template.sql(), start, end);
        List<Site> all = template.sites();
        int behind = next;
        while (behind < all.size() && all.get(behind).start() < end) {
            sites.add(all.get(behind).moved(moved));
            behind++;
        }
        return behind;
    }

    SqlTemplate template() {
        return new SqlTemplate(bytes(), sites, binaries);
    }

    byte[] bytes() {
        return Arrays.copyOf(bytes, length);
    }

    @Override
    public String toString() {
        return new String(bytes, 0, length, UTF_8);
    }

    private void reserve(int more) {
        if (more > bytes.length - length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, Math.addExact(length, more)));
        }
    }

    private SqlWriter quotedName(String name) {
        return append("`").append(name.replace("`", "``")).append("`");
    }

    private static boolean isPlain(String name) {
        boolean plain = !name.isEmpty() && !isDigit(name.charAt(0));
        for (int i = 0; plain && i < name.length(); i++) {
            char c = name.charAt(i);
            plain = isLetter(c) || isDigit(c) || c == '_' || c == '$';
        }
        return plain;
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
