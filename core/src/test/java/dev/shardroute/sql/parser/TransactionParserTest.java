package dev.shardroute.sql.parser;

import static dev.shardroute.sql.Sql.canonical;
import static dev.shardroute.sql.Sql.statement;
import static dev.shardroute.sql.Sql.syntaxError;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.shardroute.sql.ast.TransactionStatement.Characteristic;
import dev.shardroute.sql.ast.TransactionStatement.Choice;
import dev.shardroute.sql.ast.TransactionStatement.Commit;
import dev.shardroute.sql.ast.TransactionStatement.RollbackTo;
import dev.shardroute.sql.ast.TransactionStatement.Start;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TransactionParserTest {
    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '\u0001', value = {"BEGIN => begin", "begin work => begin",
        "start transaction => start transaction",
        "start transaction read only, with consistent snapshot "
                + "=> start transaction read only, with consistent snapshot",
        "commit work => commit", "commit and chain => commit and chain",
        "commit and no chain release => commit and no chain release", "commit no release => commit no release",
        "rollback work and chain no release => rollback and chain no release", "savepoint a => savepoint a",
        "savepoint `a;b` => savepoint `a;b`", "rollback to a => rollback to a",
        "rollback work to savepoint a => rollback to a", "rollback to savepoint => rollback to `savepoint`",
        "rollback to savepoint savepoint => rollback to `savepoint`", "release savepoint a => release savepoint a"})
    void statement_hasOneSpelling(String sql, String canonical) {
        assertEquals(canonical, canonical(sql));
        assertEquals(statement(canonical), statement(sql));
    }

    @Test
    void statement_hasItsParts() {
        assertEquals(new Start(List.of(Characteristic.READ_WRITE, Characteristic.CONSISTENT_SNAPSHOT)),
                statement("start transaction read write, with consistent snapshot"));
        assertEquals(new Commit(Choice.NO, Choice.YES), statement("commit and no chain release"));
        assertEquals(new RollbackTo("a"), statement("rollback to savepoint a"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"begin transaction", "begin select 1", "begin work work", "start", "start x",
        "start transaction read", "start transaction read only,", "start transaction read only, read write",
        "start transaction isolation level serializable", "start transaction with snapshot", "commit a",
        "commit and", "commit chain", "commit and chain release", "rollback and chain release", "commit no",
        "commit release and chain", "rollback to", "rollback to 'a'", "rollback savepoint a", "rollback to savepoint 1",
        "savepoint", "savepoint select", "savepoint a b", "release a", "release savepoint", "savepoint a.b"})
    void malformedStatement_isRefused(String sql) {
        syntaxError(sql);
    }
}
