package dev.shardroute.sql.ast;

import dev.shardroute.sql.ast.PreparedStatement.Deallocate;
import dev.shardroute.sql.ast.PreparedStatement.Execute;
import dev.shardroute.sql.ast.PreparedStatement.Prepare;
import dev.shardroute.sql.ast.SetVariables.Setting;
import dev.shardroute.sql.ast.VitessStatement.Stream;
import dev.shardroute.sql.ast.VitessStatement.Vexplain;
import dev.shardroute.sql.ast.VitessStatement.Vstream;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Goes over the direct parts of statements, clauses and tables, in the order of the text. */
final class StatementParts {
    private StatementParts() {}

    static void forEach(Statement statement, Consumer<? super Node> action) {
        switch (statement) {
            case Query query -> ofQuery(query, action);
            case Insert node -> {
                action.accept(node.source());
                optional(node.alias(), action);
                node.onDuplicate().forEach(action);
            }
            case Update node -> {
                optional(node.with(), action);
                node.tables().forEach(action);
                node.assignments().forEach(action);
                optional(node.where(), action);
                node.orderBy().forEach(action);
                optional(node.limit(), action);
            }
            case Delete node -> {
                optional(node.with(), action);
                node.tables().forEach(action);
                optional(node.where(), action);
                node.orderBy().forEach(action);
                optional(node.limit(), action);
            }
            case SetVariables node -> node.settings().forEach(action);
            case CallProcedure node -> node.arguments().forEach(action);
            case Do node -> node.expressions().forEach(action);
            case Explain.OfStatement node -> action.accept(node.statement());
            case Vexplain node -> action.accept(node.statement());
            case Vstream node -> {
                action.accept(node.item());
                optional(node.where(), action);
                optional(node.limit(), action);
            }
            case Stream node -> action.accept(node.item());
            case Show.Listing node -> {
                optional(node.filter(), action);
                optional(node.limit(), action);
            }
            case Prepare node -> action.accept(node.source());
            case Execute node -> node.arguments().forEach(action);
            case Ddl node -> optional(node.query(), action);
            case Use leaf -> none();
            case Show leaf -> none();
            case Explain.OfTable leaf -> none();
            case Deallocate leaf -> none();
            case TransactionStatement leaf -> none();
            case Administration leaf -> none();
            case VitessStatement leaf -> none();
            case CommentOnly leaf -> none();
        }
    }

    private static void ofQuery(Query query, Consumer<? super Node> action) {
        switch (query) {
            case Select node -> {
                optional(node.with(), action);
                node.items().forEach(action);
                node.from().forEach(action);
                optional(node.where(), action);
                action.accept(node.groupBy());
                optional(node.having(), action);
                node.windows().forEach(action);
                node.orderBy().forEach(action);
                optional(node.limit(), action);
                node.locks().forEach(action);
                optional(node.into(), action);
            }
            case SetOperation node -> {
                optional(node.with(), action);
                action.accept(node.first());
                node.arms().forEach(arm -> action.accept(arm.query()));
                node.orderBy().forEach(action);
                optional(node.limit(), action);
                node.locks().forEach(action);
                optional(node.into(), action);
            }
            case ValuesRows node -> {
                optional(node.with(), action);
                node.rows().forEach(row -> row.forEach(action));
                optional(node.list(), action);
                node.orderBy().forEach(action);
                optional(node.limit(), action);
            }
        }
    }

    static void forEach(Clause clause, Consumer<? super Node> action) {
        switch (clause) {
            case Assignment node -> both(node.column(), node.value(), action);
            case CommonTable node -> action.accept(node.query());
            case GroupBy node -> node.expressions().forEach(action);
            case InsertSource.Rows node -> node.rows().forEach(row -> row.forEach(action));
            case InsertSource.FromQuery node -> action.accept(node.query());
            case Into.Variables node -> node.variables().forEach(action);
            case Limit node -> {
                optional(node.offset(), action);
                action.accept(node.rowCount());
            }
            case NamedWindow node -> action.accept(node.window());
            case OrderItem node -> action.accept(node.expression());
            case Setting.Variable node -> both(node.variable(), node.value(), action);
            case Setting.Names node -> {
                action.accept(node.charset());
                optional(node.collation(), action);
            }
            case Setting.CharacterSet node -> action.accept(node.charset());
            case Show.Filter.Where node -> action.accept(node.condition());
            case Window.Specification node -> {
                node.partitionBy().forEach(action);
                node.orderBy().forEach(action);
                optional(node.frame(), action);
            }
            case Window.Frame node -> {
                action.accept(node.start());
                optional(node.end(), action);
            }
            case Window.Bound node -> optional(node.offset(), action);
            case With node -> node.tables().forEach(action);
            case Into.Dumpfile leaf -> none();
            case Into.Outfile leaf -> none();
            case Locking leaf -> none();
            case RowAlias leaf -> none();
            case Show.Filter.Like leaf -> none();
            case Window.Reference leaf -> none();
        }
    }

    static void forEach(SelectItem item, Consumer<? super Node> action) {
        switch (item) {
            case SelectItem.Star leaf -> none();
            case SelectItem.Item node -> action.accept(node.expression());
            case SelectItem.NextValues node -> action.accept(node.count());
        }
    }

    static void forEach(TableExpression table, Consumer<? super Node> action) {
        switch (table) {
            case TableExpression.Table leaf -> none();
            case TableExpression.Derived node -> action.accept(node.query());
            case TableExpression.Bound node -> action.accept(node.written());
            case TableExpression.Join node -> {
                action.accept(node.left());
                action.accept(node.right());
                optional(node.on(), action);
            }
            case TableExpression.Parenthesized node -> node.tables().forEach(action);
            case JsonTable node -> {
                both(node.document(), node.path(), action);
                node.columns().forEach(column -> ofColumn(column, action));
            }
        }
    }

    private static void ofColumn(JsonTable.Column column, Consumer<? super Node> action) {
        switch (column) {
            case JsonTable.Column.Ordinality leaf -> none();
            case JsonTable.Column.Path node -> {
                action.accept(node.path());
                fallback(node.onEmpty(), action);
                fallback(node.onError(), action);
            }
            case JsonTable.Column.Nested node -> {
                action.accept(node.path());
                node.columns().forEach(inner -> ofColumn(inner, action));
            }
        }
    }

    /** For nodes that have no parts. */
    static void none() {}

    static void both(Node first, Node second, Consumer<? super Node> action) {
        action.accept(first);
        action.accept(second);
    }

    static void optional(@Nullable Node node, Consumer<? super Node> action) {
        if (node != null) {
            action.accept(node);
        }
    }

    static void fallback(@Nullable JsonFallback fallback, Consumer<? super Node> action) {
        if (fallback instanceof JsonFallback.ToValue(var value)) {
            action.accept(value);
        }
    }
}
