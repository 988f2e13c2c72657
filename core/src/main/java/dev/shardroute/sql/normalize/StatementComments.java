package dev.shardroute.sql.normalize;

import dev.shardroute.sql.ast.Administration;
import dev.shardroute.sql.ast.AlterVschema;
import dev.shardroute.sql.ast.CallProcedure;
import dev.shardroute.sql.ast.CommentOnly;
import dev.shardroute.sql.ast.Ddl;
import dev.shardroute.sql.ast.Delete;
import dev.shardroute.sql.ast.Do;
import dev.shardroute.sql.ast.Explain;
import dev.shardroute.sql.ast.Insert;
import dev.shardroute.sql.ast.PreparedStatement.Deallocate;
import dev.shardroute.sql.ast.PreparedStatement.Execute;
import dev.shardroute.sql.ast.PreparedStatement.Prepare;
import dev.shardroute.sql.ast.Select;
import dev.shardroute.sql.ast.SetOperation;
import dev.shardroute.sql.ast.SetVariables;
import dev.shardroute.sql.ast.Show;
import dev.shardroute.sql.ast.Statement;
import dev.shardroute.sql.ast.TransactionStatement;
import dev.shardroute.sql.ast.Update;
import dev.shardroute.sql.ast.Use;
import dev.shardroute.sql.ast.ValuesRows;
import dev.shardroute.sql.ast.VitessStatement.AlterMigration;
import dev.shardroute.sql.ast.VitessStatement.RevertMigration;
import dev.shardroute.sql.ast.VitessStatement.Stream;
import dev.shardroute.sql.ast.VitessStatement.Vexplain;
import dev.shardroute.sql.ast.VitessStatement.Vstream;
import java.util.List;

/** The comments right after a statement's verb, which is where hints and directives stand. */
final class StatementComments {
    private StatementComments() {}

    /** The comments in the order of the text; those of a set operation are those of its first query. */
    static List<String> of(Statement statement) {
        return switch (statement) {
            case Select select -> select.comments();
            case SetOperation operation -> of(operation.first());
            case ValuesRows values -> values.comments();
            case Insert insert -> insert.comments();
            case Update update -> update.comments();
            case Delete delete -> delete.comments();
            case SetVariables set -> set.comments();
            case Explain.OfStatement explain -> explain.comments();
            case Prepare prepare -> prepare.comments();
            case Execute execute -> execute.comments();
            case Deallocate deallocate -> deallocate.comments();
            case Vexplain vexplain -> vexplain.comments();
            case Stream stream -> stream.comments();
            case Vstream stream -> stream.comments();
            case RevertMigration revert -> revert.comments();
            case Ddl ddl -> ddl.comments();
            case CommentOnly only -> only.comments();
            case Explain.OfTable none -> List.of();
            case AlterMigration none -> List.of();
            case AlterVschema none -> List.of();
            case CallProcedure none -> List.of();
            case Do none -> List.of();
            case Use none -> List.of();
            case Show none -> List.of();
            case TransactionStatement none -> List.of();
            case Administration none -> List.of();
        };
    }

    /** True for statements that take optimizer hints, and are no others put together. */
    static boolean takesHints(Statement statement) {
        return switch (statement) {
            case Select yes -> true;
            case Insert yes -> true;
            case Update yes -> true;
            case Delete yes -> true;
            case Stream yes -> true;
            case Vstream yes -> true;
            default -> false;
        };
    }

    /** A statement that takes hints with other comments; others as they are. */
    static Statement with(Statement statement, List<String> comments) {
        return switch (statement) {
            case Select s -> new Select(s.with(), comments, s.distinct(), s.options(), s.items(), s.from(), s.where(),
                    s.groupBy(), s.having(), s.windows(), s.orderBy(), s.limit(), s.locks(), s.into());
            case Insert s -> new Insert(comments, s.replace(), s.ignore(), s.table(), s.partitions(), s.columns(),
                    s.source(), s.alias(), s.onDuplicate());
            case Update s -> new Update(s.with(), comments, s.ignore(), s.tables(), s.assignments(), s.where(),
                    s.orderBy(), s.limit());
            case Delete s -> new Delete(s.with(), comments, s.ignore(), s.targets(), s.tables(), s.where(),
                    s.orderBy(), s.limit());
            case Stream s -> new Stream(comments, s.item(), s.table());
            case Vstream s -> new Vstream(comments, s.item(), s.table(), s.where(), s.limit());
            default -> statement;
        };
    }
}
