package dev.shardroute.vindex;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The queries on a lookup table, in the words of Vitess. A bind variable has the name of its column; of several rows each has
 * its number behind it.
 *
 * @param table     the table, as it is written
 * @param from      the columns of the values, as they are written
 * @param to        the column of the keyspace id, as it is written
 * @param variables the bind variables of the columns of the values
 * @param target    that of the keyspace id
 */
record LookupSql(String table, List<String> from, String to, List<String> variables, String target) {
    /** Copies the lists. */
    LookupSql {
        from = List.copyOf(from);
        variables = List.copyOf(variables);
    }

    static LookupSql of(LookupTable lookup) {
        List<String> columns = lookup.from().isEmpty() ? List.of("") : lookup.from();
        List<String> variables = new ArrayList<>();
        for (String column : columns) {
            variables.add(LookupNames.variable(column, variables.size()));
        }
        return new LookupSql(LookupNames.table(lookup.table()), columns.stream().map(LookupNames::quoted).toList(),
                LookupNames.quoted(lookup.to()), variables, LookupNames.variable(lookup.to(), columns.size()));
    }

    /** The keyspace ids of the values in a list variable. */
    String select() {
        return "select " + from.getFirst() + ", " + to + " from " + table + " where " + from.getFirst() + " in ::"
                + variables.getFirst();
    }

    /** The same with a lock. */
    String select(LookupTable.ReadLock lock) {
        return switch (lock) {
            case EXCLUSIVE -> select() + " for update";
            case SHARED -> select() + " lock in share mode";
            case NONE -> select();
        };
    }

    /** The rows with a value and a keyspace id. */
    String verify() {
        return "select " + from.getFirst() + " from " + table + " where " + from.getFirst() + " = :"
                + variables.getFirst() + " and " + to + " = :" + target;
    }

    String delete() {
        return "delete from " + table + where(from) + " and " + to + " = :" + target;
    }

    /** The keyspace id of a row, locked. */
    String lock() {
        return "select " + to + " from " + table + where(from) + " for update";
    }

    /** A row of another table with the values of a row, locked against being changed. */
    String lockOwner(String owner, List<String> columns) {
        List<String> names = columns.stream().map(LookupNames::quoted).toList();
        return "select " + names.getFirst() + " from " + LookupNames.quoted(owner) + where(names)
                + " lock in share mode";
    }

    String insertOne() {
        return "insert into " + table + "(" + columns() + ") values(" + values("") + ")";
    }

    String update() {
        return "update " + table + " set " + to + "=:" + target + where(from);
    }

    /**
     * Adds several rows.
     *
     * @param ignore leaves rows alone that are there
     * @param upsert puts the new row in the place of one that is there
     */
    String insert(int rows, boolean ignore, boolean upsert, boolean multiShardAutocommit) {
        String head = "insert " + (multiShardAutocommit ? "/*vt+ MULTI_SHARD_AUTOCOMMIT=1 */ " : "")
                + (ignore ? "ignore " : "") + "into " + table + "(" + columns() + ") values";
        return IntStream.range(0, rows)
                .mapToObj(row -> "(" + values(suffix(row)) + ")")
                .collect(Collectors.joining(", ", head, upsert ? " on duplicate key update " + assignments() : ""));
    }

    /** What is behind the name of a variable of a row. */
    static String suffix(int row) {
        return "_" + row;
    }

    private String columns() {
        return String.join(", ", from) + ", " + to;
    }

    private String values(String suffix) {
        return variables.stream().map(variable -> ":" + variable + suffix + ", ").collect(Collectors.joining())
                + ":" + target + suffix;
    }

    private String assignments() {
        return from.stream().map(column -> assignment(column) + ", ").collect(Collectors.joining()) + assignment(to);
    }

    private static String assignment(String column) {
        return column + "=values(" + column + ")";
    }

    private String where(List<String> columns) {
        return IntStream.range(0, columns.size())
                .mapToObj(i -> columns.get(i) + " = :" + variables.get(i))
                .collect(Collectors.joining(" and ", " where ", ""));
    }
}
