package dev.shardroute.sql.parser;

import static dev.shardroute.sql.Sql.canonical;
import static dev.shardroute.sql.Sql.expression;
import static dev.shardroute.sql.Sql.statement;
import static dev.shardroute.sql.Sql.syntaxError;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.shardroute.sql.SqlParser;
import dev.shardroute.sql.ast.Expression.Literal;
import dev.shardroute.sql.ast.Expression.UserVariable;
import dev.shardroute.sql.ast.PreparedStatement.Deallocate;
import dev.shardroute.sql.ast.PreparedStatement.Execute;
import dev.shardroute.sql.ast.PreparedStatement.Prepare;
import dev.shardroute.type.Type;
import dev.shardroute.type.Value;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PreparedParserTest {
    @Test
    void statement_hasItsParts() {
        assertEquals(new Prepare(List.of("/* c */"), "a", expression("'select ?'")),
                statement("prepare /* c */ a from 'select ?'"));
        assertEquals(new Prepare(List.of(), "a", new UserVariable("b")), statement("prepare a from @b"));
        assertEquals(new Execute(List.of(), "a", List.of(new UserVariable("b"), new UserVariable("c d"))),
                statement("execute a using @b, @`c d`"));
        assertEquals(new Deallocate(List.of("/* c */"), "a"), statement("drop /* c */ prepare a"));
    }

    /** The statement may insert a blob. */
    @Test
    void preparedText_needNotBeUtf8() {
        byte[] sql = "prepare a from 'x\u00ffy'".getBytes(ISO_8859_1);
        Prepare prepare = (Prepare) new SqlParser().parse(sql);
        assertEquals(new Literal(Value.of(Type.VARCHAR, "x\u00ffy".getBytes(ISO_8859_1))), prepare.source());
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '\u0001',
            value = {"PREPARE a FROM \"x'y\" => prepare a from 'x\\'y'", "prepare a from :v => prepare a from :v",
                "execute /* c */ a => execute /* c */ a", "execute `select` using @a => execute `select` using @a",
                "drop prepare a => deallocate prepare a",
                "deallocate /* c */ prepare a => deallocate /* c */ prepare a"})
    void statement_hasOneSpelling(String sql, String canonical) {
        assertEquals(canonical, canonical(sql));
        assertEquals(statement(canonical), statement(sql));
    }

    @ParameterizedTest
    @ValueSource(strings = {"prepare", "prepare a", "prepare a from", "prepare a from b", "prepare a from select 1",
        "prepare a from 'x' 'y'", "prepare a from @b, @c", "prepare a from @@b", "prepare 'a' from 'b'",
        "prepare a.b from 'c'", "execute", "execute 'a'", "execute a using", "execute a using 1", "execute a using @b,",
        "execute a @b", "execute a using @@b", "deallocate a", "deallocate prepare", "drop prepare", "drop prepare 'a'",
        "deallocate prepare a, b"})
    void malformedStatement_isRefused(String sql) {
        syntaxError(sql);
    }
}
