package dev.shardroute.planner.semantics;

import dev.shardroute.sql.ast.Administration;
import dev.shardroute.sql.ast.AlterVschema;
import dev.shardroute.sql.ast.CallProcedure;
import dev.shardroute.sql.ast.CommentOnly;
import dev.shardroute.sql.ast.Ddl;
import dev.shardroute.sql.ast.Delete;
import dev.shardroute.sql.ast.Do;
import dev.shardroute.sql.ast.Explain;
import dev.shardroute.sql.ast.Insert;
import dev.shardroute.sql.ast.PreparedStatement;
import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.ast.Select;
import dev.shardroute.sql.ast.SetOperation;
import dev.shardroute.sql.ast.SetVariables;
import dev.shardroute.sql.ast.Show;
import dev.shardroute.sql.ast.Statement;
import dev.shardroute.sql.ast.TransactionStatement;
import dev.shardroute.sql.ast.Update;
import dev.shardroute.sql.ast.Use;
import dev.shardroute.sql.ast.ValuesRows;
import dev.shardroute.sql.ast.VitessStatement;

/** What statements are called in errors: by their verb, as people write it. */
public final class StatementNames {
    private StatementNames() {}

    /** The name of a statement. */
    public static String of(Statement statement) {
        return switch (statement) {
            case Query query -> ofQuery(query);
            case Insert insert -> insert.replace() ? "REPLACE" : "INSERT";
            case Update update -> "UPDATE";
            case Delete delete -> "DELETE";
            case SetVariables set -> "SET";
            case Use use -> "USE";
            case Show show -> "SHOW";
            case TransactionStatement transaction -> ofTransaction(transaction);
            case PreparedStatement prepared -> ofPrepared(prepared);
            case Explain explain -> "EXPLAIN";
            case Administration administration -> ofAdministration(administration);
            case VitessStatement vitess -> ofVitess(vitess);
            case CallProcedure call -> "CALL";
            case Do evaluated -> "DO";
            case Ddl ddl -> ofDdl(ddl);
            case CommentOnly comments -> "of comments only";
        };
    }

    private static String ofQuery(Query query) {
        return switch (query) {
            case Select select -> "SELECT";
            case SetOperation operation -> operation.arms().getFirst().operator().name();
            case ValuesRows values -> "VALUES";
        };
    }

    private static String ofTransaction(TransactionStatement statement) {
        return switch (statement) {
            case TransactionStatement.Begin begin -> "BEGIN";
            case TransactionStatement.Start start -> "START TRANSACTION";
            case TransactionStatement.Commit commit -> "COMMIT";
            case TransactionStatement.Rollback rollback -> "ROLLBACK";
            case TransactionStatement.Savepoint savepoint -> "SAVEPOINT";
            case TransactionStatement.RollbackTo rollback -> "ROLLBACK TO SAVEPOINT";
            case TransactionStatement.Release release -> "RELEASE SAVEPOINT";
        };
    }

    private static String ofPrepared(PreparedStatement statement) {
        return switch (statement) {
            case PreparedStatement.Prepare prepare -> "PREPARE";
            case PreparedStatement.Execute execute -> "EXECUTE";
            case PreparedStatement.Deallocate deallocate -> "DEALLOCATE PREPARE";
        };
    }

    private static String ofAdministration(Administration statement) {
        return switch (statement) {
            case Administration.Maintenance maintenance -> maintenance.verb().name() + " TABLE";
            case Administration.Flush flush -> "FLUSH";
            case Administration.FlushTables flush -> "FLUSH TABLES";
            case Administration.Kill kill -> "KILL";
            case Administration.LockTables lock -> "LOCK TABLES";
            case Administration.UnlockTables unlock -> "UNLOCK TABLES";
            case Administration.PurgeBinaryLogs purge -> "PURGE BINARY LOGS";
            case Administration.Load load -> "LOAD";
        };
    }

    private static String ofVitess(VitessStatement statement) {
        return switch (statement) {
            case VitessStatement.Vexplain explain -> "VEXPLAIN";
            case VitessStatement.Stream stream -> "STREAM";
            case VitessStatement.Vstream stream -> "VSTREAM";
            case VitessStatement.AlterMigration alter -> "ALTER VITESS_MIGRATION";
            case VitessStatement.RevertMigration revert -> "REVERT VITESS_MIGRATION";
            case AlterVschema alter -> "ALTER VSCHEMA";
        };
    }

    private static String ofDdl(Ddl ddl) {
        String verb = ddl.action().name();
        return ddl.kind() == Ddl.ObjectKind.OTHER ? verb : verb + " " + ddl.kind();
    }
}
