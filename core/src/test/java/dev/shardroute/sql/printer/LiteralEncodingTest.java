package dev.shardroute.sql.printer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.shardroute.sql.SqlParser;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.Literal;
import dev.shardroute.sql.ast.Expression.Variable;
import dev.shardroute.sql.ast.Select;
import dev.shardroute.sql.ast.SelectItem;
import dev.shardroute.sql.printer.SqlTemplate.Site;
import dev.shardroute.type.Binds;
import dev.shardroute.type.Type;
import dev.shardroute.type.Value;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/**
 * As bytes a text is written byte for byte; as a string it is quoted when its bytes are UTF-8, and hexadecimal when they are
 * not.
 */
final class LiteralEncodingTest {
    @Test
    void replacementCharacter_thatIsInTheText_isText() {
        assertEquals("'a\uFFFD'", literal("a\uFFFD".getBytes(UTF_8)));
    }

    @Test
    void replacementCharacter_besideOtherBytes_isNotText() {
        assertEquals("x'efbfbdff'", literal(new byte[]{(byte) 0xef, (byte) 0xbf, (byte) 0xbd, -1}));
    }

    @Property
    void bytes_areQuoted_whenTheyAreUtf8(@ForAll @Size(max = 4) byte[] bytes) {
        String text = new String(bytes, UTF_8);
        boolean isUtf8 = Arrays.equals(text.getBytes(UTF_8), bytes);
        assertEquals(isUtf8 ? "'" : "x", literal(bytes).substring(0, 1));
    }

    @Property
    void bytes_areReadBack(@ForAll byte[] bytes) {
        assertArrayEquals(bytes, unquote(SqlPrinter.printBytes(new Literal(Value.of(Type.VARCHAR, bytes)))));
    }

    @Property
    void bytes_areParsedAsTheyWere(@ForAll byte[] bytes) {
        Select select = select(new Literal(Value.of(Type.VARCHAR, bytes)));
        assertEquals(select, new SqlParser().parse(SqlPrinter.printBytes(select)));
        assertEquals(select, new SqlParser().parse(SqlPrinter.template(select).inlineBytes(Binds.NONE)));
    }

    @Property
    void inlinedBytes_areParsedAsTheyWere(@ForAll byte[] bytes) {
        SqlTemplate template = SqlPrinter.template(select(new Variable("a")));
        Value value = Value.of(Type.VARCHAR, bytes);
        assertEquals(select(new Literal(value)),
                new SqlParser().parse(template.inlineBytes(Binds.NONE.with("a", value))));
    }

    @Test
    void quotesAndBackslashes_betweenBytesThatAreNotUtf8_areEscaped() {
        assertEquals("'\u00e3\\\\\u00e3\\'\\0'", latin1(SqlPrinter.printBytes(latin1("\u00e3\\\u00e3'\0"))));
    }

    @Test
    void template_givesBytesAndString() {
        SqlTemplate template = SqlPrinter.template(select(latin1("\u00e9"), new Variable("a"), latin1("\u00e8'")));
        assertEquals("select '\u00e9', :a, '\u00e8\\'' from dual", latin1(template.bytes()));
        assertEquals("select x'e9', :a, x'e827' from dual", template.text());
        assertEquals(List.of(new Site(12, "a", false)), template.sites());
    }

    @Test
    void inlinedTemplate_givesBytesAndString() {
        SqlTemplate template = SqlPrinter.template(select(latin1("\u00e9"), new Variable("a"), latin1("\u00e8")));
        Binds binds = Binds.NONE.with("a", latin1("\u00ff").value());
        assertEquals("select '\u00e9', '\u00ff', '\u00e8' from dual", latin1(template.inlineBytes(binds)));
        assertEquals("select x'e9', x'ff', x'e8' from dual", template.inline(binds));
    }

    @Test
    void joinedTemplates_giveBytesAndString() {
        SqlTemplate row = SqlPrinter.row(List.of(latin1("\u00e9"), new Variable("a")));
        SqlTemplate joined = SqlTemplate.join(SqlTemplate.of("\u00e9 "), ", ", List.of(row, row), SqlTemplate.EMPTY);
        assertEquals("\u00e9 (x'e9', :a), (x'e9', :a)", joined.text());
        assertEquals("\u00e9 (x'e9', 1), (x'e9', 1)", joined.inline(Binds.NONE.with("a", 1)));
    }

    @Test
    void introducedText_isHexadecimalInAString() {
        Expression introduced = new Expression.Introduced("latin1", latin1("\u00e9"));
        assertEquals("_latin1 x'e9'", SqlPrinter.print(introduced));
        assertEquals("_latin1 '\u00e9'", latin1(SqlPrinter.printBytes(introduced)));
    }

    @Property
    void text_isUtf8InBytes(@ForAll String text) {
        Literal literal = new Literal(Value.of(text));
        assertArrayEquals(SqlPrinter.print(literal).getBytes(UTF_8), SqlPrinter.printBytes(literal));
    }

    private static Select select(Expression... expressions) {
        return Select.of(Arrays.stream(expressions).<SelectItem>map(item -> new SelectItem.Item(item, null)).toList());
    }

    private static Literal latin1(String text) {
        return new Literal(Value.of(Type.VARCHAR, text.getBytes(ISO_8859_1)));
    }

    private static String latin1(byte[] bytes) {
        return new String(bytes, ISO_8859_1);
    }

    private static String literal(byte[] bytes) {
        return SqlPrinter.print(new Literal(Value.of(Type.VARCHAR, bytes)));
    }

    /** What MySQL reads in a literal in single quotes. */
    private static byte[] unquote(byte[] literal) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 1; i < literal.length - 1; i++) {
            if (literal[i] == '\\') {
                i++;
                int at = "0bnrtZ%_".indexOf(literal[i]);
                bytes.writeBytes(at < 0 ? new byte[]{literal[i]} : UNESCAPED.get(at));
            } else {
                bytes.write(literal[i]);
            }
        }
        return bytes.toByteArray();
    }

    private static final List<byte[]> UNESCAPED = List.of("\0".getBytes(UTF_8), "\b".getBytes(UTF_8),
            "\n".getBytes(UTF_8), "\r".getBytes(UTF_8), "\t".getBytes(UTF_8), "\032".getBytes(UTF_8),
            "\\%".getBytes(UTF_8), "\\_".getBytes(UTF_8));
}
