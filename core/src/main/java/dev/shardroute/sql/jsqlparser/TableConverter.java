package dev.shardroute.sql.jsqlparser;

import dev.shardroute.sql.ast.IndexHint;
import dev.shardroute.sql.ast.TableExpression;
import dev.shardroute.sql.ast.TableExpression.Derived;
import dev.shardroute.sql.ast.TableExpression.Parenthesized;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.sf.jsqlparser.expression.Alias;
import net.sf.jsqlparser.expression.JsonTableFunction;
import net.sf.jsqlparser.expression.MySQLIndexHint;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.select.FromItem;
import net.sf.jsqlparser.statement.select.Join;
import net.sf.jsqlparser.statement.select.LateralSubSelect;
import net.sf.jsqlparser.statement.select.ParenthesedFromItem;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.TableFunction;
import org.jspecify.annotations.Nullable;

/** Converts tables and what joins them. */
final class TableConverter {
    private final Conversion conversion;
    private final Pieces pieces;

    TableConverter(Conversion conversion) {
        this.conversion = conversion;
        this.pieces = conversion.pieces();
    }

    /** Tables with commas between them: a comma ends the joins before it. */
    List<TableExpression> references(FromItem first, @Nullable List<Join> joins) {
        List<TableExpression> references = new ArrayList<>();
        JoinBuilder reference = new JoinBuilder(conversion, this, item(first));
        for (Join join : joins == null ? List.<Join>of() : joins) {
            if (join.isSimple()) {
                references.add(reference.build());
                reference = new JoinBuilder(conversion, this, item(join.getFromItem()));
            } else {
                reference.add(join);
            }
        }
        references.add(reference.build());
        return references;
    }

    /** What joins join. */
    TableExpression item(FromItem item) {
        conversion.enter();
        Refusal.present(item.getPivot(), "PIVOT");
        Refusal.present(item.getUnPivot(), "UNPIVOT");
        Refusal.present(item.getSampleClause(), "SAMPLE");
        TableExpression converted = switch (item) {
            case Table table -> table(table);
            case LateralSubSelect lateral -> derived(isLateral(lateral), lateral, lateral.getAlias());
            case ParenthesedSelect query -> derived(false, query, query.getAlias());
            case ParenthesedFromItem tables -> inParentheses(tables);
            case TableFunction function when function.getFunction() instanceof JsonTableFunction json ->
                    new JsonTableConverter(conversion).convert(json, alias(function.getAlias()));
            default -> throw Refusal.ofNode(item);
        };
        conversion.leave();
        return converted;
    }

    TableExpression.Table table(Table table) {
        Refusal.present(table.getSqlServerHints(), "WITH (hints)");
        Refusal.present(table.getTimeTravel(), "a table at another time");
        Refusal.present(table.getTimeTravelStrAfterAlias(), "a table at another time");
        Refusal.when(table.isTableVariable(), "a table variable");
        Alias alias = table.getAlias();
        Refusal.when(alias != null && alias.getAliasColumns() != null, "columns behind the alias of a table");
        return new TableExpression.Table(pieces.tableName(table), List.of(),
                alias == null ? null : pieces.name(alias.getName()), hints(table.getIndexHint()));
    }

    private List<IndexHint> hints(@Nullable MySQLIndexHint hint) {
        if (hint == null) {
            return List.of();
        }
        IndexHint.Action action = switch (hint.getAction().toLowerCase(Locale.ROOT)) {
            case "use" -> IndexHint.Action.USE;
            case "ignore" -> IndexHint.Action.IGNORE;
            case "force" -> IndexHint.Action.FORCE;
            default -> throw Refusal.of("the hint " + hint.getAction());
        };
        List<String> names = hint.getIndexNames().stream().map(pieces::name).toList();
        return List.of(new IndexHint(action, IndexHint.Purpose.ANY, names));
    }

    private static boolean isLateral(LateralSubSelect query) {
        Refusal.when(!"lateral".equalsIgnoreCase(query.getPrefix()), String.valueOf(query.getPrefix()));
        return true;
    }

    private Derived derived(boolean lateral, ParenthesedSelect query, @Nullable Alias alias) {
        List<String> columns = new ArrayList<>();
        if (alias != null && alias.getAliasColumns() != null) {
            for (Alias.AliasColumn column : alias.getAliasColumns()) {
                Refusal.present(column.colDataType, "a type behind the alias of a query");
                columns.add(pieces.name(column.name));
            }
        }
        return new Derived(lateral, conversion.queries().convert(plain(query)), alias(alias), columns);
    }

    /** LATERAL is said of the table: what is in its parentheses is a query like others. */
    private static net.sf.jsqlparser.statement.select.Select plain(ParenthesedSelect query) {
        return query instanceof LateralSubSelect ? query.getSelect() : query;
    }

    private String alias(@Nullable Alias alias) {
        return pieces.name(Refusal.required(alias, "alias of a table").getName());
    }

    private TableExpression inParentheses(ParenthesedFromItem tables) {
        if (tables.getAlias() != null) {
            return onlyQuery(tables, tables.getAlias());
        }
        return new Parenthesized(references(tables.getFromItem(), tables.getJoins()));
    }

    /** A query alone may be in more than one parenthesis; other tables in parentheses have no name. */
    private Derived onlyQuery(ParenthesedFromItem tables, Alias alias) {
        conversion.enter();
        FromItem inner = tables.getFromItem();
        Refusal.any(tables.getJoins(), "an alias of joins");
        Refusal.present(inner.getAlias(), "an alias of a table that has one");
        Derived derived = switch (inner) {
            case ParenthesedFromItem more -> onlyQuery(more, alias);
            case ParenthesedSelect query when !(query instanceof LateralSubSelect) -> derived(false, query, alias);
            default -> throw Refusal.of("an alias of tables in parentheses");
        };
        conversion.leave();
        return derived;
    }
}
