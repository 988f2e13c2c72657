package dev.shardroute.sql.jsqlparser;

import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Limit;
import dev.shardroute.sql.ast.Locking;
import dev.shardroute.sql.ast.Locking.Strength;
import dev.shardroute.sql.ast.Locking.WaitPolicy;
import dev.shardroute.sql.ast.TableName;
import dev.shardroute.sql.ast.With;
import java.util.ArrayList;
import java.util.List;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.select.Offset;
import net.sf.jsqlparser.statement.select.Select;
import org.jspecify.annotations.Nullable;

/** Converts ORDER BY, LIMIT and locks, and refuses what other servers have around a query. */
final class SurroundingsConverter {
    private final Conversion conversion;

    SurroundingsConverter(Conversion conversion) {
        this.conversion = conversion;
    }

    Surroundings around(Select select, @Nullable With with) {
        refuseOtherDialects(select);
        return new Surroundings(with, conversion.queries().orderBy(select.getOrderByElements()),
                limit(select.getLimit(), select.getOffset()), locks(select));
    }

    private static void refuseOtherDialects(Select select) {
        Refusal.present(select.getFetch(), "FETCH");
        Refusal.present(select.getLimitBy(), "LIMIT BY");
        Refusal.present(select.getIsolation(), "WITH isolation");
        Refusal.present(select.getMySqlProcedureAnalyse(), "PROCEDURE ANALYSE");
        Refusal.present(select.getForClause(), "FOR XML and FOR JSON");
        Refusal.present(select.getOption(), "OPTION");
        Refusal.any(select.getInterpolate(), "INTERPOLATE");
        Refusal.present(select.getPivot(), "PIVOT");
        Refusal.present(select.getUnPivot(), "UNPIVOT");
        Refusal.when(select.isOracleSiblings(), "ORDER SIBLINGS BY");
    }

    /** A limit, with the offset in it or behind it; null for none. */
    @Nullable Limit limit(net.sf.jsqlparser.statement.select.@Nullable Limit limit, @Nullable Offset offset) {
        if (limit == null) {
            Refusal.present(offset, "OFFSET without LIMIT");
            return null;
        }
        Refusal.any(limit.getByExpressions(), "LIMIT BY");
        Refusal.when(offset != null && (limit.getOffset() != null || offset.getOffsetParam() != null), "OFFSET ROWS");
        Expression first = limit.getOffset() == null ? null : number(limit.getOffset());
        Expression rows = number(Refusal.required(limit.getRowCount(), "number of rows"));
        return new Limit(offset == null ? first : number(offset.getOffset()), rows);
    }

    private Expression number(net.sf.jsqlparser.expression.Expression node) {
        Expression number = conversion.expressions().convert(node);
        return switch (number) {
            case Expression.Literal literal -> literal;
            case Expression.Variable variable -> variable;
            case Expression.Column variable when variable.table() == null -> variable;
            default -> throw Refusal.of("LIMIT of other than a number or a variable");
        };
    }

    private List<Locking> locks(Select select) {
        if (select.getForMode() == null) {
            return List.of();
        }
        Strength strength = switch (select.getForMode()) {
            case UPDATE -> Strength.UPDATE;
            case SHARE -> Strength.SHARE;
            case NO_KEY_UPDATE, KEY_SHARE, READ_ONLY, FETCH_ONLY -> throw Refusal.of("FOR " + select.getForMode());
        };
        Refusal.present(select.getWait(), "WAIT");
        List<TableName> tables = new ArrayList<>();
        for (Table table : select.getForUpdateTables() == null ? List.<Table>of() : select.getForUpdateTables()) {
            tables.add(conversion.pieces().tableName(table));
        }
        return List.of(new Locking(strength, tables, policy(select)));
    }

    private static WaitPolicy policy(Select select) {
        return select.isNoWait() ? WaitPolicy.NOWAIT : select.isSkipLocked() ? WaitPolicy.SKIP_LOCKED : WaitPolicy.WAIT;
    }
}
