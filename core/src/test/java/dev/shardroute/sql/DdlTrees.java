package dev.shardroute.sql;

import dev.shardroute.sql.ast.DataType;
import dev.shardroute.sql.ast.Ddl;
import dev.shardroute.sql.ast.Ddl.Action;
import dev.shardroute.sql.ast.Ddl.Condition;
import dev.shardroute.sql.ast.Ddl.ObjectKind;
import dev.shardroute.sql.ast.Expression.Literal;
import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.ast.TableDefinition;
import dev.shardroute.sql.ast.TableDefinition.Column;
import dev.shardroute.sql.ast.TableDefinition.KeyKind;
import dev.shardroute.sql.ast.TableDefinition.KeyPart;
import dev.shardroute.sql.ast.TableExpression.Table;
import dev.shardroute.sql.ast.TableName;
import dev.shardroute.sql.printer.SqlPrinter;
import dev.shardroute.type.Value;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Random statements that define objects, as the parser could have made them: trees and their texts together. */
final class DdlTrees {
    private static final List<DefinedColumn> COLUMNS = List.of(
            new DefinedColumn("id bigint unsigned not null auto_increment", new Column("id",
                    new DataType("bigint", null, null, true, false, null, false, null, List.of()), false, null, true,
                    false, false)),
            new DefinedColumn("name varchar(10) default 'it''s'",
                    new Column("name", new DataType("varchar", "10", null, false, false, null, false, null, List.of()),
                            true, new Literal(Value.of("it's")), false, false, false)),
            new DefinedColumn("made date not null invisible",
                    new Column("made", DataType.of("date"), false, null, false, true, false)));

    private final Random random;
    private final ExpressionTrees expressions;
    private final Supplier<List<String>> comments;
    private final Supplier<Query> queries;

    DdlTrees(Random random, ExpressionTrees expressions, Supplier<List<String>> comments, Supplier<Query> queries) {
        this.random = random;
        this.expressions = expressions;
        this.comments = comments;
        this.queries = queries;
    }

    private record DefinedColumn(String sql, Column column) {}

    Ddl any() {
        return switch (random.nextInt(6)) {
            case 0 -> drop();
            case 1 -> rename();
            case 2 -> view();
            case 3 -> like();
            case 4 -> table();
            default -> truncate();
        };
    }

    private Ddl drop() {
        List<TableName> names = expressions.list(1, expressions::table);
        boolean ifExists = random.nextBoolean();
        boolean ofViews = random.nextBoolean();
        String text = (ofViews ? "view " : "table ") + (ifExists ? "if exists " : "") + text(names, ", ");
        return ddl(Action.DROP, ofViews ? ObjectKind.VIEW : ObjectKind.TABLE, names, List.of(),
                ifExists ? Condition.IF_EXISTS : Condition.NONE, null, null, text);
    }

    private Ddl rename() {
        List<TableName> names = List.of(expressions.table(), expressions.table());
        return ddl(Action.RENAME, ObjectKind.TABLE, names, List.of(), Condition.NONE, null, null,
                "table " + text(names, " to "));
    }

    private Ddl truncate() {
        List<TableName> names = List.of(expressions.table());
        return ddl(Action.TRUNCATE, ObjectKind.TABLE, names, List.of(), Condition.NONE, null, null,
                "table " + text(names, ""));
    }

    private Ddl view() {
        List<TableName> names = List.of(expressions.table());
        Query query = queries.get();
        return ddl(Action.CREATE, ObjectKind.VIEW, names, List.of(), Condition.NONE, null, query,
                "view " + text(names, "") + " as " + SqlPrinter.print(query));
    }

    private Ddl like() {
        List<TableName> names = List.of(expressions.table());
        List<TableName> related = List.of(expressions.table());
        return ddl(Action.CREATE, ObjectKind.TABLE, names, related, Condition.IF_NOT_EXISTS, null, null,
                "table if not exists " + text(names, "") + " like " + text(related, ""));
    }

    private Ddl table() {
        List<DefinedColumn> columns = COLUMNS.subList(0, 1 + random.nextInt(COLUMNS.size()));
        List<TableDefinition.Key> keys =
                List.of(new TableDefinition.Key(KeyKind.PRIMARY, null, List.of(new KeyPart("id", null))));
        TableDefinition definition = new TableDefinition(columns.stream().map(DefinedColumn::column).toList(), keys,
                List.of(), null, null, null);
        String text = columns.stream().map(DefinedColumn::sql).collect(Collectors.joining(", "));
        return ddl(Action.CREATE, ObjectKind.TABLE, List.of(TableName.of("t1")), List.of(), Condition.NONE, definition,
                null, "table t1 (" + text + ", primary key (id))");
    }

    private Ddl ddl(Action action, ObjectKind kind, List<TableName> names, List<TableName> related,
            Condition condition, @Nullable TableDefinition definition, @Nullable Query query, String text) {
        List<String> said = comments.get();
        String verb = action.name() + " " + said.stream().map(comment -> comment + " ").collect(Collectors.joining());
        return new Ddl(action, kind, names, related, condition, false, said, definition, List.of(), query, verb + text);
    }

    private static String text(List<TableName> names, String separator) {
        return names.stream().map(name -> SqlPrinter.print(new Table(name, null)))
                .collect(Collectors.joining(separator));
    }
}
