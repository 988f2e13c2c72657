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
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
    /** The most nodes from the top of a statement to a part of a view in it: what the parser's default limit lets through. */
    private static final int MAX_LEVELS = 2 * ParserOptions.DEFAULT.maxDepth();

    private final NormalizerOptions options;
    private final @Nullable String schema;
    private final UnaryOperator<Node> rewriteView;
    /** How often a name is that of a common table which the place that is rewritten may use. */
    private Map<String, Integer> common = new HashMap<>();
    private int expanded;
    private int level;
    private boolean inView;

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
        return hasNothing ? statement : (Statement) rewrite((Node) statement);
    }

    private Node rewrite(Node node) {
        if (++level > MAX_LEVELS && inView) {
            throw ErrorCode.SR01003.error("maxDepth", ParserOptions.DEFAULT.maxDepth());
        }
        Node rewritten = switch (node) {
            case Statement inner -> statement(inner);
            case Table table -> table(table);
            default -> Nodes.mapParts(node, this::rewrite);
        };
        level--;
        return rewritten;
    }

    private Node statement(Statement statement) {
        boolean changesTable = changesTable(statement);
        Statement rewritten = Nodes.mapParts(statement, part -> switch (part) {
            case With with -> with(with);
            case Table table when changesTable -> qualified(table);
            default -> rewrite(part);
        });
        With with = with(statement);
        if (with != null) {
            with.tables().forEach(table -> common.merge(key(table.name()), -1, RewriteTables::sum));
        }
        return rewritten instanceof Insert insert ? qualified(insert) : rewritten;
    }

    /** A common table may use those before it, and itself where it is recursive. */
    private With with(With with) {
        return Nodes.mapParts(with, part -> {
            String name = key(((CommonTable) part).name());
            int itself = with.recursive() ? 1 : 0;
            common.merge(name, itself, Integer::sum);
            Node rewritten = rewrite(part);
            common.merge(name, 1 - itself, Integer::sum);
            return rewritten;
        });
    }

    private static @Nullable Integer sum(int a, int b) {
        return a + b == 0 ? null : a + b;
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
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

    private TableExpression table(Table table) {
        TableName name = table.name();
        if (name.qualifier() == null && common.getOrDefault(key(name.name()), 0) > 0) {
            return table;
        }
        Query view = schema == null && table.partitions().isEmpty() ? options.views().find(name) : null;
        return view == null ? qualified(table) : expanded(view, table.correlationName());
    }

    /** A view may read views, but not the common tables of the statement. */
    private Derived expanded(Query view, String alias) {
        if (++expanded > options.maxViews()) {
            throw ErrorCode.SR01010.error("maxViews", options.maxViews());
        }
        Map<String, Integer> outside = common;
        boolean wasInView = inView;
        common = new HashMap<>();
        inView = true;
        Query query = (Query) rewrite(rewriteView.apply(view));
        common = outside;
        inView = wasInView;
        return new Derived(false, query, alias, List.of());
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
