package dev.shardroute.sql.lex;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import dev.shardroute.sql.ParserOptions;
import dev.shardroute.sql.SyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LexerTest {
    // words and names

    @Test
    void words_areFoundInAnyCase() {
        Lexer lexer = at("SeLeCt");
        assertEquals(TokenKind.WORD, lexer.kind());
        assertEquals(Keyword.SELECT, lexer.keyword());
        assertTrue(lexer.isReserved());
        assertTrue(lexer.isWord("SELECT"));
        assertFalse(lexer.isWord("SELECTS"));
        assertFalse(at("ſelect").isWord("SELECT"));
    }

    @Test
    void wordsThatAreNames_areNotReserved() {
        assertFalse(at("member").isReserved());
        assertFalse(at("customer").isReserved());
        assertEquals(Keyword.OTHER, at("customer").keyword());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "_a", "$a", "a$1_", "1a", "0xg", "0X1f", "0b2", "0x", "1e", "naïve", "名前"})
    void name_isOneWord(String name) {
        assertEquals(List.of("WORD " + name), tokens(name));
    }

    @Test
    void quotedName_isUndoubled() {
        assertEquals("a`b", at("`a``b`").value());
        assertEquals("", at("``").value());
        assertEquals("a\\", at("`a\\`").value());
    }

    @Test
    void quotedName_isNoKeyword() {
        Lexer lexer = at("`select`");
        assertEquals(TokenKind.QUOTED_NAME, lexer.kind());
        assertEquals(Keyword.OTHER, lexer.keyword());
        assertFalse(lexer.isReserved());
        assertFalse(lexer.isWord("SELECT"));
    }

    // strings

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '\u0001',
            value = {"'a' => a", "\"a\" => a", "'it''s' => it's",
                "\"a\"\"b\" => a\"b", "'a\"b' => a\"b", "\"it's\" => it's", "'\\'' => '", "'\\\\' => \\",
                "'\\%' => \\%",
                "'\\_' => \\_", "'\\x' => x", "'\\\"' => \"", "'a\\\\%' => a\\%"})
    void string_isUnescaped(String sql, String text) {
        Lexer lexer = at(sql);
        assertEquals(TokenKind.STRING, lexer.kind());
        assertEquals(text, lexer.value());
        assertEquals(sql.length(), lexer.end());
    }

    @Test
    void controlCharacters_areUnescaped() {
        assertEquals("\0\b\n\r\t\032", at("'\\0\\b\\n\\r\\t\\Z'").value());
    }

    @Test
    void escapes_areCaseSensitive() {
        assertEquals("NRTBz", at("'\\N\\R\\T\\B\\z'").value());
    }

    @Test
    void emptyString_isOneToken() {
        assertEquals(List.of("STRING ''", "STRING \"\""), tokens("'' \"\""));
        assertEquals("", at("''").value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"'a", "'a\\'", "'a''", "\"a'", "`a", "`a``", "'", "'\\", "x'0", "x'0'", "x'0g'",
        "b'2'", "x'"})
    void unendedQuote_isRefusedWhereItBegins(String sql) {
        assertEquals(3, assertThrows(SyntaxException.class, () -> tokens("a  " + sql)).offset());
    }

    @Test
    void astralCharacters_areAllowedInQuotes() {
        assertEquals("😀", at("'😀'").value());
        assertEquals("😀", at("'\\😀'").value());
        assertEquals("😀", at("`😀`").value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"'\ud83d'", "'\ude00'", "'\\\ud83d'", "'\ude00\ud83d'", "`\ud83d`", "a\ud83d\ude00"})
    void halfASurrogatePair_isRefused(String sql) {
        assertThrows(SyntaxException.class, () -> tokens(sql));
    }

    @ParameterizedTest
    @ValueSource(strings = {"N'a''b'", "n'a\\'b'"})
    void nationalString_isOneToken(String sql) {
        assertEquals(List.of("NATIONAL_STRING " + sql), tokens(sql));
        assertEquals("a'b", at(sql).value());
        assertArrayEquals("a'b".getBytes(UTF_8), at(sql).valueBytes());
    }

    @Test
    void nationalString_hasItsQuoteRightBehind() {
        assertEquals(List.of("WORD N", "STRING 'a'", "WORD n", "STRING \"a\""), tokens("N 'a' n\"a\""));
        assertEquals(List.of("WORD nn", "STRING 'a'"), tokens("nn'a'"));
        assertEquals(4, assertThrows(SyntaxException.class, () -> tokens("a  n'")).offset());
    }

    @Test
    void introducer_isAWord() {
        assertEquals(List.of("WORD _utf8mb4", "STRING 'a'", "WORD _latin1", "HEX_STRING x'41'"),
                tokens("_utf8mb4'a'_latin1 x'41'"));
    }

    // modes

    @Test
    void doubleQuotes_areAroundNamesUnderAnsiQuotes() {
        Set<SqlMode> modes = Set.of(SqlMode.ANSI_QUOTES);
        Lexer lexer = at("\"a\\\"\"b\"", modes);
        assertEquals(TokenKind.QUOTED_NAME, lexer.kind());
        assertEquals("a\\\"b", lexer.value());
        assertEquals("a\\b", at("@\"a\\b\"", modes).value());
        assertEquals("session.a", at("@@session.\"a\"", modes).value());
        assertEquals(TokenKind.STRING, at("'a'", modes).kind());
        assertThrows(SyntaxException.class, () -> at("\"a", modes));
        assertThrows(SyntaxException.class, () -> at("@@\"a\""));
    }

    @Test
    void backslash_isACharacterUnderNoBackslashEscapes() {
        Set<SqlMode> modes = Set.of(SqlMode.NO_BACKSLASH_ESCAPES);
        assertEquals("a\\", at("'a\\'", modes).value());
        assertEquals("\\n\\%'", at("'\\n\\%'''", modes).value());
        assertEquals("a\\b", at("@'a\\b'", modes).value());
        assertEquals("\\n", at("n'\\n'", modes).value());
    }

    @Test
    void pipes_areTheParsersToTell() {
        assertEquals(TokenKind.OR_OR, at("||", Set.of(SqlMode.PIPES_AS_CONCAT)).kind());
    }

    // bytes

    @Test
    void bytesOfAString_areKept() {
        byte[] sql = {'\'', (byte) 0xff, '\\', (byte) 0xfe, '\'', '\'', '\\', '0', (byte) 0xc3, '\''};
        Lexer lexer = new Lexer(SqlText.of(sql), ParserOptions.DEFAULT);
        assertEquals(TokenKind.STRING, lexer.next());
        assertArrayEquals(new byte[]{(byte) 0xff, (byte) 0xfe, '\'', 0, (byte) 0xc3}, lexer.valueBytes());
        assertArrayEquals(sql, lexer.sql().part(lexer.start(), lexer.end()).bytes());
        assertThrows(SyntaxException.class, lexer::value);
        assertThrows(SyntaxException.class, lexer::text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a\u00ff", "`\u00ff`", "@\u00ff", "@'\u00ff'", "@`\u00ff`", "@@\u00ff", ":\u00ff", "1\u00c3(",
                "a.\u00c3(", "\u00c0\u0080", "\u00ed\u00a0\u0080", "\u00f0\u009f\u0098\u0080", "\u0080"})
    void bytesOfAName_areUtf8(String latin1) {
        Lexer lexer = new Lexer(SqlText.of(latin1.getBytes(ISO_8859_1)), ParserOptions.DEFAULT);
        assertThrows(SyntaxException.class, () -> {
            while (lexer.next() != TokenKind.END) {
                lexer.value();
            }
        });
    }

    @Test
    void bytesOfAComment_areAnyBytes() {
        Lexer lexer = new Lexer(SqlText.of(new byte[]{'/', '*', (byte) 0xff, '*', '/', 'a'}), ParserOptions.DEFAULT);
        assertEquals(TokenKind.WORD, lexer.next());
        assertEquals(List.of("/*\ufffd*/"), lexer.takeComments());
    }

    @Test
    void valueBytes_areThoseOfTheValue() {
        for (String sql : List.of("abc", "`a``b`", "12.5", "x'1f'", "b'1'", ":v", "::v", "@a", "@'a\\'b'", "@@a.`b`",
                "'\\n'", "?", "0x1f")) {
            assertArrayEquals(at(sql).value().getBytes(UTF_8), at(sql).valueBytes(), sql);
        }
    }

    // numbers

    @ParameterizedTest
    @CsvSource({"0,INTEGER", "42,INTEGER", "1.,DECIMAL", ".5,DECIMAL", "1.5,DECIMAL", "1e5,FLOAT", "1E+5,FLOAT",
        "1.5e-3,FLOAT", ".5e1,FLOAT", "1.e5,FLOAT", "0x1F,HEX_NUMBER", "0b101,BIT_NUMBER"})
    void number_isOneToken(String sql, TokenKind kind) {
        assertEquals(List.of(kind + " " + sql), tokens(sql));
        assertEquals(sql, at(sql).value());
    }

    @Test
    void hexAndBitStrings_valueIsTheDigits() {
        assertEquals("1F", at("x'1F'").value());
        assertEquals("1f", at("X'1f'").value());
        assertEquals("101", at("b'101'").value());
        assertEquals("", at("B''").value());
        assertEquals(TokenKind.BIT_STRING, at("B''").kind());
        assertEquals(TokenKind.HEX_STRING, at("x''").kind());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5e", "1e5a", "1.a", ".5x", "1.5_", ":1f"})
    void letterBehindNumber_isRefused(String sql) {
        assertThrows(SyntaxException.class, () -> tokens(sql));
    }

    @Test
    void exponentWithoutDigits_isPartOfAName() {
        assertEquals(List.of("WORD 1ea10", "COMMA ,", "WORD 1e", "PLUS +", "FLOAT 1e+10", "WORD 1e", "MINUS -"),
                tokens("1ea10,1e+ 1e+10 1e-"));
        assertEquals(List.of("INTEGER 1", "DOT .", "DOT .", "INTEGER 2"), tokens("1 . . 2"));
        assertEquals(List.of("DECIMAL 1.", "DECIMAL .2"), tokens("1..2"));
    }

    @Test
    void minus_isNoPartOfANumber() {
        assertEquals(List.of("MINUS -", "INTEGER 1"), tokens("-1"));
        assertEquals(List.of("INTEGER 1", "MINUS -", "MINUS -", "INTEGER 4"), tokens("1--4"));
    }

    // variables

    @ParameterizedTest
    @CsvSource({":a,VARIABLE,a", ":v1,VARIABLE,v1", ":1,VARIABLE,1", ":a.b,VARIABLE,a.b", "::ids,LIST_VARIABLE,ids",
        "@a,USER_VARIABLE,a", "@a.b$c,USER_VARIABLE,a.b$c", "@`a b`,USER_VARIABLE,a b", "@\"a\",USER_VARIABLE,a",
        "@@a,SYSTEM_VARIABLE,a", "@@global.a,SYSTEM_VARIABLE,global.a", "@@`a`,SYSTEM_VARIABLE,a",
        "@@session.`a`,SYSTEM_VARIABLE,session.a"})
    void variable_isOneToken(String sql, TokenKind kind, String name) {
        assertEquals(List.of(kind + " " + sql), tokens(sql));
        assertEquals(name, at(sql).value());
    }

    @Test
    void variableInSingleQuotes_isUnquoted() {
        assertEquals("it's", at("@'it''s'").value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"@", "@@", "@@.", "@@a.", "@@a..b", "@@`a", "@@``", "@@`a b`", "@ a"})
    void variableWithoutName_isRefused(String sql) {
        assertThrows(SyntaxException.class, () -> tokens(sql));
    }

    @Test
    void colonWithoutName_isAColon() {
        assertEquals(List.of("COLON :", "MINUS -", "INTEGER 80"), tokens(":-80"));
        assertEquals(List.of("COLON :", "VARIABLE :1"), tokens("::1"));
        assertEquals(List.of("ASSIGN :="), tokens(":="));
    }

    // symbols

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_NONE,
            names = "[A-Z]+_(NAME|NUMBER|STRING|VARIABLE)|END|WORD|STRING|INTEGER|BLANK|COMMENT|"
                    + "DECIMAL|FLOAT|VARIABLE")
    void symbol_isItsLabel(TokenKind kind) {
        assertEquals(List.of(kind + " " + kind.label()), tokens(kind.label()));
    }

    @Test
    void symbols_areAsLongAsTheyCanBe() {
        assertEquals(List.of("NULL_SAFE_EQUAL <=>", "SHIFT_LEFT <<", "NOT_EQUAL <>", "DOUBLE_ARROW ->>", "OR_OR ||",
                "PIPE |", "EQUAL ="), tokens("<=><<<>->>|||="));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\", "[", "]", "\0", "\u0001", "\u007f"})
    void characterOutsideOfSql_isRefused(String sql) {
        assertThrows(SyntaxException.class, () -> tokens(sql));
    }

    // comments

    @ParameterizedTest
    @ValueSource(strings = {"#x\n", "-- x\n", "--\n", "--\tx\n", "--\u007f\n", "--\u0001\n", "/* x */", "/**/",
        "/*+ x */", "/*vt+ X=1 */", "/* -- */",
        "/***/", "/*/ */", "/* x **/"})
    void comment_isKeptApart(String comment) {
        Lexer lexer = new Lexer("a" + comment + "b");
        lexer.next();
        assertEquals(List.of(), lexer.takeComments());
        lexer.next();
        assertEquals("b", lexer.text());
        assertEquals(List.of(comment), lexer.takeComments());
        assertEquals(List.of(), lexer.takeComments());
    }

    @ParameterizedTest
    @ValueSource(strings = {"#x", "-- x", "--", "# '"})
    void lineCommentAtTheEnd_needsNoNewline(String comment) {
        assertEquals(List.of("WORD a"), tokens("a " + comment));
    }

    @Test
    void twoMinusesWithoutBlank_areNoComment() {
        assertEquals(List.of("MINUS -", "MINUS -", "WORD a"), tokens("--a"));
    }

    @Test
    void commentSignsInStrings_areText() {
        assertEquals(List.of("STRING '/* # -- '", "QUOTED_NAME `#`"), tokens("'/* # -- ' `#`"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/*", "/* *", "/*/", "/*!", "/*! a", "/*!50000 a", "/*!99999 a", "/*!99999 /* */"})
    void unendedComment_isRefusedWhereItBegins(String comment) {
        assertEquals(2, assertThrows(SyntaxException.class, () -> tokens("a " + comment)).offset());
    }

    // version comments

    @ParameterizedTest
    @ValueSource(strings = {"/*! b */", "/*!b*/", "/*!50000 b*/", "/*!50000b*/", "/*!80499 b*/", "/*!00000b /* c */*/"})
    void versionComment_countsAsSql(String comment) {
        assertEquals(List.of("WORD a", "WORD b", "WORD d"), tokens("a" + comment + "d"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/*!80500 b*/", "/*!99999b*/", "/*!999999 b */", "/*!99999 ' */", "/*!99999 /* b */ c */",
        "/*!99999 /* b */*/"})
    void versionCommentOfANewerServer_isPassedOver(String comment) {
        assertEquals(List.of("WORD a", "WORD d"), tokens("a" + comment + "d"));
    }

    @Test
    void versionCommentOfFewerDigits_hasNone() {
        assertEquals(List.of("INTEGER 1234", "WORD a"), tokens("/*!1234 a*/"));
    }

    @Test
    void sixthDigitOfAVersion_isSqlUnlessABlankFollows() {
        assertEquals(List.of("INTEGER 1"), tokens("/*!500001*/"));
        ShardrouteException error = assertThrows(ShardrouteException.class, () -> tokens("/*!080400 a*/"));
        assertEquals(ErrorCode.VT12001, error.code());
    }

    @Test
    void versionCommentInAnother_isRefused() {
        ShardrouteException error = assertThrows(ShardrouteException.class, () -> tokens("/*! a /*!50000 b */"));
        assertEquals(ErrorCode.VT12001, error.code());
    }

    @Test
    void endOfVersionComment_isPassedOverOnceOnly() {
        assertEquals(List.of("WORD a", "STAR *", "SLASH /"), tokens("/*!a*/*/"));
    }

    @Test
    void versionComments_arePassedOverWhenTheyAreNotRead() {
        ParserOptions options = ParserOptions.builder().readsVersionComments(false).build();
        Lexer lexer = new Lexer(SqlText.of("/*! a; */ b /*!50000 c /*d*/ e */ /* f */ g /*!*/"), options);
        assertEquals(TokenKind.WORD, lexer.next());
        assertEquals("b", lexer.text());
        assertEquals(List.of(), lexer.takeComments());
        assertEquals(TokenKind.WORD, lexer.next());
        assertEquals("g", lexer.text());
        assertEquals(List.of("/* f */"), lexer.takeComments());
        assertEquals(TokenKind.END, lexer.next());
    }

    @Test
    void commentsInAVersionComment_areKeptApart() {
        Lexer lexer = at("/*! /* a */ b # c\n */ /* d */ e");
        assertEquals(List.of("/* a */"), lexer.takeComments());
        lexer.next();
        assertEquals(List.of("# c\n", "/* d */"), lexer.takeComments());
    }

    // bounds

    @Test
    void tokensBeyondTheBound_areRefused() {
        ParserOptions two = ParserOptions.builder().maxTokens(2).build();
        Lexer lexer = new Lexer(SqlText.of("a b /* c */"), two);
        assertEquals(TokenKind.WORD, lexer.next());
        assertEquals(TokenKind.WORD, lexer.next());
        assertEquals(TokenKind.END, lexer.next());
        assertEquals(TokenKind.END, lexer.next());
        Lexer longer = new Lexer(SqlText.of("a b c"), two);
        longer.next();
        longer.next();
        ShardrouteException error = assertThrows(ShardrouteException.class, longer::next);
        assertEquals("SR01007: the statement has more tokens than the limit maxTokens of 2", error.getMessage());
    }

    // moving on

    @Test
    void end_comesAgainAndAgain() {
        Lexer lexer = new Lexer(" ");
        assertEquals(TokenKind.END, lexer.next());
        assertEquals(TokenKind.END, lexer.next());
        assertEquals("", lexer.text());
    }

    @Test
    void blanks_separateTokensOnly() {
        assertEquals(List.of("WORD a", "WORD b", "WORD c"), tokens("\t\n\u000b\f\r a\nb\r\nc "));
    }

    @Test
    void copy_movesAlone() {
        Lexer lexer = at("a b c");
        Lexer copy = lexer.copy();
        assertEquals("a", copy.text());
        copy.next();
        copy.next();
        assertEquals("c", copy.text());
        assertEquals("a", lexer.text());
        lexer.next();
        assertEquals("b", lexer.text());
    }

    @Test
    void copyInAVersionComment_knowsItsEnd() {
        Lexer copy = at("/*!a*/b").copy();
        assertEquals(TokenKind.WORD, copy.next());
        assertEquals("b", copy.text());
    }

    @Test
    void error_hasOffsetLineAndColumn() {
        Lexer lexer = new Lexer("ab\r\n  cd\n e");
        lexer.next();
        lexer.next();
        lexer.next();
        SyntaxException error = lexer.error("why");
        assertEquals(10, error.offset());
        assertEquals(3, error.line());
        assertEquals(2, error.column());
        assertTrue(error.getMessage().contains("near 'e': why"), error.getMessage());
    }

    private static Lexer at(String sql) {
        Lexer lexer = new Lexer(sql);
        lexer.next();
        return lexer;
    }

    private static Lexer at(String sql, Set<SqlMode> modes) {
        Lexer lexer = new Lexer(SqlText.of(sql), ParserOptions.builder().modes(modes).build());
        lexer.next();
        assertEquals(sql.length(), lexer.end());
        return lexer;
    }

    private static List<String> tokens(String sql) {
        List<String> tokens = new ArrayList<>();
        Lexer lexer = new Lexer(sql);
        while (lexer.next() != TokenKind.END) {
            tokens.add(lexer.kind() + " " + lexer.text());
        }
        return tokens;
    }
}
