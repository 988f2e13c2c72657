package dev.shardroute.sql;

import static dev.shardroute.sql.Sql.refused;
import static dev.shardroute.sql.Sql.syntaxError;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import dev.shardroute.sql.ast.CommentOnly;
import dev.shardroute.sql.ast.Insert;
import dev.shardroute.sql.lex.SqlMode;
import dev.shardroute.sql.lex.SqlText;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SqlParserTest {
    // one statement

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t", ";", " ; ", "/*!*/", "/*! */ ;", "/*!99999 a */", "; select 1", "; -- a"})
    void textWithoutStatement_isRefused(String sql) {
        ShardrouteException error = refused(sql);
        assertEquals(ErrorCode.SR01004, error.code());
        assertEquals(1065, error.errno());
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '\u0001',
            value = {"/* a */ => /* a */", "# a => # a", "/* a */ -- b => /* a */-- b", "/* a */; # b => /* a */"})
    void commentsAlone_areAStatement(String sql, String canonical) {
        assertInstanceOf(CommentOnly.class, Sql.statement(sql));
        assertEquals(canonical, Sql.canonical(sql));
        assertEquals(Sql.statement(sql), Sql.statement(canonical));
    }

    @ParameterizedTest
    @ValueSource(strings = {"select 1;", "select 1 ; ", "select 1; -- a", "select 1 /* a */; # b\n"})
    void semicolon_mayFollow(String sql) {
        assertEquals(Sql.statement("select 1"), Sql.statement(sql));
    }

    @ParameterizedTest
    @ValueSource(strings = {"select 1; select 2", "select 1;;", "select 1; garbage"})
    void moreThanOneStatement_isRefused(String sql) {
        assertEquals(ErrorCode.VT12001, refused(sql).code());
    }

    @Test
    void expression_standsAlone() {
        SqlParser parser = new SqlParser();
        assertEquals(Sql.expression("a + 1"), parser.parseExpression(" a+1 # x"));
        assertThrows(SyntaxException.class, () -> parser.parseExpression("a b"));
        assertThrows(SyntaxException.class, () -> parser.parseExpression("a;"));
        assertThrows(SyntaxException.class, () -> parser.parseExpression(""));
    }

    // bytes

    @Test
    void bytes_areParsedAsCharactersAre() {
        SqlParser parser = new SqlParser();
        String sql = "select 'é', `ü` from t where a = 'x' # 😀";
        assertEquals(Sql.statement(sql), parser.parse(sql.getBytes(UTF_8)));
        assertEquals(Sql.statement(sql), parser.parse(SqlText.of(sql)));
    }

    @Test
    void placeOfAnError_isInBytesForBytes() {
        SqlParser parser = new SqlParser();
        String sql = "select 'é'\n, '😀' ]";
        SyntaxException ofCharacters = assertThrows(SyntaxException.class, () -> parser.parse(sql));
        assertEquals("18,2,8", place(ofCharacters));
        SyntaxException ofBytes = assertThrows(SyntaxException.class, () -> parser.parse(sql.getBytes(UTF_8)));
        assertEquals("21,2,10", place(ofBytes));
    }

    @Test
    void bytesThatAreNotUtf8_areRefusedOutsideOfStrings() {
        byte[] sql = "select a\u00ff".getBytes(ISO_8859_1);
        SyntaxException error = assertThrows(SyntaxException.class, () -> new SqlParser().parse(sql));
        assertEquals("8,1,9", place(error));
        assertEquals(1064, error.errno());
    }

    // several statements

    @Test
    void statements_areParsedOneByOne() {
        SqlParser parser = new SqlParser();
        assertEquals(List.of(Sql.statement("select 1"), Sql.statement("select 2")),
                parser.parseAll("select 1; ; select 2; # c"));
        assertEquals(List.of(Sql.statement("select 1")), parser.parseAll(SqlText.of("select 1")));
        assertEquals(List.of(), parser.parseAll(" ; /* a */ ;"));
        assertEquals(ErrorCode.SR01004,
                assertThrows(ShardrouteException.class, () -> parser.parseAll("")).code());
    }

    @Test
    void versionComments_areStatementsOnlyWhenRead() {
        ParserOptions unread = ParserOptions.builder().readsVersionComments(false).build();
        String sql = "select 1;/*! alter table foo disable keys; */ select 2;";
        assertEquals(List.of(Sql.statement("select 1"), Sql.statement("select 2")),
                new SqlParser(unread).parseAll(sql));
        assertThrows(ShardrouteException.class, () -> new SqlParser().parseAll(sql));
    }

    @Test
    void errorInAStatement_hasItsPlaceInTheText() {
        SyntaxException error =
                assertThrows(SyntaxException.class, () -> new SqlParser().parseAll("select 'é';\nselect b c d"));
        assertEquals("23,2,12", place(error));
    }

    @Test
    void text_isSplitWithoutParsing() {
        SqlText text = SqlText.of("anything; goes 'a;'; here");
        assertEquals(List.of(text.part(0, 8), text.part(10, 19), text.part(21, 25)), new SqlParser().split(text));
        assertThrows(SyntaxException.class, () -> new SqlParser().split(SqlText.of("a; 'b")));
    }

    // errors

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '\u0001',
            value = {"select => 6,1,7", "select 1 from => 13,1,14", "select\\n  a b c => 13,2,7", "selec 1 => 0,1,1",
                "select 'a => 7,1,8", "select a\\nfrom t\\nwhere ] => 22,3,7", "update t set\\r\\n\\r\\na => 17,3,2"})
    void syntaxError_hasItsPlace(String sql, String place) {
        SyntaxException error = syntaxError(sql.replace("\\n", "\n").replace("\\r", "\r"));
        assertEquals(place, place(error));
        assertEquals(1064, error.errno());
        assertEquals("42000", error.sqlState());
    }

    private static String place(SyntaxException error) {
        return error.offset() + "," + error.line() + "," + error.column();
    }

    @Test
    void syntaxError_saysWhatIsWrong() {
        assertEquals("SR01001: syntax error at line 1, column 19 (offset 18) near 'b = 1': "
                + "expected the end of the statement, found 'b'", syntaxError("select 1 from t a b = 1").getMessage());
        assertEquals("SR01001: syntax error at line 1, column 10 (offset 9) near '': expected an expression, "
                + "found the end of the statement", syntaxError("select 1,").getMessage());
    }

    @Test
    void syntaxErrorAtALongToken_isShort() {
        SyntaxException error = syntaxError("select 1 from '" + "x".repeat(100_000) + "'");
        assertTrue(error.getMessage().length() < 300, error.getMessage());
        assertTrue(error.getMessage().endsWith("found a string of 100002 characters"), error.getMessage());
    }

    @Test
    void percentSignsOfTheStatement_areText() {
        assertTrue(syntaxError("select 1 %s ] %d").getMessage().contains("%d"));
    }

    // bounds

    @Test
    void statementThatIsTooLong_isRefused() {
        SqlParser parser = new SqlParser(new ParserOptions(10, 10));
        assertEquals(Sql.statement("select 123"), parser.parse("select 123"));
        ShardrouteException error = assertThrows(ShardrouteException.class, () -> parser.parse("select 1234"));
        assertEquals(ErrorCode.SR01002, error.code());
        assertEquals("SR01002: the statement has 11 bytes; the limit maxLength is 10", error.getMessage());
        assertThrows(ShardrouteException.class, () -> parser.parseExpression("a + b + c + d"));
    }

    @Test
    void length_isInBytes() {
        SqlParser parser = new SqlParser(ParserOptions.builder().maxLength(10).build());
        assertEquals(Sql.statement("select é"), parser.parse("select é"));
        assertEquals("SR01002: the statement has 11 bytes; the limit maxLength is 10",
                assertThrows(ShardrouteException.class, () -> parser.parse("select éé")).getMessage());
        assertEquals("SR01002: the statement has 15 bytes; the limit maxLength is 10",
                assertThrows(ShardrouteException.class, () -> parser.parse("select éa😀b")).getMessage());
        assertThrows(ShardrouteException.class, () -> parser.parse(new byte[11]));
        assertThrows(ShardrouteException.class, () -> parser.parseAll("a;b;c;d;e;f"));
        assertThrows(ShardrouteException.class, () -> parser.split(SqlText.of("a;b;c;d;e;f")));
    }

    @Test
    void tokens_areBounded() {
        SqlParser parser = new SqlParser(ParserOptions.builder().maxTokens(4).build());
        assertEquals(Sql.statement("select 1, 2"), parser.parse("select 1, 2"));
        ShardrouteException error = assertThrows(ShardrouteException.class, () -> parser.parse("select 1, 2, 3"));
        assertEquals(ErrorCode.SR01007, error.code());
        assertEquals(ErrorCode.SR01007,
                assertThrows(ShardrouteException.class, () -> parser.parseAll("select 1; select 2")).code());
    }

    @ParameterizedTest
    @CsvSource({"0,1,1", "1,0,1", "1,1,0", "-1,1,1", "1,-1,1", "1,1,-1"})
    void boundsBelowOne_areRefused(int maxLength, int maxDepth, int maxTokens) {
        ParserOptions.Builder builder =
                ParserOptions.builder().maxLength(maxLength).maxDepth(maxDepth).maxTokens(maxTokens);
        assertEquals(ErrorCode.SR07001, assertThrows(ShardrouteException.class, builder::build).code());
    }

    @Test
    void builder_beginsWithTheDefaults() {
        assertEquals(ParserOptions.DEFAULT, ParserOptions.builder().build());
        assertEquals(new ParserOptions(7, 8), ParserOptions.builder().maxLength(7).maxDepth(8).build());
        assertEquals(Set.of(SqlMode.ANSI_QUOTES),
                ParserOptions.builder().modes(EnumSet.of(SqlMode.ANSI_QUOTES)).build().modes());
        assertTrue(ParserOptions.DEFAULT.maxTokens() >= 32 << 20);
    }

    @Test
    void greatestBounds_areNoBounds() {
        SqlParser parser = new SqlParser(new ParserOptions(Integer.MAX_VALUE, Integer.MAX_VALUE));
        assertEquals(Sql.statement("select (((1)))"), parser.parse("select (((1)))"));
    }

    @Test
    void longInsert_isParsed() {
        String row = "(12345, 'a text of some length, and a bit more', null)";
        int rows = (16 << 20) / (row.length() + 2) + 1;
        String sql = "insert into t values " + (row + ", ").repeat(rows - 1) + row;
        assertTrue(sql.length() > 16 << 20);
        Insert insert = (Insert) Sql.statement(sql);
        assertEquals(rows, Sql.rows(insert).size());
        assertEquals(Sql.rows(insert).getFirst(), Sql.rows(insert).getLast());
    }

    @Test
    void longLiterals_areParsed() {
        String digits = "9".repeat(1_000_000);
        assertEquals("select " + digits + " from dual", Sql.canonical("select " + digits));
        String text = "'" + "\\n''".repeat(1_000_000) + "'";
        assertEquals(Sql.statement("select " + text), Sql.statement(Sql.canonical("select " + text)));
        assertEquals(Sql.statement("select 'ab'"), Sql.statement("select 'a' " + "'' ".repeat(100_000) + "'b'"));
    }

    @Test
    void manyComments_areParsed() {
        assertEquals(Sql.statement("select 1"), Sql.statement("select 1" + "/* a */".repeat(100_000)));
        assertEquals(Sql.statement("select 1"),
                Sql.statement("select 1 /*!99999" + "/* a */".repeat(100_000) + "*/"));
    }
}
