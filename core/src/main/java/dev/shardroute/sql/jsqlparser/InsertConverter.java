package dev.shardroute.sql.jsqlparser;

import dev.shardroute.sql.ast.Assignment;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.InsertSource;
import dev.shardroute.sql.ast.RowAlias;
import dev.shardroute.sql.ast.TableName;
import java.util.ArrayList;
import java.util.List;
import net.sf.jsqlparser.expression.Alias;
import net.sf.jsqlparser.expression.OracleHint;
import net.sf.jsqlparser.expression.operators.relational.ExpressionList;
import net.sf.jsqlparser.expression.operators.relational.ParenthesedExpressionList;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Partition;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.insert.ConflictActionType;
import net.sf.jsqlparser.statement.insert.Insert;
import net.sf.jsqlparser.statement.insert.InsertDuplicateAction;
import net.sf.jsqlparser.statement.insert.InsertModifierPriority;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.Values;
import net.sf.jsqlparser.statement.update.UpdateSet;
import net.sf.jsqlparser.statement.upsert.Upsert;
import net.sf.jsqlparser.statement.upsert.UpsertType;
import org.jspecify.annotations.Nullable;

/** Converts INSERT and REPLACE. */
final class InsertConverter {
    private final Conversion conversion;
    private final Pieces pieces;

    InsertConverter(Conversion conversion) {
        this.conversion = conversion;
        this.pieces = conversion.pieces();
    }

    /** What INSERT and REPLACE have in common. */
    private record Target(boolean replace, boolean ignore, TableName table, List<String> partitions,
            List<String> comments) {}

    dev.shardroute.sql.ast.Insert insert(Insert insert) {
        refuseOtherDialects(insert);
        boolean ignore = insert.isModifierIgnore() || insert.getModifierPriority() == InsertModifierPriority.IGNORE;
        Target target = new Target(false, ignore, table(insert.getTable()), partitions(insert.getPartitions()),
                hint(insert.getOracleHint()));
        List<Assignment> onDuplicate = onDuplicate(insert);
        if (insert.getSetUpdateSets() != null) {
            return ofAssignments(target, assignments(insert.getSetUpdateSets()), rowAlias(insert.getRowAlias()),
                    onDuplicate);
        }
        return ofSource(target, columns(target.table, insert.getColumns()), insert.getSelect(),
                rowAlias(insert.getRowAlias()), onDuplicate);
    }

    private static void refuseOtherDialects(Insert insert) {
        boolean hasPriority =
                insert.getModifierPriority() != null && insert.getModifierPriority() != InsertModifierPriority.IGNORE;
        Refusal.when(hasPriority, "INSERT " + insert.getModifierPriority());
        Refusal.any(insert.getWithItemsList(), "WITH before INSERT");
        Refusal.present(insert.getOutputClause(), "OUTPUT");
        Refusal.present(insert.getReturningClause(), "RETURNING");
        Refusal.present(insert.getConflictTarget(), "ON CONFLICT");
        Refusal.present(insert.getConflictAction(), "ON CONFLICT");
        Refusal.when(insert.isOverriding(), "OVERRIDING");
        Refusal.when(insert.isOverwrite() || insert.isTableKeyword(), "INSERT OVERWRITE and INSERT TABLE");
        Refusal.when(insert.isOnlyDefaultValues(), "DEFAULT VALUES");
        Refusal.when(insert.isOracleMultiInsert(), "INSERT ALL");
    }

    private List<String> partitions(@Nullable List<Partition> partitions) {
        List<String> names = new ArrayList<>();
        for (Partition partition : partitions == null ? List.<Partition>of() : partitions) {
            Refusal.present(partition.getValue(), "the value of a partition");
            names.add(conversion.expressions().column(partition.getColumn()).name());
        }
        return names;
    }

    private TableName table(Table table) {
        Refusal.present(table.getAlias(), "an alias of the table that rows are inserted into");
        return conversion.queries().tables().table(table).name();
    }

    private static List<String> hint(@Nullable OracleHint hint) {
        return hint == null ? List.of() : List.of(hint.toString());
    }

    dev.shardroute.sql.ast.Insert replace(Upsert upsert) {
        boolean isReplace =
                upsert.getUpsertType() == UpsertType.REPLACE || upsert.getUpsertType() == UpsertType.REPLACE_SET;
        Refusal.when(!isReplace, String.valueOf(upsert.getUpsertType()));
        Refusal.present(upsert.getDuplicateAction(), "ON DUPLICATE KEY UPDATE of REPLACE");
        Target target = new Target(true, false, table(upsert.getTable()), List.of(), List.of());
        if (upsert.getUpdateSets() != null && !upsert.getUpdateSets().isEmpty()) {
            return ofAssignments(target, assignments(upsert.getUpdateSets()), null, List.of());
        }
        return ofSource(target, columns(target.table, upsert.getColumns()), upsert.getSelect(), null, List.of());
    }

    private dev.shardroute.sql.ast.Insert ofAssignments(Target target, List<Assignment> assignments,
            @Nullable RowAlias alias, List<Assignment> onDuplicate) {
        List<String> columns = new ArrayList<>();
        List<Expression> row = new ArrayList<>();
        for (Assignment assignment : assignments) {
            columns.add(name(target.table, assignment.column()));
            row.add(assignment.value());
        }
        return statement(target, columns, new InsertSource.Rows(List.of(row)), alias, onDuplicate);
    }

    private dev.shardroute.sql.ast.Insert ofSource(Target target, List<String> columns, @Nullable Select source,
            @Nullable RowAlias alias, List<Assignment> onDuplicate) {
        return switch (Refusal.required(source, "source of rows")) {
            case Values values when !isQuery(values) -> {
                RowAlias name = alias == null ? rowAlias(values.getAlias()) : alias;
                yield statement(target, columns, new InsertSource.Rows(rows(values)), name, onDuplicate);
            }
            case Select query -> {
                Refusal.present(alias, "an alias of the rows of a query");
                InsertSource rows = new InsertSource.FromQuery(conversion.queries().convert(query));
                yield statement(target, columns, rows, null, onDuplicate);
            }
        };
    }

    private static dev.shardroute.sql.ast.Insert statement(Target target, List<String> columns, InsertSource rows,
            @Nullable RowAlias alias, List<Assignment> onDuplicate) {
        return new dev.shardroute.sql.ast.Insert(target.comments, target.replace, target.ignore, target.table,
                target.partitions, columns, rows, alias, onDuplicate);
    }

    /** {@code VALUES ROW(…)} is a query. */
    private static boolean isQuery(Values values) {
        ExpressionList<?> list = values.getExpressions();
        return !(list instanceof ParenthesedExpressionList) && !list.isEmpty() && QueryConverter.isRow(list.getFirst());
    }

    /** One row in parentheses, or a list of them. */
    private List<List<Expression>> rows(Values values) {
        Surroundings around = conversion.queries().surroundings().around(values, null);
        Refusal.when(!around.isEmpty(), "ORDER BY and the like behind VALUES");
        ExpressionList<?> list = values.getExpressions();
        if (list instanceof ParenthesedExpressionList) {
            return List.of(row(list));
        }
        List<List<Expression>> rows = new ArrayList<>();
        for (net.sf.jsqlparser.expression.Expression row : list) {
            if (!(row instanceof ParenthesedExpressionList<?> members)) {
                throw Refusal.of("a row without parentheses");
            }
            rows.add(row(members));
        }
        return rows;
    }

    private List<Expression> row(ExpressionList<?> members) {
        List<Expression> row = new ArrayList<>();
        members.forEach(member -> row.add(conversion.expressions().valueOrDefault(member)));
        return row;
    }

    private List<String> columns(TableName table, @Nullable ExpressionList<Column> columns) {
        List<String> names = new ArrayList<>();
        for (Column column : columns == null ? List.<Column>of() : columns) {
            names.add(name(table, conversion.expressions().column(column)));
        }
        return names;
    }

    /** The column without its table, which can only be the one that rows are inserted into. */
    private static String name(TableName table, Expression.Column column) {
        TableName qualifier = column.table();
        boolean isOther = qualifier != null && (!qualifier.name().equals(table.name())
                || (qualifier.qualifier() != null && !qualifier.equals(table)));
        Refusal.when(isOther, "a column of another table in INSERT");
        return column.name();
    }

    private @Nullable RowAlias rowAlias(@Nullable Alias alias) {
        if (alias == null) {
            return null;
        }
        List<String> columns = new ArrayList<>();
        if (alias.getAliasColumns() != null) {
            alias.getAliasColumns().forEach(column -> columns.add(pieces.name(column.name)));
        }
        return new RowAlias(pieces.name(alias.getName()), columns);
    }

    private List<Assignment> onDuplicate(Insert insert) {
        InsertDuplicateAction action = insert.getDuplicateAction();
        if (action == null) {
            return List.of();
        }
        boolean isUpdate =
                action.getConflictActionType() == ConflictActionType.DO_UPDATE && action.getWhereExpression() == null;
        Refusal.when(!isUpdate, "ON DUPLICATE KEY without UPDATE");
        return assignments(action.getUpdateSets());
    }

    private List<Assignment> assignments(List<UpdateSet> sets) {
        return new ChangeConverter(conversion).assignments(sets);
    }
}
