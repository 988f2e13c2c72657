package dev.shardroute.sql.jsqlparser;

import static java.util.stream.Collectors.toSet;

import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.Tuple;
import dev.shardroute.sql.ast.GroupBy;
import dev.shardroute.sql.ast.Into;
import dev.shardroute.sql.ast.NamedWindow;
import dev.shardroute.sql.ast.Select;
import dev.shardroute.sql.ast.Select.Option;
import dev.shardroute.sql.ast.SelectItem.Item;
import dev.shardroute.sql.ast.SelectItem.Star;
import dev.shardroute.sql.ast.TableExpression;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.sf.jsqlparser.expression.Alias;
import net.sf.jsqlparser.expression.StringValue;
import net.sf.jsqlparser.expression.operators.relational.ExpressionList;
import net.sf.jsqlparser.expression.operators.relational.ParenthesedExpressionList;
import net.sf.jsqlparser.parser.Token;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.select.AllColumns;
import net.sf.jsqlparser.statement.select.AllTableColumns;
import net.sf.jsqlparser.statement.select.GroupByElement;
import net.sf.jsqlparser.statement.select.MySqlSqlCacheFlags;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.SelectItem;
import org.jspecify.annotations.Nullable;

/** Converts SELECT. */
final class SelectConverter {
    private static final Set<String> OPTIONS = Arrays.stream(Option.values()).map(Enum::name).collect(toSet());

    private final Conversion conversion;
    private final Pieces pieces;
    private final TableConverter tables;

    SelectConverter(Conversion conversion, TableConverter tables) {
        this.conversion = conversion;
        this.pieces = conversion.pieces();
        this.tables = tables;
    }

    Select convert(PlainSelect select, Surroundings around) {
        refuseOtherDialects(select);
        ExpressionConverter expressions = conversion.expressions();
        List<dev.shardroute.sql.ast.SelectItem> items = items(select.getSelectItems());
        List<TableExpression> from = from(select);
        Expression where = expressions.optional(select.getWhere());
        GroupBy groupBy = groupBy(select.getGroupBy());
        Expression having = expressions.optional(select.getHaving());
        List<NamedWindow> windows = expressions.functions().windows().named(select.getWindowDefinitions());
        return new Select(around.with(), comments(select), isDistinct(select), options(select), items, from, where,
                groupBy, having, windows, around.orderBy(), around.limit(), around.locks(), into(select));
    }

    private static void refuseOtherDialects(PlainSelect select) {
        Refusal.present(select.getTop(), "TOP");
        Refusal.present(select.getSkip(), "SKIP");
        Refusal.present(select.getFirst(), "FIRST");
        Refusal.present(select.getPreWhere(), "PREWHERE");
        Refusal.present(select.getQualify(), "QUALIFY");
        Refusal.present(select.getOracleHierarchical(), "CONNECT BY");
        Refusal.present(select.getPreferringClause(), "PREFERRING");
        Refusal.present(select.getForXmlPath(), "FOR XML PATH");
        Refusal.present(select.getKsqlWindow(), "a window of a stream");
        Refusal.present(select.getOptimizeFor(), "OPTIMIZE FOR");
        Refusal.present(select.getBigQuerySelectQualifier(), "SELECT AS");
        Refusal.present(select.getIntoTempTable(), "INTO TEMP");
        Refusal.present(select.getSampleClause(), "SAMPLE");
        Refusal.any(select.getIntoTables(), "INTO a table");
        Refusal.any(select.getLateralViews(), "LATERAL VIEW");
        Refusal.any(select.getSettings(), "SETTINGS");
        Refusal.when(select.isUsingFinal() || select.isUsingOnly() || select.isUseWithNoLog(), "FINAL and ONLY");
        Refusal.when(select.isEmitChanges(), "EMIT CHANGES");
    }

    private static boolean isDistinct(PlainSelect select) {
        if (select.getDistinct() == null) {
            return false;
        }
        Refusal.any(select.getDistinct().getOnSelectItems(), "DISTINCT ON");
        Refusal.when(select.getDistinct().isUseUnique(), "SELECT UNIQUE");
        return true;
    }

    private static List<Option> options(PlainSelect select) {
        List<Option> options = new ArrayList<>();
        if (select.getMySqlHintStraightJoin()) {
            options.add(Option.STRAIGHT_JOIN);
        }
        if (select.getMySqlSqlCalcFoundRows()) {
            options.add(Option.SQL_CALC_FOUND_ROWS);
        }
        if (select.getMySqlSqlCacheFlag() != null) {
            boolean cache = select.getMySqlSqlCacheFlag() == MySqlSqlCacheFlags.SQL_CACHE;
            options.add(cache ? Option.SQL_CACHE : Option.SQL_NO_CACHE);
        }
        return options;
    }

    private static List<String> comments(PlainSelect select) {
        Token verb = Comments.firstToken(select);
        return verb != null && verb.image.equalsIgnoreCase("select") ? Comments.before(verb.next) : List.of();
    }

    private List<dev.shardroute.sql.ast.SelectItem> items(@Nullable List<SelectItem<?>> items) {
        Refusal.when(items == null || items.isEmpty(), "SELECT of nothing");
        List<dev.shardroute.sql.ast.SelectItem> converted = new ArrayList<>();
        for (SelectItem<?> item : Refusal.required(items, "items")) {
            converted.add(item(item, converted.isEmpty()));
        }
        return converted;
    }

    private dev.shardroute.sql.ast.SelectItem item(SelectItem<?> item, boolean first) {
        return switch (item.getExpression()) {
            case AllTableColumns star -> star(star, pieces.tableName(star.getTable()));
            case AllColumns star -> {
                Refusal.when(!first, "* behind other items");
                yield star(star, null);
            }
            default -> {
                refuseStrings(item);
                if (first) {
                    refuseWords(item);
                }
                yield new Item(conversion.expressions().convert(item.getExpression()), alias(item.getAlias()));
            }
        };
    }

    private static Star star(AllColumns star, dev.shardroute.sql.ast.@Nullable TableName table) {
        Refusal.any(star.getExceptColumns(), "* EXCEPT");
        Refusal.any(star.getReplaceExpressions(), "* REPLACE");
        boolean isPlain = star.getClass() == AllColumns.class || star.getClass() == AllTableColumns.class;
        Refusal.when(!isPlain, star.getClass().getSimpleName());
        return new Star(table);
    }

    /** {@code 'a' 'b'} is one string, which JSqlParser reads as the string 'a' with the alias 'b'. */
    private static void refuseStrings(SelectItem<?> item) {
        Alias alias = item.getAlias();
        boolean isString = item.getExpression() instanceof StringValue && alias != null && !alias.isUseAs()
                && alias.getName().startsWith("'");
        Refusal.when(isString, "a string right behind a string");
    }

    /** Words that say how to select, and NEXT VALUE, are a column and its alias to JSqlParser. */
    private static void refuseWords(SelectItem<?> item) {
        if (item.getExpression() instanceof Column column && column.getTable() == null && item.getAlias() != null) {
            String name = column.getColumnName().toUpperCase(Locale.ROOT);
            Refusal.when(OPTIONS.contains(name), "SELECT " + name);
            boolean isNext = name.equals("NEXT") && !item.getAlias().isUseAs()
                    && item.getAlias().getName().equalsIgnoreCase("value");
            Refusal.when(isNext, "NEXT VALUE of a sequence");
        }
    }

    private @Nullable String alias(@Nullable Alias alias) {
        if (alias == null) {
            return null;
        }
        Refusal.any(alias.getAliasColumns(), "columns behind an alias");
        return pieces.alias(alias.getName());
    }

    private List<TableExpression> from(PlainSelect select) {
        if (select.getFromItem() == null) {
            return List.of();
        }
        boolean isDual = select.getFromItem() instanceof Table table && table.getNameParts().size() == 1
                && "dual".equalsIgnoreCase(table.getName()) && table.getAlias() == null
                && (select.getJoins() == null || select.getJoins().isEmpty());
        return isDual ? List.of() : tables.references(select.getFromItem(), select.getJoins());
    }

    private GroupBy groupBy(@Nullable GroupByElement groupBy) {
        if (groupBy == null) {
            return GroupBy.NONE;
        }
        Refusal.any(groupBy.getGroupingSets(), "GROUPING SETS");
        Refusal.when(groupBy.hasGroupBySortDirections(), "ASC and DESC in GROUP BY");
        ExpressionList<?> list = groupBy.getGroupByExpressionList();
        List<Expression> expressions = conversion.expressions().list(list);
        boolean isTuple = list instanceof ParenthesedExpressionList && expressions.size() > 1;
        return new GroupBy(isTuple ? List.of(new Tuple(expressions)) : expressions, groupBy.isMysqlWithRollup());
    }

    private @Nullable Into into(PlainSelect select) {
        return select.getMySqlSelectIntoClause() == null
                ? null
                : new IntoConverter(conversion).convert(select.getMySqlSelectIntoClause());
    }
}
