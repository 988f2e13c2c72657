package dev.shardroute.planner.offset;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.planner.operator.DerivedTable;
import dev.shardroute.planner.operator.Items;
import dev.shardroute.planner.operator.Predicates;
import dev.shardroute.planner.semantics.SemanticTable;
import dev.shardroute.sql.ast.CommonTable;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.And;
import dev.shardroute.sql.ast.Expression.BoundColumn;
import dev.shardroute.sql.ast.Expression.Literal;
import dev.shardroute.sql.ast.Expressions;
import dev.shardroute.sql.ast.GroupBy;
import dev.shardroute.sql.ast.Into;
import dev.shardroute.sql.ast.Limit;
import dev.shardroute.sql.ast.Locking;
import dev.shardroute.sql.ast.NamedWindow;
import dev.shardroute.sql.ast.OrderItem;
import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.ast.Select;
import dev.shardroute.sql.ast.SelectItem;
import dev.shardroute.sql.ast.SetOperation;
import dev.shardroute.sql.ast.TableExpression;
import dev.shardroute.sql.ast.TableExpression.Bound;
import dev.shardroute.sql.ast.TableExpression.Derived;
import dev.shardroute.sql.ast.TableExpression.Join;
import dev.shardroute.sql.ast.TableExpression.JoinType;
import dev.shardroute.sql.ast.TableExpression.Parenthesized;
import dev.shardroute.sql.ast.With;
import dev.shardroute.type.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A query as far as it is put together: a SELECT, or, once {@link #unite} has been called, a UNION. For one query. */
final class QueryDraft {
    private static final SelectItem ONE = Items.of(new Literal(Value.of(1)));

    private final List<SelectItem> items = new ArrayList<>();
    private final List<TableExpression> from = new ArrayList<>();
    private final List<Expression> where = new ArrayList<>();
    private final List<Expression> groupBy = new ArrayList<>();
    private final List<Expression> having = new ArrayList<>();
    private final List<OrderItem> orderBy = new ArrayList<>();
    private List<Select.Option> options = List.of();
    private List<String> comments = List.of();
    private List<NamedWindow> windows = List.of();
    private List<Locking> locks = List.of();
    private boolean distinct;
    private boolean rollup;
    private @Nullable With with;
    private @Nullable Limit limit;
    private @Nullable Into into;
    private @Nullable SetOperation union;

    // FROM

    /** True when there are tables. */
    boolean hasTables() {
        return !from.isEmpty();
    }

    /** True when there is a select list, or a UNION, which has those of its queries. */
    boolean hasItems() {
        return union != null || !items.isEmpty();
    }

    /** True when it is a UNION. */
    boolean isUnion() {
        return union != null;
    }

    /** Adds a table. */
    void addTable(TableExpression table) {
        from.add(table);
    }

    /** What there is becomes a table, and the query starts anew from it. */
    void derive(DerivedTable table) {
        Query inner = query();
        clear();
        from.add(new Bound(new Derived(false, inner, table.alias(), table.columns()), table.id().first()));
    }

    /** The query reads a recursive common table, whose rows are those of the query so far and of its term. */
    void recurse(CommonTable table, TableExpression name) {
        clear();
        with = new With(true, List.of(table));
        from.add(name);
    }

    private void clear() {
        List.of(items, from, where, groupBy, having, orderBy).forEach(List::clear);
        options = List.of();
        comments = List.of();
        windows = List.of();
        locks = List.of();
        distinct = false;
        rollup = false;
        with = null;
        limit = null;
        into = null;
        union = null;
    }

    /** Adds the tables of another SELECT, and its conditions; duplicates of them are left out. */
    void join(QueryDraft other, List<Expression> on) {
        prepareJoin(other);
        items.addAll(other.items);
        addConditions(other);
        from.addAll(other.from);
        List<Expression> added = new ArrayList<>(new LinkedHashSet<>(on));
        added.forEach(this::addWhere);
    }

    /**
     * Joins the tables of another SELECT to those that are here. The other's conditions decide which of its rows are partners,
     * unless only partners are rows.
     */
    void join(QueryDraft other, List<Expression> on, JoinType type) {
        prepareJoin(other);
        items.addAll(other.items);
        List<Expression> condition = new ArrayList<>(on);
        if (type == JoinType.LEFT) {
            condition.addAll(other.where);
        } else {
            addConditions(other);
        }
        TableExpression joined = new Join(type, oneOf(from), oneOf(other.from),
                Expressions.and(new ArrayList<>(new LinkedHashSet<>(condition))), List.of());
        from.clear();
        from.add(joined);
    }

    private void prepareJoin(QueryDraft other) {
        settleRows();
        other.settleRows();
        if (other.with != null) {
            List<CommonTable> tables = with == null ? new ArrayList<>() : new ArrayList<>(with.tables());
            tables.addAll(other.with.tables());
            with = new With(true, tables);
        }
    }

    private void addConditions(QueryDraft other) {
        if (!other.where.isEmpty()) {
            LinkedHashSet<Expression> all = new LinkedHashSet<>(where);
            all.addAll(other.where);
            where.clear();
            where.addAll(all);
        }
    }

    private static TableExpression oneOf(List<TableExpression> tables) {
        return tables.size() == 1 ? tables.getFirst() : new Parenthesized(tables);
    }

    // conditions, groups, order

    /** Adds a condition on rows. */
    void addWhere(Expression condition) {
        settleLimit();
        where.addAll(Expressions.conjuncts(condition));
    }

    /** Adds a condition on groups. */
    void addHaving(Expression condition) {
        settleLimit();
        having.addAll(Expressions.conjuncts(condition));
    }

    // What is added next works on rows. When there is something already that comes after it in a SELECT, the rows so far
    // become a table first.

    /** The rows may be joined, grouped and so on. */
    void settleRows() {
        if (union != null || limit != null || distinct || !groupBy.isEmpty() || !having.isEmpty()) {
            selectAllFrom();
        }
    }

    /** The rows may be filtered and ordered. */
    private void settleLimit() {
        if (union != null || limit != null) {
            selectAllFrom();
        }
    }

    private boolean isOfDerivedTable() {
        return from.size() == 1 && from.getFirst() instanceof Bound(var table, var number) && table instanceof Derived;
    }

    private void selectAllFrom() {
        if (union != null || !selectsAll() || from.size() != 1
                || !(from
                        .getFirst() instanceof Bound(Derived(var lateral, var query, var alias, var columns), var number))) {
            throw ErrorCode.VT12001.error("a query that would have to be several for the shards");
        }
        items.clear();
        items.add(new SelectItem.Star(null));
        Query inner = query();
        clear();
        from.add(new Bound(new Derived(false, inner, alias, List.of()), number));
    }

    private boolean selectsAll() {
        return items.isEmpty() || items.equals(List.of(new SelectItem.Star(null)));
    }

    /** Adds a key of the groups, unless it is there. */
    void addGroupBy(Expression key) {
        if (!groupBy.contains(key)) {
            groupBy.add(key);
        }
    }

    /** Groups of groups are rows too. */
    void rollup() {
        rollup = true;
    }

    /** Adds a key of the order. */
    void addOrder(OrderItem item) {
        if (limit != null) {
            selectAllFrom();
        }
        orderBy.add(item);
    }

    /** How many rows. */
    void limit(Limit rows) {
        if (limit != null) {
            checkNames();
            intoTable();
            items.add(new SelectItem.Star(null));
        }
        limit = rows;
    }

    /** Equal rows become one. */
    void distinct() {
        if (limit != null) {
            selectAllFrom();
        }
        if (union == null) {
            distinct = true;
        } else {
            union = Unions.distinct(union);
        }
    }

    // the select list

    /** The select list becomes this one; the rows of a UNION become a table unless the list is that of the UNION. */
    void select(List<SelectItem> list) {
        if (union != null) {
            if (Unions.hasColumns(union, list)) {
                return;
            }
            intoTable();
            items.addAll(list.stream().map(Unions::unqualified).toList());
        } else {
            if (distinct && selectsAll() && !hasAllColumns(list)) {
                selectAllFrom();
            }
            items.clear();
            items.addAll(list);
        }
    }

    /** True when rows of the one derived table differ in the list if they differ at all; of other tables DISTINCT spares rows. */
    private boolean hasAllColumns(List<SelectItem> list) {
        if (from.size() != 1 || !(from
                .getFirst() instanceof Bound(Derived(var lateral, var query, var alias, var columns), var number))) {
            return true;
        }
        Set<String> names = new HashSet<>();
        boolean isKnown = true;
        for (SelectItem item : list) {
            isKnown = isKnown && item instanceof SelectItem.Item;
            if (item instanceof SelectItem.Item(var expression, var name)) {
                isKnown = isKnown && !Predicates.isVolatile(expression);
                names.add(expression instanceof BoundColumn column ? column.name() : "");
            }
        }
        return isKnown && (columns.isEmpty()
                ? SemanticTable.items(query).stream().allMatch(item -> item instanceof SelectItem.Item known
                        && names.contains(Items.name(known)))
                : names.containsAll(columns));
    }

    /** A table cannot have two columns of one name. */
    private void checkNames() {
        List<String> names = (union == null ? items : SemanticTable.items(union)).stream()
                .filter(SelectItem.Item.class::isInstance).map(SelectItem.Item.class::cast)
                .map(item -> Items.name(item).toLowerCase(Locale.ROOT)).toList();
        if (new HashSet<>(names).size() < names.size()) {
            throw ErrorCode.VT12001.error("a LIMIT of a LIMIT with two columns of one name");
        }
    }

    /** The rows become a table, whose columns have no tables. */
    private void intoTable() {
        Query inner = query();
        clear();
        from.add(new Derived(false, inner, "dt", List.of()));
    }

    /** The query has all that another one has above its WHERE. */
    void take(Query whole) {
        limit = whole.limit();
        orderBy.clear();
        orderBy.addAll(whole.orderBy());
        if (whole instanceof Select select && union == null) {
            take(select);
        } else if (whole instanceof SetOperation operation && union != null) {
            into = operation.into();
        } else {
            throw ErrorCode.VT13001.error("the select list of another query");
        }
    }

    private void take(Select select) {
        items.clear();
        items.addAll(select.items());
        groupBy.clear();
        groupBy.addAll(select.groupBy().expressions());
        rollup = select.groupBy().rollup();
        Expressions.conjuncts(select.having()).stream().filter(condition -> !having.contains(condition))
                .forEach(having::add);
        distinct = select.distinct();
        comments = select.comments();
        windows = select.windows();
        options = select.options().stream().filter(option -> option != Select.Option.SQL_CALC_FOUND_ROWS).toList();
        into = select.into();
    }

    /** Adds the rows of another query. */
    void unite(QueryDraft other, boolean isDistinct) {
        Query first = query();
        Query second = other.query();
        clear();
        union = Unions.unite(first, second, isDistinct);
    }

    /** The locks that a query in FROM has itself. */
    void lock(List<Locking> own) {
        locks = own;
    }

    /** The comments behind the verb, of a UNION behind the first one. */
    void with(List<String> otherComments) {
        if (union != null && !otherComments.isEmpty()) {
            union = Unions.withComments(union, otherComments);
        } else if (!otherComments.isEmpty()) {
            comments = otherComments;
        }
    }

    // the result

    /** The query; without a select list it selects 1, or the columns of a derived table where rows are compared by them. */
    Query query() {
        if (union != null) {
            return new SetOperation(union.with(), union.first(), union.arms(), orderBy, limit, locks, into);
        }
        List<SelectItem> list = distinct && isOfDerivedTable() ? List.of(new SelectItem.Star(null)) : List.of(ONE);
        return new Select(with, comments, distinct, options, items.isEmpty() ? list : items, from, anded(where),
                new GroupBy(groupBy, rollup), anded(having), windows, orderBy, limit, locks, into);
    }

    private static @Nullable Expression anded(List<Expression> conditions) {
        return conditions.size() < 2 ? Expressions.and(conditions) : new And(conditions);
    }
}
