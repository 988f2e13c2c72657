package dev.shardroute.sql.jsqlparser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.shardroute.error.ShardrouteException;
import dev.shardroute.sql.SqlParser;
import dev.shardroute.sql.ast.Ddl;
import dev.shardroute.sql.ast.TableDefinition;
import dev.shardroute.sql.ast.TableDefinition.KeyKind;
import dev.shardroute.testing.Conformance;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.sf.jsqlparser.parser.AbstractJSqlParser.Dialect;
import net.sf.jsqlparser.statement.Statement;
import net.sf.jsqlparser.statement.UnsupportedStatement;
import net.sf.jsqlparser.statement.create.table.ColumnDefinition;
import net.sf.jsqlparser.statement.create.table.CreateTable;
import net.sf.jsqlparser.statement.create.table.ForeignKeyIndex;
import net.sf.jsqlparser.statement.create.table.Index;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** JSqlParser as an oracle for CREATE TABLE, and how much of the corpus's DDL it reads at all. */
final class TableDefinitionOracleTest {
    private static final SqlParser OURS = new SqlParser();

    /** What the planner asks of a table: names, nullability, primary key and foreign keys. */
    private record Outline(List<String> columns, Set<String> nullable, List<String> primaryKey,
            Set<List<String>> foreignKeys) {}

    @Test
    void definitions_thatBothRead_agree() {
        Map<String, Integer> counts = new TreeMap<>();
        for (String sql : corpus()) {
            Ddl ours = ours(sql);
            if (ours != null) {
                Statement theirs = Bridged.parsed(sql, Dialect.MYSQL);
                counts.merge("ddl." + outcome(theirs), 1, Integer::sum);
                if (theirs instanceof CreateTable table && ours.definition() != null) {
                    String agreement = agreement(outline(ours.definition()), outline(table));
                    counts.merge("table." + agreement, 1, Integer::sum);
                }
            }
        }
        assertEquals(ledger(), counts, "read and equal may only rise, the others only fall");
    }

    private static Map<String, Integer> ledger() {
        Properties ledger = new Properties();
        try (InputStream stream =
                TableDefinitionOracleTest.class.getResourceAsStream("/ledger/definitions.properties")) {
            ledger.load(Objects.requireNonNull(stream));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, Integer> counts = new TreeMap<>();
        ledger.forEach((key, count) -> counts.put((String) key, Integer.valueOf((String) count)));
        return counts;
    }

    private static String outcome(@Nullable Statement theirs) {
        return theirs == null ? "refused" : theirs instanceof UnsupportedStatement ? "unread" : "read";
    }

    private static String agreement(Outline ours, Outline theirs) {
        if (!ours.columns.equals(theirs.columns)) {
            return "differences.columns";
        }
        if (!ours.primaryKey.equals(theirs.primaryKey)) {
            return "differences.primaryKey";
        }
        if (!ours.nullable.equals(theirs.nullable)) {
            return "differences.nullability";
        }
        return ours.foreignKeys.equals(theirs.foreignKeys) ? "equal" : "differences.foreignKeys";
    }

    private static @Nullable Ddl ours(String sql) {
        try {
            return OURS.parse(sql) instanceof Ddl ddl ? ddl : null;
        } catch (ShardrouteException refused) {
            return null;
        }
    }

    private static Set<String> corpus() {
        Set<String> statements = new LinkedHashSet<>();
        Conformance.json("sql/valid.json").forEach(row -> statements.add(row.path("input").textValue()));
        return statements;
    }

    // ours

    private static Outline outline(TableDefinition table) {
        List<String> columns = table.columns().stream().map(TableDefinition.Column::name).toList();
        Set<String> nullable = new HashSet<>();
        table.columns().stream().filter(TableDefinition.Column::nullable).forEach(it -> nullable.add(it.name()));
        List<String> primaryKey = table.keys().stream().filter(key -> key.kind() == KeyKind.PRIMARY)
                .flatMap(key -> key.parts().stream()).map(part -> Objects.requireNonNull(part.column())).toList();
        Set<List<String>> foreignKeys = new HashSet<>();
        for (TableDefinition.ForeignKey key : table.foreignKeys()) {
            foreignKeys.add(foreignKey(key.columns(), key.parent().name(), key.parents()));
        }
        return new Outline(columns, nullable, primaryKey, foreignKeys);
    }

    private static List<String> foreignKey(List<String> columns, String parent, List<String> parents) {
        return Stream.of(columns.stream(), Stream.of(parent), parents.stream()).flatMap(part -> part).toList();
    }

    // theirs

    private static Outline outline(CreateTable table) {
        List<String> columns = new ArrayList<>();
        Set<String> nullable = new HashSet<>();
        List<String> primaryKey = new ArrayList<>();
        for (ColumnDefinition column : orEmpty(table.getColumnDefinitions())) {
            String name = plain(column.getColumnName());
            String specs = String.join(" ", orEmpty(column.getColumnSpecs())).toLowerCase(Locale.ROOT);
            columns.add(name);
            boolean isKey = specs.endsWith("key") && !specs.endsWith("unique key");
            if (isKey || specs.contains("primary key")) {
                primaryKey.add(name);
            }
            if (!specs.contains("not null")) {
                nullable.add(name);
            }
        }
        Set<List<String>> foreignKeys = new HashSet<>();
        for (Index index : orEmpty(table.getIndexes())) {
            List<String> names =
                    orEmpty(index.getColumnsNames()).stream().map(TableDefinitionOracleTest::plain).toList();
            if (index instanceof ForeignKeyIndex foreign) {
                List<String> parents = orEmpty(foreign.getReferencedColumnNames()).stream()
                        .map(TableDefinitionOracleTest::plain).toList();
                foreignKeys.add(foreignKey(names, plain(foreign.getTable().getName()), parents));
            } else if (index.getKind() == Index.Kind.PRIMARY_KEY) {
                primaryKey.addAll(names);
            }
        }
        nullable.removeAll(primaryKey);
        return new Outline(columns, nullable, primaryKey, foreignKeys);
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    private static String plain(String name) {
        return name.startsWith("`") ? name.substring(1, name.length() - 1).replace("``", "`") : name;
    }
}
