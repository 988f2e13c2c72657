package dev.shardroute.sql.lex;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import dev.shardroute.sql.ParserOptions;
import dev.shardroute.sql.SyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StatementSplitterTest {
    private static final List<String> PIECES = List.of("a", "'b;'", "\"c;\"", "`d;`", ";", ";", " ", "\n", "/* e; */",
            "# f;\n", "-- g;\n", "--", "/*! h;", "*/", "/*!99999 i; */", "begin", "end", "create", "procedure");
    private static final ParserOptions UNREAD = ParserOptions.builder().readsVersionComments(false).build();

    // statements

    @Test
    void statements_areSeparatedBySemicolons() {
        assertEquals(List.of("select 1", "select 2"), split("select 1; select 2"));
        assertEquals(List.of("select 1", "select 2"), split(" select 1 ;\n\tselect 2;\n"));
        assertEquals(List.of("select 1"), split("select 1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ";", " ; ;", "/* a */", "# a", ";-- a\n;", "/* a */;/* b */", "/*!99999 a;*/"})
    void nothing_isNoStatement(String sql) {
        assertEquals(List.of(), split(sql));
    }

    @Test
    void emptyStatements_arePassedOver() {
        assertEquals(List.of("a", "b"), split(";;a;; /* c */ ;b; # d\n;"));
    }

    @Test
    void semicolonInQuotesAndComments_isText() {
        assertEquals(List.of("';' \";\" `;` n';' @`;` '\\';' x", "y"), split("';' \";\" `;` n';' @`;` '\\';' x;y"));
        assertEquals(List.of("a /* ; */ b # ;\n c -- ;", "d"), split("a /* ; */ b # ;\n c -- ;\n;d"));
    }

    @Test
    void comments_belongToTheStatement() {
        assertEquals(List.of("/* a */ b /* c */", "/* d */ e"), split(" /* a */ b /* c */ ; /* d */ e; /* f */"));
    }

    @Test
    void versionComment_belongsToOneStatement() {
        assertEquals(List.of("select 1", "/*! alter table a disable keys; */ select 2"),
                split("select 1;/*! alter table a disable keys; */ select 2;"));
        assertEquals(List.of("/*!50003 a '*/;' */", "b"), split("/*!50003 a '*/;' */;b"));
        assertEquals(List.of("a /*!99999 b; */ c"), split("a /*!99999 b; */ c"));
    }

    @Test
    void versionCommentThatIsNotRead_isNoStatement() {
        List<String> statements = new ArrayList<>();
        new StatementSplitter(SqlText.of("a;/*! b; */; /*!50000 c; */ d"), UNREAD)
                .forEachRemaining(text -> statements.add(text.toString()));
        assertEquals(List.of("a", "/*!50000 c; */ d"), statements);
    }

    @Test
    void minusesAtTheEnd_areNoComment() {
        SqlText text = SqlText.of("a --;b");
        SqlText first = new StatementSplitter(text, ParserOptions.DEFAULT).next();
        Lexer lexer = new Lexer(first, ParserOptions.DEFAULT);
        assertEquals(List.of(TokenKind.WORD, TokenKind.MINUS, TokenKind.MINUS, TokenKind.END),
                List.of(lexer.next(), lexer.next(), lexer.next(), lexer.next()));
    }

    @Test
    void bytes_areKept() {
        byte[] sql = {'\'', (byte) 0xff, '\'', ';', '\'', (byte) 0xfe, ';', '\''};
        StatementSplitter splitter = new StatementSplitter(SqlText.of(sql), ParserOptions.DEFAULT);
        assertArrayEquals(new byte[]{'\'', (byte) 0xff, '\''}, splitter.next().bytes());
        assertArrayEquals(new byte[]{'\'', (byte) 0xfe, ';', '\''}, splitter.next().bytes());
        assertFalse(splitter.hasNext());
        assertThrows(NoSuchElementException.class, splitter::next);
    }

    // bodies

    @ParameterizedTest
    @ValueSource(strings = {"create procedure p() begin select 1; select 2; end",
        "create or replace definer = `a`@`b` procedure p() begin end",
        "create definer=current_user() function f() returns int begin return case a when 1 then 2 end; end",
        "create trigger t before insert on a for each row begin if new.a then set @a = 1; end if; end",
        "alter event e on schedule every 1 day do begin begin select 1; end; select 2; end",
        "create procedure p() l: begin loop leave l; end loop; while a do set b = 1; end while; end l",
        "create procedure p() begin repeat set a = 1; until case a when 1 then 2 end end repeat; end",
        "create procedure p() begin case a when 1 then select 1; else begin end; end case; end",
        "create procedure p() begin set new.end = 1, new.begin = 2; set a = `end`; end",
        "create procedure p() begin select if(a, 1, 2), repeat('a', 2); end",
        "/*!50003 create*/ /*!50017 definer=`a`@`b`*/ /*!50003 trigger t before insert on a for each row begin a; end */"})
    void body_hasSemicolons(String statement) {
        assertEquals(List.of(statement, "select 3"), split(statement + "; select 3;"));
        String upper = statement.toUpperCase(Locale.ROOT);
        assertEquals(List.of(upper), split(upper));
    }

    @ParameterizedTest
    @ValueSource(strings = {"begin", "select 1", "create table t (a int)", "create function f() returns int return 1",
        "create procedure p() select case a when 1 then 2 end", "create view v as select a as begin",
        "create table event (a int) comment 'begin'", "drop procedure p", "create procedure p() call q()"})
    void statementWithoutBody_endsAtTheSemicolon(String statement) {
        assertEquals(List.of(statement, "select 1", "end"), split(statement + "; select 1; end"));
    }

    @Test
    void bodyWithoutEnd_goesToTheEnd() {
        String sql = "create procedure p() begin select 1; select 2;";
        assertEquals(List.of(sql), split(sql));
    }

    // refusals

    @Test
    void error_comesAfterTheStatementsBefore() {
        StatementSplitter splitter = new StatementSplitter(SqlText.of("é;\n a ]; b"), ParserOptions.DEFAULT);
        assertEquals("é", splitter.next().toString());
        SyntaxException error = assertThrows(SyntaxException.class, splitter::hasNext);
        assertEquals(6, error.offset());
        assertEquals(2, error.line());
        assertEquals(4, error.column());
    }

    @Test
    void tokens_areBounded() {
        ParserOptions options = ParserOptions.builder().maxTokens(3).build();
        StatementSplitter splitter = new StatementSplitter(SqlText.of("a;b;c"), options);
        assertEquals("a", splitter.next().toString());
        assertEquals(ErrorCode.SR01007, assertThrows(ShardrouteException.class, () -> {
            splitter.next();
            splitter.next();
        }).code());
    }

    // laws

    /** What is not in a statement are blanks, comments and semicolons; outside of bodies there is none in a statement. */
    @Property(tries = 5000)
    void splitter_agreesWithTheLexer(@ForAll long seed) {
        Random random = new Random(seed);
        StringBuilder sql = new StringBuilder();
        for (int length = random.nextInt(25); length > 0; length--) {
            sql.append(PIECES.get(random.nextInt(PIECES.size()))).append(random.nextBoolean() ? " " : "");
        }
        SqlText text = SqlText.of(sql);
        List<SqlText> statements = new ArrayList<>();
        try {
            new StatementSplitter(text, ParserOptions.DEFAULT).forEachRemaining(statements::add);
        } catch (ShardrouteException refused) {
            assertThrows(ShardrouteException.class, () -> tokens(text));
            return;
        }
        List<String> expected = tokens(text);
        List<String> actual = new ArrayList<>();
        statements.forEach(statement -> actual.addAll(tokens(statement)));
        if (!sql.toString().contains("/*! h;") && !sql.toString().contains("begin")) {
            assertFalse(actual.contains(";"), text::toString);
        }
        expected.removeIf(";"::equals);
        actual.removeIf(";"::equals);
        assertEquals(expected, actual, text::toString);
    }

    @Test
    void manyStatements_areSplit() {
        assertEquals(100_000, split("a;".repeat(100_000)).size());
        assertEquals(List.of(), split(";".repeat(100_000)));
        assertEquals(1, split("a" + " ".repeat(100_000) + ";" + " ".repeat(100_000)).size());
        assertEquals(1, split("create procedure p() " + "begin ".repeat(100_000) + "; a").size());
        String deep = "create procedure p() begin " + "case ".repeat(100_000) + "end;".repeat(100_001);
        assertEquals(List.of(deep.substring(0, deep.length() - 1), "a"), split(deep + "a"));
    }

    private static List<String> split(String sql) {
        List<String> statements = new ArrayList<>();
        new StatementSplitter(SqlText.of(sql), ParserOptions.DEFAULT)
                .forEachRemaining(text -> statements.add(text.toString()));
        return statements;
    }

    private static List<String> tokens(SqlText sql) {
        List<String> tokens = new ArrayList<>();
        Lexer lexer = new Lexer(sql, ParserOptions.DEFAULT);
        while (lexer.next() != TokenKind.END) {
            tokens.add(lexer.text());
        }
        return tokens;
    }
}
