package dev.shardroute.sql.parser;

import static dev.shardroute.sql.Sql.canonical;
import static dev.shardroute.sql.Sql.expression;
import static dev.shardroute.sql.Sql.statement;
import static dev.shardroute.sql.Sql.syntaxError;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.shardroute.sql.ast.CallProcedure;
import dev.shardroute.sql.ast.Do;
import dev.shardroute.sql.ast.TableName;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class StatementParserTest {
    @Test
    void statement_hasItsParts() {
        assertEquals(new CallProcedure(new TableName("a", "b"), List.of(expression("1 + 1"), expression("@c"))),
                statement("call a.b(1 + 1, @c)"));
        assertEquals(new Do(List.of(expression("a"), expression("sleep(1)"))), statement("do a, sleep(1)"));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '\u0001',
            value = {"call a => call a()", "CALL a() => call a()",
                "call a.`select` (1,'b') => call a.`select`(1, 'b')", "DO 1,2 => do 1, 2"})
    void statement_hasOneSpelling(String sql, String canonical) {
        assertEquals(canonical, canonical(sql));
        assertEquals(statement(canonical), statement(sql));
    }

    @ParameterizedTest
    @ValueSource(strings = {"call", "call (1)", "call a(", "call a(1,)", "call a 1", "call a() b", "call 'a'()", "do",
        "do 1,", "do 1 2", "do select", "declare a int", "if a then b"})
    void malformedStatement_isRefused(String sql) {
        syntaxError(sql);
    }
}
