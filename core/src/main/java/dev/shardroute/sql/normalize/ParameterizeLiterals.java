package dev.shardroute.sql.normalize;

import dev.shardroute.sql.ast.Assignment;
import dev.shardroute.sql.ast.Clause;
import dev.shardroute.sql.ast.CommonTable;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.Call;
import dev.shardroute.sql.ast.Expression.Column;
import dev.shardroute.sql.ast.Expression.Comparison;
import dev.shardroute.sql.ast.Expression.Exists;
import dev.shardroute.sql.ast.Expression.In;
import dev.shardroute.sql.ast.Expression.Introduced;
import dev.shardroute.sql.ast.Expression.Like;
import dev.shardroute.sql.ast.Expression.ListVariable;
import dev.shardroute.sql.ast.Expression.Literal;
import dev.shardroute.sql.ast.Expression.Regexp;
import dev.shardroute.sql.ast.Expression.Tuple;
import dev.shardroute.sql.ast.Expression.Variable;
import dev.shardroute.sql.ast.GroupBy;
import dev.shardroute.sql.ast.JsonTable;
import dev.shardroute.sql.ast.Limit;
import dev.shardroute.sql.ast.Node;
import dev.shardroute.sql.ast.Nodes;
import dev.shardroute.sql.ast.OrderItem;
import dev.shardroute.sql.ast.Select;
import dev.shardroute.sql.ast.SelectItem;
import dev.shardroute.sql.ast.SetVariables.Setting;
import dev.shardroute.sql.ast.SpecialForm.JsonValue;
import dev.shardroute.sql.ast.Statement;
import dev.shardroute.sql.ast.TableExpression;
import dev.shardroute.sql.ast.Window;
import dev.shardroute.type.BindValue;
import dev.shardroute.type.Binds;
import dev.shardroute.type.TupleValue;
import dev.shardroute.type.Type;
import dev.shardroute.type.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts bind variables in the place of literals. For one statement.
 *
 * <pre>{@code
 * select 'a' from t where b = 5 and c in (1, 2)  ->  select :bv1 from t where b = :b and c in ::bv2
 * }</pre>
 *
 * Equal literals of a query share a variable, those of other statements and of LIMIT do not. It keeps
 * <ul>
 * <li>a number that GROUP BY or ORDER BY takes for a position, and one that 64 bits are too few for,
 * <li>what names a column of a derived or common table,
 * <li>what the grammar has as a literal only: the reach of a window's frame, paths, columns and defaults of JSON_TABLE and
 * JSON_VALUE, the precision of functions that tell the time, N'…', character sets.
 * </ul>
 */
final class ParameterizeLiterals {
    private static final Set<String> CLOCKS = Set.of("current_time", "current_timestamp", "curtime", "localtime",
            "localtimestamp", "now", "sysdate", "utc_time", "utc_timestamp");

    private final BindNames names;
    private final Map<String, BindValue> binds = new LinkedHashMap<>();
    private final Map<Value, String> shared = new HashMap<>();
    private final Map<TupleValue, String> sharedLists = new HashMap<>();
    private int queries;
    private int derivedTables;
    private int namelessItems;

    ParameterizeLiterals(BindNames names) {
        this.names = names;
    }

    /** The values of the variables so far. */
    Binds binds() {
        return new Binds(binds);
    }

    /** The tree with variables; parts are taken in the order of the text, but FROM before what is selected. */
    Node convert(Node node) {
        return switch (node) {
            case Select select -> select(select);
            case Statement statement -> Nodes.mapParts(statement, this::convert);
            case Expression expression -> expression(expression);
            case SelectItem item -> item(item);
            case TableExpression table -> table(table);
            case Clause clause -> clause(clause);
        };
    }

    private Select select(Select select) {
        queries++;
        Select tablesFirst =
                Nodes.mapParts(select, part -> part instanceof TableExpression table ? table(table) : part);
        Select converted = Nodes.mapParts(tablesFirst,
                part -> part instanceof TableExpression table ? table : convert(part));
        queries--;
        return converted;
    }

    private SelectItem item(SelectItem item) {
        int nameless = item instanceof SelectItem.Item named && named.alias() == null ? 1 : 0;
        namelessItems += nameless;
        SelectItem converted = Nodes.mapParts(item, this::convert);
        namelessItems -= nameless;
        return converted;
    }

    private TableExpression table(TableExpression table) {
        return switch (table) {
            case TableExpression.Derived derived -> insideDerived(derived);
            case JsonTable json -> converted(json, json.document());
            case TableExpression.Table plain -> plain;
            case TableExpression.Join join -> Nodes.mapParts(join, this::convert);
            case TableExpression.Bound bound -> Nodes.mapParts(bound, this::convert);
            case TableExpression.Parenthesized several -> Nodes.mapParts(several, this::convert);
        };
    }

    private <T extends Node> T insideDerived(T table) {
        derivedTables++;
        T converted = Nodes.mapParts(table, this::convert);
        derivedTables--;
        return converted;
    }

    private Clause clause(Clause clause) {
        return switch (clause) {
            case CommonTable table -> insideDerived(table);
            case GroupBy group -> Nodes.mapParts(group, this::convertUnlessLiteral);
            case OrderItem order -> Nodes.mapParts(order, this::convertUnlessLiteral);
            case Limit limit ->
                    Nodes.mapParts(limit, part -> part instanceof Literal literal ? unshared(literal) : convert(part));
            case Window.Bound bound -> bound;
            case Assignment(var column, Literal value) -> new Assignment(column, named(column, value));
            case Setting.Names names -> names;
            case Setting.CharacterSet charset -> charset;
            default -> Nodes.mapParts(clause, this::convert);
        };
    }

    private Node convertUnlessLiteral(Node part) {
        return part instanceof Literal ? part : convert(part);
    }

    /** The node with only this part converted. */
    @SuppressWarnings("ReferenceEquality") // this very part, not one that is equal to it
    private <T extends Node> T converted(T node, Expression only) {
        return Nodes.mapParts(node, part -> part == only ? convert(part) : part);
    }

    private Expression converted(Expression expression) {
        return (Expression) convert(expression);
    }

    private Expression expression(Expression expression) {
        return switch (expression) {
            case Literal literal -> queries > 0 ? shared(literal) : unshared(literal);
            case Comparison(var operator, Column left, Literal right) ->
                    new Comparison(operator, left, named(left, right));
            case Like(var not, Column left, Literal pattern, var escape) ->
                    new Like(not, left, named(left, pattern), escape == null ? null : converted(escape));
            case Regexp(var not, Column left, Literal pattern) -> new Regexp(not, left, named(left, pattern));
            case In in when in.right() instanceof Tuple(var members) -> in(in, members);
            case Exists(Select query) when isConstant(query) -> exists(query);
            case JsonValue json -> converted(json, json.document());
            case Introduced national when national.charset().equals(Introduced.NATIONAL) -> national;
            case Call clock when tellsTime(clock) -> clock;
            default -> Nodes.mapParts(expression, this::convert);
        };
    }

    /** The grammar has digits for the precision of these, and nothing else. */
    private static boolean tellsTime(Call call) {
        return call.qualifier() == null && CLOCKS.contains(call.name().toLowerCase(Locale.ROOT));
    }

    /** What EXISTS selects does not matter. */
    private static boolean isConstant(Select query) {
        return query.items().size() == 1 && query.items().getFirst() instanceof SelectItem.Item(var item, var alias)
                && item instanceof Literal;
    }

    private Exists exists(Select query) {
        List<SelectItem> items = query.items();
        Select converted = (Select) convert(query.withItems(List.of(new SelectItem.Star(null))));
        return new Exists(converted.withItems(items));
    }

    private In in(In in, List<Expression> members) {
        TupleValue list = list(members);
        if (list == null) {
            return Nodes.mapParts(in, this::convert);
        }
        String name = sharedLists.computeIfAbsent(list, key -> names.next());
        binds.put(name, list);
        return new In(in.not(), converted(in.left()), new ListVariable(name));
    }

    /** A temporal literal in a list would be a string. */
    private @Nullable TupleValue list(List<Expression> members) {
        if (staysLiteral()) {
            return null;
        }
        List<Value> values = new ArrayList<>(members.size());
        for (Expression member : members) {
            BindableLiteral bindable = member instanceof Literal(var value) ? BindableLiteral.of(value) : null;
            if (bindable == null || bindable.value().type().kind() == Type.Kind.TEMPORAL) {
                return null;
            }
            values.add(bindable.value());
        }
        return new TupleValue(values);
    }

    private Expression named(Column column, Literal literal) {
        BindableLiteral bindable = bindable(literal);
        if (bindable == null) {
            return literal;
        }
        String name = bindable.isShared() ? shared.get(bindable.value()) : null;
        if (name == null) {
            name = names.forColumn(column);
            shared.put(bindable.value(), name);
        }
        return variable(name, bindable);
    }

    private Expression shared(Literal literal) {
        BindableLiteral bindable = bindable(literal);
        if (bindable == null) {
            return literal;
        }
        return variable(bindable.isShared() ? shared.computeIfAbsent(bindable.value(), key -> names.next())
                : names.next(), bindable);
    }

    private Expression unshared(Literal literal) {
        BindableLiteral bindable = bindable(literal);
        return bindable == null ? literal : variable(names.next(), bindable);
    }

    private Variable variable(String name, BindableLiteral literal) {
        binds.put(name, literal.value());
        return new Variable(name, literal.type());
    }

    private @Nullable BindableLiteral bindable(Literal literal) {
        return staysLiteral() ? null : BindableLiteral.of(literal.value());
    }

    /** The text of an item without alias is the name of its column. */
    private boolean staysLiteral() {
        return derivedTables > 0 && namelessItems > 0;
    }
}
