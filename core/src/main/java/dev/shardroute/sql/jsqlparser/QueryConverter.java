package dev.shardroute.sql.jsqlparser;

import dev.shardroute.sql.ast.CommonTable;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.GroupBy;
import dev.shardroute.sql.ast.OrderItem;
import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.ast.SelectItem.Star;
import dev.shardroute.sql.ast.TableExpression;
import dev.shardroute.sql.ast.ValuesRows;
import dev.shardroute.sql.ast.With;
import java.util.ArrayList;
import java.util.List;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.expression.RowConstructor;
import net.sf.jsqlparser.statement.select.LateralSubSelect;
import net.sf.jsqlparser.statement.select.OrderByElement;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.SelectItem;
import net.sf.jsqlparser.statement.select.SetOperationList;
import net.sf.jsqlparser.statement.select.TableStatement;
import net.sf.jsqlparser.statement.select.Values;
import net.sf.jsqlparser.statement.select.WithItem;
import org.jspecify.annotations.Nullable;

/** Converts whole queries, and the clauses that other statements have, too. */
final class QueryConverter {
    private final Conversion conversion;
    private final Pieces pieces;
    private final TableConverter tables;
    private final SelectConverter selects;
    private final SurroundingsConverter surroundings;

    QueryConverter(Conversion conversion) {
        this.conversion = conversion;
        this.pieces = conversion.pieces();
        this.tables = new TableConverter(conversion);
        this.selects = new SelectConverter(conversion, tables);
        this.surroundings = new SurroundingsConverter(conversion);
    }

    TableConverter tables() {
        return tables;
    }

    SurroundingsConverter surroundings() {
        return surroundings;
    }

    Query convert(Select select) {
        conversion.enter();
        Query query = switch (select) {
            case LateralSubSelect lateral -> throw Refusal.of("LATERAL outside of FROM");
            case ParenthesedSelect inParentheses -> inParentheses(inParentheses);
            case PlainSelect plain -> selects.convert(plain, around(plain));
            case SetOperationList list -> new SetOperationConverter(this, around(list)).convert(list);
            case Values values -> values(values);
            case TableStatement table -> table(table);
            default -> throw Refusal.ofNode(select);
        };
        conversion.leave();
        return query;
    }

    private Surroundings around(Select select) {
        return surroundings.around(select, with(select.getWithItemsList()));
    }

    private Query inParentheses(ParenthesedSelect select) {
        Surroundings around = around(select);
        Query query = convert(select.getSelect());
        return around.isEmpty() ? query : around.around(query);
    }

    /** {@code TABLE t} is {@code SELECT * FROM t}. */
    private Query table(TableStatement table) {
        Surroundings around = around(table);
        TableExpression from = tables.table(table.getTable());
        return new dev.shardroute.sql.ast.Select(around.with(), List.of(), false, List.of(), List.of(new Star(null)),
                List.of(from), null, GroupBy.NONE, null, List.of(), around.orderBy(), around.limit(), around.locks(),
                null);
    }

    /** {@code VALUES ROW(…), ROW(…)}. */
    ValuesRows values(Values values) {
        Refusal.present(values.getAlias(), "an alias of VALUES");
        Surroundings around = around(values);
        Refusal.when(!around.locks().isEmpty(), "locks behind VALUES");
        List<List<Expression>> rows = new ArrayList<>();
        for (net.sf.jsqlparser.expression.Expression row : values.getExpressions()) {
            if (!isRow(row)) {
                throw Refusal.of("VALUES without ROW");
            }
            rows.add(rowValues(row));
        }
        return new ValuesRows(around.with(), List.of(), rows, null, around.orderBy(), around.limit());
    }

    /** True for {@code ROW(…)}. */
    static boolean isRow(net.sf.jsqlparser.expression.Expression node) {
        return switch (node) {
            case RowConstructor<?> row -> true;
            case Function function -> "row".equalsIgnoreCase(function.getName());
            default -> false;
        };
    }

    private List<Expression> rowValues(net.sf.jsqlparser.expression.Expression row) {
        List<Expression> values = new ArrayList<>();
        List<? extends net.sf.jsqlparser.expression.Expression> nodes = switch (row) {
            case RowConstructor<?> constructor -> constructor;
            case Function function when function.getParameters() != null -> function.getParameters();
            default -> List.of();
        };
        nodes.forEach(node -> values.add(conversion.expressions().valueOrDefault(node)));
        return values;
    }

    /** The WITH of a statement, or null. */
    @Nullable With with(@Nullable List<WithItem<?>> items) {
        if (items == null || items.isEmpty()) {
            return null;
        }
        boolean recursive = false;
        List<CommonTable> commonTables = new ArrayList<>();
        for (WithItem<?> item : items) {
            recursive |= item.isRecursive();
            commonTables.add(commonTable(item));
        }
        return new With(recursive, commonTables);
    }

    private CommonTable commonTable(WithItem<?> item) {
        Refusal.when(item.isMaterialized(), "MATERIALIZED");
        Refusal.present(item.getWithFunctionDeclaration(), "a function in WITH");
        Refusal.present(item.getSearchClause(), "SEARCH in WITH");
        Refusal.present(item.getCycleClause(), "CYCLE in WITH");
        if (!(item.getParenthesedStatement() instanceof ParenthesedSelect select)) {
            throw Refusal.of("WITH of other than a query");
        }
        return new CommonTable(pieces.name(item.getAliasName()), columns(item.getWithItemList()), convert(select));
    }

    private List<String> columns(@Nullable List<SelectItem<?>> items) {
        List<String> columns = new ArrayList<>();
        for (SelectItem<?> item : items == null ? List.<SelectItem<?>>of() : items) {
            if (!(item.getExpression() instanceof net.sf.jsqlparser.schema.Column column)) {
                throw Refusal.of("a column of WITH that is no name");
            }
            columns.add(conversion.expressions().column(column).name());
        }
        return columns;
    }

    /** The order; empty for none. */
    List<OrderItem> orderBy(@Nullable List<OrderByElement> elements) {
        List<OrderItem> items = new ArrayList<>();
        for (OrderByElement element : elements == null ? List.<OrderByElement>of() : elements) {
            Refusal.present(element.getNullOrdering(), "NULLS FIRST and NULLS LAST");
            Refusal.present(element.getWithFill(), "WITH FILL");
            Refusal.when(element.isMysqlWithRollup(), "ORDER BY … WITH ROLLUP");
            items.add(new OrderItem(conversion.expressions().convert(element.getExpression()), !element.isAsc()));
        }
        return items;
    }
}
