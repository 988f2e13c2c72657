package dev.shardroute.sql.parser;

import dev.shardroute.sql.ast.TransactionStatement;
import dev.shardroute.sql.ast.TransactionStatement.Begin;
import dev.shardroute.sql.ast.TransactionStatement.Characteristic;
import dev.shardroute.sql.ast.TransactionStatement.Choice;
import dev.shardroute.sql.ast.TransactionStatement.Commit;
import dev.shardroute.sql.ast.TransactionStatement.Release;
import dev.shardroute.sql.ast.TransactionStatement.Rollback;
import dev.shardroute.sql.ast.TransactionStatement.RollbackTo;
import dev.shardroute.sql.ast.TransactionStatement.Savepoint;
import dev.shardroute.sql.ast.TransactionStatement.Start;
import dev.shardroute.sql.lex.Keyword;
import java.util.List;

/** Parses what begins, ends and marks transactions. */
final class TransactionParser {
    private final TokenCursor cursor;

    TransactionParser(TokenCursor cursor) {
        this.cursor = cursor;
    }

    TransactionStatement parseBegin() {
        cursor.advance();
        cursor.accept(Keyword.WORK);
        return new Begin();
    }

    /** {@code START}, which has other meanings than TRANSACTION too. */
    TransactionStatement parseStart() {
        cursor.advance();
        if (cursor.at(Keyword.REPLICA) || cursor.at(Keyword.SLAVE) || cursor.atWord("GROUP_REPLICATION")) {
            throw TokenCursor.unsupported("the statement START " + cursor.text());
        }
        cursor.expect(Keyword.TRANSACTION);
        return new Start(characteristics());
    }

    private List<Characteristic> characteristics() {
        if (!cursor.at(Keyword.WITH) && !cursor.at(Keyword.READ)) {
            return List.of();
        }
        List<Characteristic> characteristics = cursor.commaList(this::characteristic);
        if (characteristics.contains(Characteristic.READ_ONLY) && characteristics.contains(Characteristic.READ_WRITE)) {
            throw cursor.error("READ ONLY and READ WRITE cannot both be before this");
        }
        return characteristics;
    }

    private Characteristic characteristic() {
        if (cursor.accept(Keyword.WITH)) {
            cursor.expect(Keyword.CONSISTENT);
            cursor.expect(Keyword.SNAPSHOT);
            return Characteristic.CONSISTENT_SNAPSHOT;
        }
        cursor.expect(Keyword.READ);
        if (cursor.accept(Keyword.ONLY)) {
            return Characteristic.READ_ONLY;
        }
        cursor.expect(Keyword.WRITE);
        return Characteristic.READ_WRITE;
    }

    TransactionStatement parseCommit() {
        cursor.advance();
        cursor.accept(Keyword.WORK);
        Choice chain = chain();
        return new Commit(chain, release(chain));
    }

    TransactionStatement parseRollback() {
        cursor.advance();
        cursor.accept(Keyword.WORK);
        if (cursor.accept(Keyword.TO)) {
            skipSavepoint();
            return new RollbackTo(savepoint());
        }
        Choice chain = chain();
        return new Rollback(chain, release(chain));
    }

    /** A savepoint may be called that, too. */
    private void skipSavepoint() {
        if (cursor.at(Keyword.SAVEPOINT)) {
            switch (cursor.ahead().kind()) {
                case WORD, QUOTED_NAME -> cursor.advance();
                default -> {
                }
            }
        }
    }

    private Choice chain() {
        if (!cursor.accept(Keyword.AND)) {
            return Choice.DEFAULT;
        }
        Choice chain = cursor.accept(Keyword.NO) ? Choice.NO : Choice.YES;
        if (!cursor.acceptWord("CHAIN")) {
            throw cursor.error("expected CHAIN");
        }
        return chain;
    }

    /** A session that ends has no next transaction. */
    private Choice release(Choice chain) {
        if (cursor.accept(Keyword.NO)) {
            cursor.expect(Keyword.RELEASE);
            return Choice.NO;
        }
        if (chain != Choice.YES && cursor.accept(Keyword.RELEASE)) {
            return Choice.YES;
        }
        return Choice.DEFAULT;
    }

    TransactionStatement parseSavepoint() {
        cursor.advance();
        return new Savepoint(savepoint());
    }

    TransactionStatement parseRelease() {
        cursor.advance();
        cursor.expect(Keyword.SAVEPOINT);
        return new Release(savepoint());
    }

    private String savepoint() {
        return cursor.name("a savepoint");
    }
}
