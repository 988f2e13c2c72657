package dev.shardroute.sql.jsqlparser;

import dev.shardroute.sql.ast.Assignment;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Limit;
import dev.shardroute.sql.ast.OrderItem;
import dev.shardroute.sql.ast.TableExpression;
import dev.shardroute.sql.ast.TableName;
import dev.shardroute.sql.ast.With;
import java.util.ArrayList;
import java.util.List;
import net.sf.jsqlparser.expression.OracleHint;
import net.sf.jsqlparser.expression.operators.relational.ExpressionList;
import net.sf.jsqlparser.parser.Token;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.delete.Delete;
import net.sf.jsqlparser.statement.select.FromItem;
import net.sf.jsqlparser.statement.select.Join;
import net.sf.jsqlparser.statement.update.Update;
import net.sf.jsqlparser.statement.update.UpdateSet;
import org.jspecify.annotations.Nullable;

/** Converts UPDATE and DELETE. */
final class ChangeConverter {
    private final Conversion conversion;

    ChangeConverter(Conversion conversion) {
        this.conversion = conversion;
    }

    dev.shardroute.sql.ast.Update update(Update update) {
        refuseOtherDialects(update);
        With with = conversion.queries().with(update.getWithItemsList());
        List<TableExpression> tables =
                conversion.queries().tables().references(update.getTable(), update.getStartJoins());
        List<Assignment> assignments = assignments(update.getUpdateSets());
        Expression where = conversion.expressions().optional(update.getWhere());
        List<OrderItem> orderBy = conversion.queries().orderBy(update.getOrderByElements());
        Limit limit = conversion.queries().surroundings().limit(update.getLimit(), null);
        refuseOrder(tables.size() > 1 || tables.getFirst() instanceof TableExpression.Join, orderBy, limit);
        return new dev.shardroute.sql.ast.Update(with, comments(update), update.isModifierIgnore(), tables,
                assignments, where, orderBy, limit);
    }

    private static void refuseOtherDialects(Update update) {
        Refusal.present(update.getModifierPriority(), "UPDATE LOW_PRIORITY");
        Refusal.present(update.getFromItem(), "UPDATE … FROM");
        Refusal.any(update.getJoins(), "UPDATE … FROM");
        Refusal.present(update.getOutputClause(), "OUTPUT");
        Refusal.present(update.getReturningClause(), "RETURNING");
        Refusal.present(update.getForPortionClause(), "FOR PORTION");
        Refusal.present(update.getPreferringClause(), "PREFERRING");
        Refusal.present(update.getOption(), "OPTION");
    }

    /** Where nothing stands between the verb and the table, the comments before the table are those behind the verb. */
    private static List<String> comments(Update update) {
        Token table = update.isModifierIgnore() ? null : Comments.firstToken(update.getTable());
        return table == null ? hint(update.getOracleHint()) : Comments.before(table);
    }

    private static List<String> hint(@Nullable OracleHint hint) {
        return hint == null ? List.of() : List.of(hint.toString());
    }

    /** MySQL orders and limits the rows of one table only. */
    private static void refuseOrder(boolean several, List<OrderItem> orderBy, @Nullable Limit limit) {
        Refusal.when(several && (!orderBy.isEmpty() || limit != null), "ORDER BY and LIMIT with several tables");
    }

    List<Assignment> assignments(@Nullable List<UpdateSet> sets) {
        List<Assignment> assignments = new ArrayList<>();
        for (UpdateSet set : Refusal.required(sets, "assignment")) {
            ExpressionList<Column> columns = set.getColumns();
            Refusal.when(columns.size() != 1 || set.getValues().size() != 1, "SET of several columns at once");
            Expression.Column column = conversion.expressions().column(columns.getFirst());
            assignments
                    .add(new Assignment(column, conversion.expressions().valueOrDefault(set.getValues().getFirst())));
        }
        return assignments;
    }

    dev.shardroute.sql.ast.Delete delete(Delete delete) {
        refuseOtherDialects(delete);
        With with = conversion.queries().with(delete.getWithItemsList());
        List<TableName> targets = targets(delete);
        List<TableExpression> tables = tables(delete);
        Expression where = conversion.expressions().optional(delete.getWhere());
        List<OrderItem> orderBy = conversion.queries().orderBy(delete.getOrderByElements());
        Limit limit = conversion.queries().surroundings().limit(delete.getLimit(), null);
        refuseOrder(!targets.isEmpty(), orderBy, limit);
        Refusal.when(targets.isEmpty() && isJoined(tables), "DELETE of several tables without saying which");
        List<TableName> others = isOf(targets, tables) ? List.of() : targets;
        return new dev.shardroute.sql.ast.Delete(with, hint(delete.getOracleHint()), delete.isModifierIgnore(), others,
                tables, where, orderBy, limit);
    }

    private static void refuseOtherDialects(Delete delete) {
        Refusal.present(delete.getModifierPriority(), "DELETE LOW_PRIORITY");
        Refusal.when(delete.isModifierQuick(), "DELETE QUICK");
        Refusal.when(!delete.isHasFrom(), "DELETE without FROM");
        Refusal.present(delete.getOutputClause(), "OUTPUT");
        Refusal.present(delete.getReturningClause(), "RETURNING");
        Refusal.present(delete.getForPortionClause(), "FOR PORTION");
        Refusal.present(delete.getPreferringClause(), "PREFERRING");
        Refusal.present(delete.getOption(), "OPTION");
    }

    /** Before FROM, or between FROM and USING. */
    private List<TableName> targets(Delete delete) {
        List<TableName> targets = new ArrayList<>();
        for (Table table : delete.getTables() == null ? List.<Table>of() : delete.getTables()) {
            targets.add(conversion.pieces().tableName(table));
        }
        if (!using(delete).isEmpty()) {
            Refusal.when(!targets.isEmpty(), "USING behind several tables");
            targets.add(conversion.pieces().tableName(delete.getTable()));
        }
        return targets;
    }

    private static List<FromItem> using(Delete delete) {
        return delete.getUsingFromItemList() == null ? List.of() : delete.getUsingFromItemList();
    }

    private List<TableExpression> tables(Delete delete) {
        List<FromItem> using = using(delete);
        if (using.isEmpty()) {
            return conversion.queries().tables().references(delete.getTable(), delete.getJoins());
        }
        List<Join> joins = new ArrayList<>();
        using.subList(1, using.size()).forEach(item -> joins.add(new Join().setFromItem(item).withSimple(true)));
        Refusal.when(delete.getJoins() != null && using.size() > 1, "joins behind several tables of USING");
        joins.addAll(delete.getJoins() == null ? List.of() : delete.getJoins());
        return conversion.queries().tables().references(using.getFirst(), joins);
    }

    private static boolean isJoined(List<TableExpression> tables) {
        return tables.size() > 1 || tables.getFirst() instanceof TableExpression.Join;
    }

    /** True for {@code DELETE t FROM t} and {@code DELETE x FROM t AS x}, which are {@code DELETE FROM t AS x}. */
    private static boolean isOf(List<TableName> targets, List<TableExpression> from) {
        if (targets.size() != 1 || from.size() > 1 || !(from.getFirst() instanceof TableExpression.Table table)
                || !table.hints().isEmpty()) {
            return false;
        }
        TableName target = targets.getFirst();
        return target.qualifier() == null
                ? target.name().equals(table.correlationName())
                : table.alias() == null && target.equals(table.name());
    }
}
