package dev.shardroute.vschema;

import dev.shardroute.sql.SqlParser;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.ast.TableDefinition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the databases of the keyspaces tell that a VSchema does not: columns, keys, foreign keys, views and loadable functions.
 * {@link VSchema#withFacts} adds them to a VSchema. Immutable.
 */
public final class SchemaFacts {
    /** Facts of nothing. */
    public static final SchemaFacts NONE = new Builder().build();

    private final Map<String, OfKeyspace> keyspaces;
    private final List<Finding> findings;

    private SchemaFacts(Map<String, OfKeyspace> keyspaces, List<Finding> findings) {
        this.keyspaces = Collections.unmodifiableMap(new LinkedHashMap<>(keyspaces));
        this.findings = List.copyOf(findings);
    }

    /** A builder without facts. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The facts of a file of definitions.
     *
     * @param keyspace the keyspace of names without one
     * @param ddl      as for {@link Builder#ddl(String, String)}
     */
    public static SchemaFacts ofDdl(String keyspace, String ddl) {
        return builder().ddl(keyspace, ddl).build();
    }

    /** The facts of each keyspace by its name. */
    Map<String, OfKeyspace> keyspaces() {
        return keyspaces;
    }

    /** What the statements of files said that is not known here, in their order. */
    public List<Finding> findings() {
        return findings;
    }

    /** What is known of a table, or empty. */
    public Optional<TableFacts> table(String keyspace, String table) {
        return Optional.ofNullable(keyspaces.get(keyspace)).map(facts -> facts.tables.get(table));
    }

    /** The facts of one keyspace. */
    record OfKeyspace(Map<String, TableFacts> tables, Map<String, View> views, Set<String> functions) {
        OfKeyspace {
            tables = Collections.unmodifiableMap(new LinkedHashMap<>(tables));
            views = Collections.unmodifiableMap(new LinkedHashMap<>(views));
            functions = Set.copyOf(functions);
        }
    }

    /** Collects facts. Not thread-safe. */
    public static final class Builder {
        private final Map<String, Draft> drafts = new LinkedHashMap<>();
        private final List<Finding> findings = new ArrayList<>();

        private Builder() {}

        private Draft draft(String keyspace) {
            return drafts.computeIfAbsent(keyspace, name -> new Draft());
        }

        /** A table, in place of what was known of it. */
        public Builder table(String keyspace, String table, TableFacts facts) {
            draft(keyspace).tables.put(table, facts);
            return this;
        }

        /** The columns of a primary key; what else is known of the table stays. */
        public Builder primaryKey(String keyspace, String table, List<String> columns) {
            TableFacts old = draft(keyspace).table(table);
            return table(keyspace, table,
                    new TableFacts(old.columns(), columns, old.uniqueKeys(), old.foreignKeys()));
        }

        /** One more unique key; what else is known of the table stays. */
        public Builder uniqueKey(String keyspace, String table, List<Expression> parts) {
            TableFacts old = draft(keyspace).table(table);
            return table(keyspace, table, new TableFacts(old.columns(), old.primaryKey(),
                    append(old.uniqueKeys(), parts), old.foreignKeys()));
        }

        /** One more foreign key; what else is known of the table stays. */
        public Builder foreignKey(String keyspace, String table, TableDefinition.ForeignKey key) {
            TableFacts old = draft(keyspace).table(table);
            return table(keyspace, table, new TableFacts(old.columns(), old.primaryKey(), old.uniqueKeys(),
                    append(old.foreignKeys(), key)));
        }

        private static <T> List<T> append(List<T> list, T element) {
            return Stream.concat(list.stream(), Stream.of(element)).toList();
        }

        /** A view. Tables of the query without keyspace are those of {@code keyspace}. */
        public Builder view(String keyspace, String view, Query query) {
            return view(keyspace, view, List.of(), query);
        }

        /** A view whose columns have these names; none when the query names them. */
        public Builder view(String keyspace, String view, List<String> columns, Query query) {
            draft(keyspace).views.put(view, new View(keyspace, view, columns, ViewTables.qualified(query, keyspace)));
            return this;
        }

        /** A loadable function that aggregates. */
        public Builder aggregateFunction(String keyspace, String function) {
            draft(keyspace).functions.add(function);
            return this;
        }

        /**
         * What the statements of a text define: {@code CREATE TABLE}, {@code CREATE VIEW} and {@code CREATE AGGREGATE
         * FUNCTION}; {@code DROP} and {@code RENAME TABLE} are followed, and {@code USE}. What is no definition is passed
         * over; what is one and is not understood becomes one of the {@link SchemaFacts#findings}.
         *
         * @param keyspace the keyspace of names without one
         * @param ddl      statements with semicolons between them
         */
        public Builder ddl(String keyspace, String ddl) {
            return ddl(Optional.of(keyspace), ddl);
        }

        /** The same for a text in which every name has a keyspace, or USE says it. */
        public Builder ddl(String ddl) {
            return ddl(Optional.empty(), ddl);
        }

        private Builder ddl(Optional<String> keyspace, String ddl) {
            findings.addAll(new DdlFacts(this, keyspace, new SqlParser()).read(ddl));
            return this;
        }

        /** All of these facts; a table or view of the same name is replaced. */
        public Builder add(SchemaFacts facts) {
            facts.keyspaces.forEach((keyspace, known) -> {
                draft(keyspace).tables.putAll(known.tables);
                draft(keyspace).views.putAll(known.views);
                draft(keyspace).functions.addAll(known.functions);
            });
            findings.addAll(facts.findings);
            return this;
        }

        /** What is known of a table so far, or empty. */
        Optional<TableFacts> known(String keyspace, String table) {
            return Optional.ofNullable(draft(keyspace).tables.get(table));
        }

        /** Forgets a table or a view. */
        void forget(String keyspace, String name) {
            draft(keyspace).tables.remove(name);
            draft(keyspace).views.remove(name);
        }

        /** The facts. */
        public SchemaFacts build() {
            Map<String, OfKeyspace> built = new LinkedHashMap<>();
            drafts.forEach((keyspace, draft) -> built.put(keyspace,
                    new OfKeyspace(draft.tables, draft.views, draft.functions)));
            return new SchemaFacts(built, findings);
        }

        private static final class Draft {
            private final Map<String, TableFacts> tables = new LinkedHashMap<>();
            private final Map<String, View> views = new LinkedHashMap<>();
            private final Set<String> functions = new HashSet<>();

            TableFacts table(String name) {
                return tables.getOrDefault(name, TableFacts.NONE);
            }
        }
    }
}
