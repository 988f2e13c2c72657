package dev.shardroute.sql.ast;

import dev.shardroute.sql.ast.Expression.And;
import dev.shardroute.sql.ast.Expression.AssignVariable;
import dev.shardroute.sql.ast.Expression.Between;
import dev.shardroute.sql.ast.Expression.Binary;
import dev.shardroute.sql.ast.Expression.Bool;
import dev.shardroute.sql.ast.Expression.BoundColumn;
import dev.shardroute.sql.ast.Expression.Call;
import dev.shardroute.sql.ast.Expression.Case;
import dev.shardroute.sql.ast.Expression.Collate;
import dev.shardroute.sql.ast.Expression.Column;
import dev.shardroute.sql.ast.Expression.Comparison;
import dev.shardroute.sql.ast.Expression.CountStar;
import dev.shardroute.sql.ast.Expression.Default;
import dev.shardroute.sql.ast.Expression.Exists;
import dev.shardroute.sql.ast.Expression.In;
import dev.shardroute.sql.ast.Expression.InsertedValue;
import dev.shardroute.sql.ast.Expression.Interval;
import dev.shardroute.sql.ast.Expression.Introduced;
import dev.shardroute.sql.ast.Expression.Is;
import dev.shardroute.sql.ast.Expression.Like;
import dev.shardroute.sql.ast.Expression.ListVariable;
import dev.shardroute.sql.ast.Expression.Literal;
import dev.shardroute.sql.ast.Expression.MemberOf;
import dev.shardroute.sql.ast.Expression.Not;
import dev.shardroute.sql.ast.Expression.Null;
import dev.shardroute.sql.ast.Expression.Offset;
import dev.shardroute.sql.ast.Expression.Or;
import dev.shardroute.sql.ast.Expression.QuantifiedComparison;
import dev.shardroute.sql.ast.Expression.Regexp;
import dev.shardroute.sql.ast.Expression.SoundsLike;
import dev.shardroute.sql.ast.Expression.Subquery;
import dev.shardroute.sql.ast.Expression.SystemVariable;
import dev.shardroute.sql.ast.Expression.Tuple;
import dev.shardroute.sql.ast.Expression.Unary;
import dev.shardroute.sql.ast.Expression.UserVariable;
import dev.shardroute.sql.ast.Expression.Variable;
import dev.shardroute.sql.ast.Expression.Word;
import dev.shardroute.sql.ast.Expression.Xor;
import dev.shardroute.sql.ast.PreparedStatement.Deallocate;
import dev.shardroute.sql.ast.PreparedStatement.Execute;
import dev.shardroute.sql.ast.PreparedStatement.Prepare;
import dev.shardroute.sql.ast.SetVariables.Setting;
import dev.shardroute.sql.ast.SpecialForm.Cast;
import dev.shardroute.sql.ast.SpecialForm.CharUsing;
import dev.shardroute.sql.ast.SpecialForm.Convert;
import dev.shardroute.sql.ast.SpecialForm.ConvertUsing;
import dev.shardroute.sql.ast.SpecialForm.Extract;
import dev.shardroute.sql.ast.SpecialForm.GroupConcat;
import dev.shardroute.sql.ast.SpecialForm.JsonValue;
import dev.shardroute.sql.ast.SpecialForm.Match;
import dev.shardroute.sql.ast.SpecialForm.Trim;
import dev.shardroute.sql.ast.SpecialForm.WeightString;
import dev.shardroute.sql.ast.SpecialForm.Windowed;
import dev.shardroute.sql.ast.VitessStatement.Stream;
import dev.shardroute.sql.ast.VitessStatement.Vexplain;
import dev.shardroute.sql.ast.VitessStatement.Vstream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Makes a node anew from what becomes of its direct parts, taken in the order of the text; for one node. */
final class PartMapper {
    private final UnaryOperator<Node> map;
    private boolean changed;

    PartMapper(UnaryOperator<Node> map) {
        this.map = map;
    }

    /** The node with its parts mapped; the same object when none of them changed. */
    Node of(Node node) {
        Node mapped = switch (node) {
            case Statement statement -> of(statement);
            case Expression expression -> of(expression);
            case SelectItem item -> of(item);
            case TableExpression table -> of(table);
            case Clause clause -> of(clause);
        };
        return changed ? mapped : node;
    }

    private Expression of(Expression expression) {
        return switch (expression) {
            case Literal node -> node;
            case Introduced node -> new Introduced(node.charset(), one(node.operand()));
            case Null node -> node;
            case Bool node -> node;
            case Default node -> new Default(optional(node.column()));
            case Variable node -> node;
            case ListVariable node -> node;
            case UserVariable node -> node;
            case SystemVariable node -> node;
            case AssignVariable node -> new AssignVariable(one(node.variable()), one(node.value()));
            case Column node -> node;
            case BoundColumn node -> node;
            case Offset node -> node;
            case Binary node -> new Binary(node.operator(), one(node.left()), one(node.right()));
            case Comparison node -> new Comparison(node.operator(), one(node.left()), one(node.right()));
            case QuantifiedComparison node ->
                    new QuantifiedComparison(node.operator(), one(node.left()), node.quantifier(), one(node.query()));
            case Like node -> new Like(node.not(), one(node.left()), one(node.pattern()), optional(node.escape()));
            case Regexp node -> new Regexp(node.not(), one(node.left()), one(node.pattern()));
            case SoundsLike node -> new SoundsLike(one(node.left()), one(node.right()));
            case In node -> new In(node.not(), one(node.left()), one(node.right()));
            case Between node -> new Between(node.not(), one(node.value()), one(node.low()), one(node.high()));
            case Is node -> new Is(one(node.value()), node.not(), node.test());
            case MemberOf node -> new MemberOf(one(node.value()), one(node.array()));
            case And node -> new And(all(node.operands()));
            case Or node -> new Or(all(node.operands()));
            case Xor node -> new Xor(one(node.left()), one(node.right()));
            case Not node -> new Not(one(node.operand()));
            case Unary node -> new Unary(node.operator(), one(node.operand()));
            case Collate node -> new Collate(one(node.operand()), node.collation());
            case Tuple node -> new Tuple(all(node.members()));
            case Subquery node -> new Subquery(one(node.query()));
            case Exists node -> new Exists(one(node.query()));
            case Case node -> ofCase(node);
            case Interval node -> new Interval(one(node.amount()), node.unit());
            case Word node -> node;
            case Call node -> new Call(node.qualifier(), node.name(), node.distinct(), all(node.arguments()));
            case CountStar node -> node;
            case InsertedValue node -> new InsertedValue(one(node.column()));
            case SpecialForm form -> of(form);
        };
    }

    private Case ofCase(Case node) {
        Expression operand = optional(node.operand());
        List<Case.When> branches = new ArrayList<>();
        for (Case.When when : node.branches()) {
            branches.add(new Case.When(one(when.condition()), one(when.result())));
        }
        return new Case(operand, branches, optional(node.otherwise()));
    }

    private SpecialForm of(SpecialForm form) {
        return switch (form) {
            case Cast node -> new Cast(one(node.operand()), node.type(), node.array());
            case Convert node -> new Convert(one(node.operand()), node.type());
            case ConvertUsing node -> new ConvertUsing(one(node.operand()), node.charset());
            case CharUsing node -> new CharUsing(all(node.codes()), node.charset());
            case Extract node -> new Extract(node.unit(), one(node.operand()));
            case Trim node -> new Trim(node.side(), optional(node.remove()), one(node.operand()));
            case WeightString node -> new WeightString(one(node.operand()), node.type());
            case GroupConcat node -> new GroupConcat(node.distinct(), all(node.arguments()), all(node.orderBy()),
                    node.separator(), optional(node.limit()));
            case JsonValue node -> new JsonValue(one(node.document()), one(node.path()), node.returning(),
                    fallback(node.onEmpty()), fallback(node.onError()));
            case Match node -> new Match(all(node.columns()), one(node.pattern()), node.mode());
            case Windowed node -> new Windowed(one(node.function()), node.nulls(), one(node.window()));
        };
    }

    private Statement of(Statement statement) {
        return switch (statement) {
            case Select node -> new Select(optional(node.with()), node.comments(), node.distinct(), node.options(),
                    all(node.items()), all(node.from()), optional(node.where()), one(node.groupBy()),
                    optional(node.having()), all(node.windows()), all(node.orderBy()), optional(node.limit()),
                    all(node.locks()), optional(node.into()));
            case SetOperation node -> new SetOperation(optional(node.with()), one(node.first()), arms(node.arms()),
                    all(node.orderBy()), optional(node.limit()), all(node.locks()), optional(node.into()));
            case ValuesRows node -> new ValuesRows(optional(node.with()), node.comments(), rows(node.rows()),
                    optional(node.list()), all(node.orderBy()), optional(node.limit()));
            case Insert node -> new Insert(node.comments(), node.replace(), node.ignore(), node.table(),
                    node.partitions(), node.columns(), one(node.source()), optional(node.alias()),
                    all(node.onDuplicate()));
            case Update node -> new Update(optional(node.with()), node.comments(), node.ignore(), all(node.tables()),
                    all(node.assignments()), optional(node.where()), all(node.orderBy()), optional(node.limit()));
            case Delete node -> new Delete(optional(node.with()), node.comments(), node.ignore(), node.targets(),
                    all(node.tables()), optional(node.where()), all(node.orderBy()), optional(node.limit()));
            case SetVariables node -> new SetVariables(node.comments(), all(node.settings()));
            case CallProcedure node -> new CallProcedure(node.procedure(), all(node.arguments()));
            case Do node -> new Do(all(node.expressions()));
            case Explain.OfStatement node ->
                    new Explain.OfStatement(node.comments(), node.format(), one(node.statement()));
            case Vexplain node -> new Vexplain(node.comments(), node.type(), one(node.statement()));
            case Vstream node -> new Vstream(node.comments(), one(node.item()), node.table(), optional(node.where()),
                    optional(node.limit()));
            case Stream node -> new Stream(node.comments(), one(node.item()), node.table());
            case Show.Listing node -> new Show.Listing(node.extended(), node.full(), node.subject(), node.name(),
                    node.database(), optional(node.filter()), optional(node.limit()));
            case Prepare node -> new Prepare(node.comments(), node.name(), one(node.source()));
            case Execute node -> new Execute(node.comments(), node.name(), all(node.arguments()));
            case Ddl node -> new Ddl(node.action(), node.kind(), node.names(), node.related(), node.condition(),
                    node.temporary(), node.comments(), node.definition(), node.columns(), optional(node.query()),
                    node.text());
            case Use node -> node;
            case Show node -> node;
            case Explain.OfTable node -> node;
            case Deallocate node -> node;
            case TransactionStatement node -> node;
            case Administration node -> node;
            case VitessStatement node -> node;
            case CommentOnly node -> node;
        };
    }

    private Clause of(Clause clause) {
        return switch (clause) {
            case Assignment node -> new Assignment(one(node.column()), one(node.value()));
            case CommonTable node -> new CommonTable(node.name(), node.columns(), one(node.query()));
            case GroupBy node -> new GroupBy(all(node.expressions()), node.rollup());
            case InsertSource.Rows node -> new InsertSource.Rows(rows(node.rows()));
            case InsertSource.FromQuery node -> new InsertSource.FromQuery(one(node.query()));
            case Into.Variables node -> new Into.Variables(all(node.variables()));
            case Limit node -> new Limit(optional(node.offset()), one(node.rowCount()));
            case NamedWindow node -> new NamedWindow(node.name(), one(node.window()));
            case OrderItem node -> new OrderItem(one(node.expression()), node.descending());
            case Setting.Variable node -> new Setting.Variable(one(node.variable()), one(node.value()));
            case Setting.Names node -> new Setting.Names(one(node.charset()), optional(node.collation()));
            case Setting.CharacterSet node -> new Setting.CharacterSet(one(node.charset()));
            case Show.Filter.Where node -> new Show.Filter.Where(one(node.condition()));
            case Window.Specification node -> new Window.Specification(node.base(), all(node.partitionBy()),
                    all(node.orderBy()), optional(node.frame()));
            case Window.Frame node -> new Window.Frame(node.unit(), one(node.start()), optional(node.end()));
            case Window.Bound node -> new Window.Bound(node.kind(), optional(node.offset()));
            case With node -> new With(node.recursive(), all(node.tables()));
            case Into.Dumpfile node -> node;
            case Into.Outfile node -> node;
            case Locking node -> node;
            case RowAlias node -> node;
            case Show.Filter.Like node -> node;
            case Window.Reference node -> node;
        };
    }

    private SelectItem of(SelectItem item) {
        return switch (item) {
            case SelectItem.Star node -> node;
            case SelectItem.Item node -> new SelectItem.Item(one(node.expression()), node.alias());
            case SelectItem.NextValues node -> new SelectItem.NextValues(one(node.count()));
        };
    }

    private TableExpression of(TableExpression table) {
        return switch (table) {
            case TableExpression.Table node -> node;
            case TableExpression.Bound node -> new TableExpression.Bound(one(node.written()), node.number());
            case TableExpression.Derived node ->
                    new TableExpression.Derived(node.lateral(), one(node.query()), node.alias(), node.columns());
            case TableExpression.Join node -> new TableExpression.Join(node.type(), one(node.left()), one(node.right()),
                    optional(node.on()), node.using());
            case TableExpression.Parenthesized node -> new TableExpression.Parenthesized(all(node.tables()));
            case JsonTable node ->
                    new JsonTable(one(node.document()), one(node.path()), columns(node.columns()), node.alias());
        };
    }

    private List<JsonTable.Column> columns(List<JsonTable.Column> columns) {
        List<JsonTable.Column> mapped = new ArrayList<>();
        for (JsonTable.Column column : columns) {
            mapped.add(switch (column) {
                case JsonTable.Column.Ordinality node -> node;
                case JsonTable.Column.Path node -> new JsonTable.Column.Path(node.name(), node.type(), node.exists(),
                        one(node.path()), fallback(node.onEmpty()), fallback(node.onError()));
                case JsonTable.Column.Nested node ->
                        new JsonTable.Column.Nested(one(node.path()), columns(node.columns()));
            });
        }
        return mapped;
    }

    private List<SetOperation.Arm> arms(List<SetOperation.Arm> arms) {
        List<SetOperation.Arm> mapped = new ArrayList<>();
        for (SetOperation.Arm arm : arms) {
            mapped.add(new SetOperation.Arm(arm.operator(), arm.all(), one(arm.query())));
        }
        return mapped;
    }

    private List<List<Expression>> rows(List<List<Expression>> rows) {
        List<List<Expression>> mapped = new ArrayList<>(rows.size());
        for (List<Expression> row : rows) {
            mapped.add(all(row));
        }
        return mapped;
    }

    private @Nullable JsonFallback fallback(@Nullable JsonFallback fallback) {
        return fallback instanceof JsonFallback.ToValue(var value) ? new JsonFallback.ToValue(one(value)) : fallback;
    }

    private <T extends Node> @Nullable T optional(@Nullable T part) {
        return part == null ? null : one(part);
    }

    /** A part can only become one of the same kind; which kind that is, the node's record says. */
    @SuppressWarnings({"unchecked", "ReferenceEquality"}) // "unchanged" is the same object: equality costs O(tree)
    private <T extends Node> T one(T part) {
        Node mapped = map.apply(part);
        changed |= mapped != part;
        return (T) mapped;
    }

    /** The list itself when none of its parts changed. */
    @SuppressWarnings("ReferenceEquality") // "unchanged" is the same object: equality costs O(tree)
    private <T extends Node> List<T> all(List<T> parts) {
        List<T> mapped = parts;
        for (int i = 0; i < parts.size(); i++) {
            T part = one(parts.get(i));
            if (part != parts.get(i) && mapped == parts) {
                mapped = new ArrayList<>(parts);
            }
            if (mapped != parts) {
                mapped.set(i, part);
            }
        }
        return mapped;
    }
}
