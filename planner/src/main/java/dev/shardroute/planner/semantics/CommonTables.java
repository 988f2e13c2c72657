package dev.shardroute.planner.semantics;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.sql.ast.CommonTable;
import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.ast.TableExpression;
import dev.shardroute.sql.ast.TableName;
import dev.shardroute.sql.ast.With;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The common table expressions that a query may name. Immutable; the innermost of a name goes first. */
final class CommonTables {
    /** None. */
    static final CommonTables NONE = new CommonTables(null, null);

    private final @Nullable CommonTables others;
    private final @Nullable Entry entry;

    private CommonTables(@Nullable CommonTables others, @Nullable Entry entry) {
        this.others = others;
        this.entry = entry;
    }

    /** What a name stands for. */
    sealed interface Entry {
        /** The name. */
        String name();
    }

    /**
     * A common table expression.
     *
     * @param table     the expression
     * @param recursive true where its query reads itself
     * @param visible   what its query may name
     * @param outer     the scope of the query that has the WITH
     */
    record Definition(CommonTable table, boolean recursive, CommonTables visible, @Nullable Scope outer)
            implements Entry {
        @Override
        public String name() {
            return table.name();
        }
    }

    /** A recursive common table expression in its own recursive part, which must read it once. */
    static final class Itself implements Entry {
        private final String name;
        private final Query seed;
        private final List<String> columns;
        private int number = -1;

        /**
         * Not read yet.
         *
         * @param name    its name
         * @param seed    the query it starts from, bound
         * @param columns the names of the columns; empty when they are not known
         */
        Itself(String name, Query seed, List<String> columns) {
            this.name = name;
            this.seed = seed;
            this.columns = columns;
        }

        @Override
        public String name() {
            return name;
        }

        /** It is read, as this table. */
        TableInfo.RecursiveTable read(int tableNumber, String alias) {
            number = tableNumber;
            return new TableInfo.RecursiveTable(tableNumber, alias, name, seed, columns);
        }

        /** The number of the table that reads it, or -1. */
        int number() {
            return number;
        }
    }

    /** These and one more. */
    CommonTables with(Entry one) {
        return new CommonTables(this, one);
    }

    /** These and those of a WITH. */
    CommonTables with(@Nullable With with, @Nullable Scope outer) {
        if (with == null) {
            return this;
        }
        Set<String> names = new HashSet<>();
        CommonTables all = this;
        for (CommonTable table : with.tables()) {
            if (!names.add(table.name())) {
                throw ErrorCode.VT03013.error(table.name());
            }
            boolean readsItself = readsItself(table);
            if (readsItself && !with.recursive()) {
                throw ErrorCode.VT12001.error("a common table expression, '" + table.name()
                        + "', over a table of its own name");
            }
            all = all.with(new Definition(table, readsItself, all, outer));
        }
        return all;
    }

    private static boolean readsItself(CommonTable table) {
        boolean[] reads = {false};
        TableReferences.rewrite(table.query(), reference -> {
            reads[0] |= reference.name().equals(TableName.of(table.name()));
            return reference;
        });
        return reads[0];
    }

    /** The same where recursive common table expressions must not be read by their own queries: in their subqueries. */
    CommonTables closed() {
        return new CommonTables(this, null);
    }

    /** What the name of a table stands for; empty when it is no common table expression. */
    Optional<Entry> find(TableExpression.Table table) {
        if (table.name().qualifier() != null) {
            return Optional.empty();
        }
        boolean isClosed = false;
        for (CommonTables part = this; part != null; part = part.others) {
            if (part.entry != null && part.entry.name().equals(table.name().name())) {
                return Optional.of(checked(part.entry, isClosed));
            }
            isClosed |= part.entry == null;
        }
        return Optional.empty();
    }

    private static Entry checked(Entry found, boolean isClosed) {
        if (found instanceof Itself itself && (isClosed || itself.number >= 0)) {
            throw ErrorCode.VT09029.error(itself.name);
        }
        return found;
    }

}
