package dev.shardroute.planner.change;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.sql.ast.Assignment;
import dev.shardroute.sql.ast.Clause;
import dev.shardroute.sql.ast.CommonTable;
import dev.shardroute.sql.ast.Delete;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.AssignVariable;
import dev.shardroute.sql.ast.Expression.Call;
import dev.shardroute.sql.ast.Expression.UserVariable;
import dev.shardroute.sql.ast.GroupBy;
import dev.shardroute.sql.ast.Insert;
import dev.shardroute.sql.ast.InsertSource;
import dev.shardroute.sql.ast.Into;
import dev.shardroute.sql.ast.JsonTable;
import dev.shardroute.sql.ast.Limit;
import dev.shardroute.sql.ast.Locking;
import dev.shardroute.sql.ast.NamedWindow;
import dev.shardroute.sql.ast.Node;
import dev.shardroute.sql.ast.Nodes;
import dev.shardroute.sql.ast.OrderItem;
import dev.shardroute.sql.ast.RowAlias;
import dev.shardroute.sql.ast.SelectItem;
import dev.shardroute.sql.ast.SetVariables;
import dev.shardroute.sql.ast.Show;
import dev.shardroute.sql.ast.Statement;
import dev.shardroute.sql.ast.TableExpression;
import dev.shardroute.sql.ast.Update;
import dev.shardroute.sql.ast.Window;
import dev.shardroute.sql.ast.With;
import java.util.List;

/**
 * The door of the planner: refuses, by the name that people know it by, whatever a statement may be made of that planning
 * knows nothing of. What is let in is what the phases look at, and what a shard can be left to do by itself.
 */
final class Refusals {
    private Refusals() {}

    /**
     * Checks a whole INSERT or REPLACE.
     *
     * @throws dev.shardroute.error.ShardrouteException {@code VT12001} naming the first part that is refused
     */
    static void check(Insert insert) {
        if (insert.alias() != null) {
            checkClause(insert.alias());
        }
        Nodes.forEachPart(insert, Refusals::checkTree);
    }

    /** {@link #check(Insert)} for an UPDATE. */
    static void check(Update update) {
        if (!isOneTable(update.tables())) {
            throw refused("UPDATE of several tables");
        }
        Nodes.forEachPart(update, Refusals::checkTree);
    }

    /** {@link #check(Insert)} for a DELETE. */
    static void check(Delete delete) {
        if (!delete.targets().isEmpty() || !isOneTable(delete.tables())) {
            throw refused("DELETE of several tables");
        }
        Nodes.forEachPart(delete, Refusals::checkTree);
    }

    private static boolean isOneTable(List<TableExpression> tables) {
        return tables.size() == 1 && !(tables.getFirst() instanceof TableExpression.Join);
    }

    private static void checkTree(Node part) {
        Nodes.forEach(part, Refusals::check);
    }

    private static void check(Node node) {
        switch (node) {
            case Statement query -> throw refused("subqueries");
            case Expression expression -> check(expression);
            case SelectItem item -> check(item);
            case TableExpression table -> checkTable(table);
            case Clause clause -> checkClause(clause);
        }
    }

    private static void check(Expression expression) {
        switch (Need.of(expression)) {
            case NOTHING, GROUP, WINDOW -> {
            }
            case QUERY -> throw refused("subqueries");
            case SESSION -> throw refused(sessionName(expression));
        }
    }

    private static String sessionName(Expression expression) {
        return switch (expression) {
            case UserVariable(var name) -> "the user variable @" + name;
            case AssignVariable(var variable, var value) -> "assigning the user variable @" + variable.name();
            case Call call -> "the session function " + call.name() + "()";
            default -> "what only the client's session knows";
        };
    }

    private static void check(SelectItem item) {
        switch (item) {
            case SelectItem.Star star -> {
            }
            case SelectItem.Item plain -> {
            }
            case SelectItem.NextValues next -> throw refused("NEXT VALUES of a sequence");
        }
    }

    /**
     * The table, where it is just a table.
     *
     * @throws dev.shardroute.error.ShardrouteException {@code VT12001} where it is more than that
     */
    static TableExpression.Table plain(TableExpression table) {
        return switch (table) {
            case TableExpression.Table plain -> plain;
            case TableExpression.Derived derived -> throw refused("derived tables");
            case TableExpression.Bound bound -> plain(bound.written());
            case TableExpression.Join join -> throw refused("joins");
            case TableExpression.Parenthesized tables -> throw refused("parentheses around tables");
            case JsonTable json -> throw refused("JSON_TABLE");
        };
    }

    /**
     * The rows of an INSERT, where they are written out.
     *
     * @throws dev.shardroute.error.ShardrouteException {@code VT12001} where a query gives them
     */
    static List<List<Expression>> rows(Insert insert) {
        return switch (insert.source()) {
            case InsertSource.Rows(var rows) -> rows;
            case InsertSource.FromQuery query -> throw refused("INSERT … SELECT");
        };
    }

    private static void checkTable(TableExpression table) {
        if (plain(table).hints().stream().anyMatch(hint -> hint.action().isVindex())) {
            throw refused("vindex hints");
        }
    }

    private static void checkClause(Clause clause) {
        switch (clause) {
            case Assignment node -> {
            }
            case CommonTable node -> throw refused("WITH");
            case GroupBy node -> {
            }
            case InsertSource.Rows node -> {
            }
            case InsertSource.FromQuery node -> throw refused("INSERT … SELECT");
            case Into node -> throw refused("SELECT … INTO");
            case Limit node -> {
            }
            case Locking node -> checkLocking(node);
            case NamedWindow node -> {
            }
            case OrderItem node -> {
            }
            case RowAlias node -> throw refused("row aliases in INSERT");
            case SetVariables.Setting node -> throw refused("SET");
            case Show.Filter node -> throw refused("SHOW");
            case Window node -> {
            }
            case Window.Frame node -> {
            }
            case Window.Bound node -> {
            }
            case With node -> throw refused("WITH");
        }
    }

    /** A shard knows the tables by other keyspaces, or none. */
    private static void checkLocking(Locking locking) {
        if (locking.tables().stream().anyMatch(table -> table.qualifier() != null)) {
            throw refused(locking.strength().sql() + " of a table with its keyspace");
        }
    }

    private static RuntimeException refused(String what) {
        return ErrorCode.VT12001.error(what);
    }
}
