package dev.shardroute.sql.normalize;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.sql.ParserOptions;
import dev.shardroute.sql.ast.CommonTable;
import dev.shardroute.sql.ast.Delete;
import dev.shardroute.sql.ast.Insert;
import dev.shardroute.sql.ast.Node;
import dev.shardroute.sql.ast.Nodes;
import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.ast.Statement;
import dev.shardroute.sql.ast.TableExpression;
import dev.shardroute.sql.ast.TableExpression.Derived;
import dev.shardroute.sql.ast.TableExpression.Table;
import dev.shardroute.sql.ast.TableName;
import dev.shardroute.sql.ast.Update;
import dev.shardroute.sql.ast.With;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Puts the queries of views in their place, and the names of the server's own schemas before their tables.
 *
 * <pre>{@code
 * select a from v        ->  select a from (select b as a from t) as v
 * select a from t        ->  select a from sys.t
 * }</pre>
 *
 * It keeps common tables, the table that a DELETE or UPDATE changes, and in a session of another keyspace the names of
 * tables, because the planner finds those. For one statement.
 */
final class RewriteTables {
    private static final Set<String> SYSTEM_SCHEMAS =
            Set.of("information_schema", "mysql", "performance_schema", "sys");
    /** The nodes from the top of a tree to its deepest part; the parser makes no tree that is deeper. */
    private static final int MAX_LEVELS = 6 * ParserOptions.DEFAULT.maxDepth();

    private final NormalizerOptions options;
    private final @Nullable String schema;
    private final UnaryOperator<Node> rewriteView;
    private int expanded;
    private int level;

    /** {@code rewriteView} makes of the query of a view what the rest of the statement has become already. */
    RewriteTables(NormalizerOptions options, UnaryOperator<Node> rewriteView) {
        this.options = options;
        this.schema = systemSchema(options.keyspace());
        this.rewriteView = rewriteView;
    }

    private static @Nullable String systemSchema(@Nullable String keyspace) {
        boolean isSystem = keyspace != null && SYSTEM_SCHEMAS.contains(keyspace.toLowerCase(Locale.ROOT));
        return isSystem ? keyspace : null;
    }

    /** The statement after the rewrites. */
    Statement rewrite(Statement statement) {
        boolean hasNothing = schema == null && options.views().equals(Views.NONE);
        return hasNothing ? statement : (Statement) rewrite(statement, List.of());
    }

    /** {@code common} are the names of the common tables that the node may use. */
    private Node rewrite(Node node, List<String> common) {
        if (++level > MAX_LEVELS) {
            throw ErrorCode.SR01003.error("maxDepth", ParserOptions.DEFAULT.maxDepth());
        }
        Node rewritten = switch (node) {
            case Statement statement -> statement(statement, common);
            case Table table -> table(table, common);
            default -> Nodes.mapParts(node, part -> rewrite(part, common));
        };
        level--;
        return rewritten;
    }

    private Node statement(Statement statement, List<String> common) {
        With with = with(statement);
        List<String> inside = with == null ? common : plus(common, with.tables());
        boolean changesTable = changesTable(statement);
        Statement rewritten = Nodes.mapParts(statement, part -> switch (part) {
            case With tables -> with(tables, common);
            case Table table when changesTable -> qualified(table);
            default -> rewrite(part, inside);
        });
        return rewritten instanceof Insert insert ? qualified(insert) : rewritten;
    }

    private static @Nullable With with(Statement statement) {
        return switch (statement) {
            case Query query -> query.with();
            case Update update -> update.with();
            case Delete delete -> delete.with();
            default -> null;
        };
    }

    /** Only a table that stands alone is changed for sure. */
    private static boolean changesTable(Statement statement) {
        return switch (statement) {
            case Update update -> update.tables().size() == 1;
            case Delete delete -> delete.tables().size() == 1;
            default -> false;
        };
    }

    /** A common table may use those before it, and itself where it is recursive. */
    private With with(With with, List<String> common) {
        List<CommonTable> tables = new ArrayList<>();
        for (int i = 0; i < with.tables().size(); i++) {
            List<String> inside = plus(common, with.tables().subList(0, with.recursive() ? i + 1 : i));
            tables.add((CommonTable) rewrite(with.tables().get(i), inside));
        }
        return new With(with.recursive(), tables);
    }

    private static List<String> plus(List<String> common, List<CommonTable> tables) {
        List<String> all = new ArrayList<>(common);
        tables.forEach(table -> all.add(table.name().toLowerCase(Locale.ROOT)));
        return all;
    }

    private TableExpression table(Table table, List<String> common) {
        TableName name = table.name();
        if (name.qualifier() == null && common.contains(name.name().toLowerCase(Locale.ROOT))) {
            return table;
        }
        Query view = schema == null && table.partitions().isEmpty() ? options.views().find(name) : null;
        return view == null ? qualified(table) : expanded(view, table.correlationName());
    }

    /** A view may read views, but not the common tables of the statement. */
    private Derived expanded(Query view, String alias) {
        if (++expanded > options.maxViews()) {
            throw ErrorCode.SR01022.error("maxViews", options.maxViews());
        }
        return new Derived(false, (Query) rewrite(rewriteView.apply(view), List.of()), alias, List.of());
    }

    private Table qualified(Table table) {
        boolean isQualified = schema == null || table.name().qualifier() != null;
        return isQualified
                ? table
                : new Table(qualified(table.name()), table.partitions(), table.alias(), table.hints());
    }

    private Insert qualified(Insert insert) {
        return insert.with(qualified(insert.table()), insert.columns(), insert.source());
    }

    private TableName qualified(TableName name) {
        return schema == null || name.qualifier() != null ? name : new TableName(schema, name.name());
    }
}
