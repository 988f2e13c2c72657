package dev.shardroute.planner.semantics;

import dev.shardroute.planner.PlanningContext.Servers;
import dev.shardroute.planner.semantics.TableInfo.Derived;
import dev.shardroute.planner.semantics.TableInfo.DerivedColumn;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.BoundColumn;
import dev.shardroute.sql.ast.Expressions;
import dev.shardroute.sql.ast.Node;
import dev.shardroute.sql.ast.Nodes;
import dev.shardroute.sql.ast.TableExpression;
import dev.shardroute.sql.function.ExpressionType;
import dev.shardroute.sql.function.Typer;
import dev.shardroute.type.Type;
import dev.shardroute.vschema.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;

/** The tables of a statement by number, and what bound expressions need of them. Grows while a statement is analysed. */
final class Tables {
    private final List<TableInfo> infos;
    private final Optional<String> textCollation;
    private final String collation;
    private final Typer typer;

    /** These tables, each at its number. */
    Tables(List<TableInfo> infos, Servers servers) {
        this(infos, servers.textCollation(), servers.collation());
    }

    /** These tables, each at its number. */
    Tables(List<TableInfo> infos, Optional<String> textCollation, String collation) {
        this.infos = new ArrayList<>(infos);
        this.textCollation = textCollation;
        this.collation = collation;
        this.typer = new Typer(this::columnType, collation);
    }

    /** Other tables of the same servers. */
    Tables map(UnaryOperator<TableInfo> other) {
        return new Tables(infos.stream().map(other).toList(), textCollation, collation);
    }

    /** Adds the table that is made for the next number. */
    TableInfo add(IntFunction<? extends TableInfo> make) {
        TableInfo info = make.apply(infos.size());
        infos.add(info);
        return info;
    }

    /** All tables. */
    List<TableInfo> all() {
        return List.copyOf(infos);
    }

    /** True when there is a table of the number. */
    boolean has(int number) {
        return number < infos.size();
    }

    /** The table of a number. */
    TableInfo get(int number) {
        return infos.get(number);
    }

    // what expressions depend on

    /**
     * The tables that a node reads, but for those that its own subqueries bring.
     *
     * @param recursive true when the tables inside of derived tables count, not these themselves
     */
    TableSet dependencies(Node node, boolean recursive) {
        if (node instanceof BoundColumn column) {
            return dependencies(column, recursive);
        }
        Collector collector = new Collector(recursive);
        Nodes.forEach(node, collector::visit);
        return collector.result();
    }

    /** The rows of a UNION are no table of FROM: what counts are always the tables inside. */
    private TableSet dependencies(BoundColumn column, boolean recursive) {
        boolean looksInside = has(column.source()) && get(column.source()) instanceof Derived derived
                && (recursive || derived.isResult());
        return looksInside ? inside((Derived) get(column.source()), column) : TableSet.of(column.source());
    }

    private static TableSet inside(Derived derived, BoundColumn column) {
        return derived.column(column.name()).map(DerivedColumn::recursive).orElse(derived.tables());
    }

    /** Collects what columns need and what subqueries bring themselves. */
    private final class Collector {
        private final boolean recursive;
        private TableSet needed = TableSet.EMPTY;
        private TableSet brought = TableSet.EMPTY;

        Collector(boolean recursive) {
            this.recursive = recursive;
        }

        void visit(Node node) {
            if (node instanceof BoundColumn column) {
                needed = needed.union(dependencies(column, recursive));
            } else if (node instanceof TableExpression.Bound bound) {
                brought = brought.union(TableSet.of(bound.number()));
            }
        }

        TableSet result() {
            return brought.isEmpty() ? needed : needed.minus(brought);
        }
    }

    /** Where all of the columns of a table come from: itself, or for a derived table what is inside. */
    static TableSet origins(TableInfo info) {
        if (!(info instanceof Derived derived)) {
            return info.id();
        }
        TableSet origins = derived.tables();
        for (DerivedColumn column : derived.columns()) {
            origins = origins.union(column.recursive());
        }
        return origins;
    }

    // types

    /** What finds the types of expressions over these tables. */
    Typer typer() {
        return typer;
    }

    /** The type that values of these types have together; empty when one of them is not known. */
    Optional<ExpressionType> merged(List<Optional<ExpressionType>> types) {
        List<ExpressionType> known =
                types.stream().flatMap(Optional::stream).filter(type -> type.type() != Type.EXPRESSION).toList();
        return known.size() < types.size() ? Optional.empty() : Typer.merge(known, collation);
    }

    private Optional<ExpressionType> columnType(BoundColumn column) {
        if (!has(column.source())) {
            return Optional.empty();
        }
        return switch (get(column.source())) {
            case TableInfo.Real real -> real.table().column(column.name()).flatMap(this::columnType);
            case Derived derived -> derived.column(column.name()).flatMap(DerivedColumn::type);
            case TableInfo.Vindex vindex -> Optional.of(ExpressionType.of(Type.VARBINARY));
            case TableInfo.Recursive table -> Optional.empty();
            case TableInfo.RecursiveTable table -> Optional.empty();
        };
    }

    private Optional<ExpressionType> columnType(Column column) {
        return column.type().map(type -> {
            String known = column.collation().or(() -> textCollation).orElse(null);
            ExpressionType plain = ExpressionType.of(type, known);
            return new ExpressionType(type, plain.collation(), column.nullable(), column.size(), column.scale());
        });
    }

    /** The expression with columns of a derived table replaced by what they are inside of it. */
    static Expression inside(Expression expression, Derived table) {
        return Expressions.rewrite(expression, part -> part instanceof BoundColumn column
                && column.source() == table.number()
                        ? table.column(column.name()).map(DerivedColumn::expression).orElse(part)
                        : part);
    }
}
