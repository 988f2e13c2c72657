package dev.shardroute.planner.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * A grammar of queries over {@link SampleSchema}, from which it takes at random: each method is a rule, with the sentence as its
 * result. The queries are valid as far as names go. {@code size} bounds how much a query may have; the smaller it is, the simpler
 * the query. For one query.
 */
final class RandomQueries {
    private static final List<String> INT_COMPARISONS = List.of("=", "=", "=", "<=>", "<", ">", "<=", ">=", "!=");
    private static final List<String> AGGREGATES = List.of("count(%s)", "sum(%s)", "min(%s)", "max(%s)", "avg(%s)",
            "count(distinct %s)", "sum(distinct %s)", "group_concat(%s)", "any_value(%s)");

    private final Random random;
    private final List<Table> commonTables = new ArrayList<>();
    private int budget;
    private int names;

    private RandomQueries(Random random, int size) {
        this.random = random;
        this.budget = size;
    }

    /** The query of a seed. */
    static String of(long seed, int size) {
        return new RandomQueries(new Random(seed), size).statement();
    }

    /** A column and whether it is a number. */
    record Column(String name, boolean isNumber) {}

    /** A table of FROM: how it is written, and its columns as they are written behind it. */
    private record Table(String sql, List<Column> columns) {}

    /** A query and its columns. */
    private record Rows(String sql, List<Column> columns) {}

    /** The columns that an expression may have. */
    private record Scope(List<Column> own, List<Column> outer) {
        List<Column> all() {
            return IntStream.range(0, 2).mapToObj(i -> i == 0 ? own : outer).flatMap(List::stream).toList();
        }
    }

    // choices

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    /** True with that chance, as long as something is left to spend. */
    private boolean spend(int percent) {
        if (budget <= 0 || !chance(percent)) {
            return false;
        }
        budget--;
        return true;
    }

    private <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    @SafeVarargs
    private String oneOf(Supplier<String>... rules) {
        return rules[random.nextInt(rules.length)].get();
    }

    private String name(String prefix) {
        names++;
        return prefix + names;
    }

    private String optional(int percent, Supplier<String> rule) {
        return spend(percent) ? rule.get() : "";
    }

    private String list(int most, Supplier<String> rule) {
        return String.join(", ", IntStream.range(0, 1 + random.nextInt(most)).mapToObj(i -> rule.get()).toList());
    }

    // queries

    private String statement() {
        String with = optional(15, this::with);
        String query = spend(15) ? union(1 + random.nextInt(3), List.of()).sql
                : select(1 + random.nextInt(3), List.of(), true).sql;
        return with + query + (with.isEmpty() && chance(3) ? " for update" : "");
    }

    private String with() {
        String name = name("w");
        boolean recursive = chance(25);
        Rows rows = recursive ? recursion(name) : rows(2, List.of());
        commonTables.add(new Table(name, rows.columns));
        return "with " + (recursive ? "recursive " : "") + name + " as (" + rows.sql + ") ";
    }

    private Rows recursion(String name) {
        Rows seed = select(1, List.of(), false);
        Column column = new Column(seed.columns.getFirst().name, true);
        return new Rows("(%s) union all select %s + 1 from %s where %s < 10".formatted(seed.sql, column.name, name,
                column.name), List.of(column));
    }

    private Rows rows(int width, List<Column> outer) {
        return spend(12) ? union(width, outer) : select(width, outer, false);
    }

    private Rows union(int width, List<Column> outer) {
        Rows first = select(width, outer, false);
        StringBuilder sql = new StringBuilder("(" + first.sql + ")");
        int arms = 1 + random.nextInt(2);
        for (int i = 0; i < arms; i++) {
            Rows arm = rows(width, outer);
            sql.append(chance(50) ? " union all (" : " union (").append(arm.sql).append(')');
        }
        if (chance(30)) {
            sql.append(" order by ").append(chance(50) ? "1" : first.columns.getFirst().name);
        }
        return new Rows(sql + limit(20), first.columns);
    }

    /** A SELECT of so many columns, which the query around it finds under names of their own. */
    private Rows select(int width, List<Column> outer, boolean isWhole) {
        List<Table> tables = new ArrayList<>();
        String from = from(tables);
        Scope scope = new Scope(tables.stream().flatMap(table -> table.columns.stream()).toList(), outer);
        String where = optional(80, () -> " where " + predicate(scope, 2));
        String rest = oneOf(() -> plain(width, scope, isWhole), () -> plain(width, scope, isWhole),
                () -> grouped(width, scope), () -> windowed(width, scope));
        String[] parts = rest.split("\\|", 2);
        List<Column> columns = columns(parts[0]);
        return new Rows("select " + parts[0] + from + where + parts[1] + limit(25), columns);
    }

    /** The columns of a select list whose items all have an alias or are stars, {@code n…} being numbers. */
    private static List<Column> columns(String items) {
        List<Column> columns = new ArrayList<>();
        for (String item : items.split(" as ", -1)) {
            String name = item.split("[, ]", 2)[0];
            if (name.matches("[ns]\\d+")) {
                columns.add(new Column(name, name.startsWith("n")));
            }
        }
        return columns;
    }

    private String limit(int percent) {
        return optional(percent, () -> " limit " + oneOf(() -> "3", () -> "2, 5", () -> "0", () -> ":lim"));
    }

    // select lists, with what is behind WHERE

    private String plain(int width, Scope scope, boolean isWhole) {
        if (isWhole && chance(8)) {
            return "*|" + order(List.of(), scope);
        }
        List<String> aliases = new ArrayList<>();
        String items = items(width, aliases, () -> value(scope));
        String distinct = chance(20) ? "distinct " : "";
        return distinct + items + "|" + (distinct.isEmpty() ? order(aliases, scope) : order(aliases));
    }

    private String items(int width, List<String> aliases, Supplier<String> value) {
        List<String> items = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            String expression = value.get();
            String alias = name(expression.startsWith("'") || expression.contains("concat") ? "s" : "n");
            aliases.add(alias);
            items.add(expression + " as " + alias);
        }
        return String.join(", ", items);
    }

    private String grouped(int width, Scope scope) {
        List<String> keys = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            keys.add(chance(80) ? column(scope) : number(scope));
        }
        List<String> aliases = new ArrayList<>();
        String items = items(width, aliases,
                () -> !keys.isEmpty() && chance(50) ? one(keys) : aggregate(scope));
        String groupBy = keys.isEmpty() ? "" : " group by " + String.join(", ", keys);
        String having = optional(30, () -> " having " + oneOf(() -> aggregate(scope) + " > 1",
                () -> one(aliases) + " = 5", () -> "count(*) in (1, 2) or " + aggregate(scope) + " is null"));
        List<String> order = new ArrayList<>(aliases);
        order.addAll(keys);
        order.add("count(*)");
        return items + "|" + groupBy + having + order(order);
    }

    private String aggregate(Scope scope) {
        return oneOf(() -> "count(*)", () -> function(scope), () -> function(scope), () -> function(scope) + " + 1",
                () -> function(scope) + " / count(*)");
    }

    private String function(Scope scope) {
        return one(AGGREGATES).formatted(chance(70) ? column(scope) : number(scope));
    }

    private String windowed(int width, Scope scope) {
        if (!spend(20)) {
            return plain(width, scope, false);
        }
        List<String> aliases = new ArrayList<>();
        String items = items(width, aliases, () -> oneOf(() -> "row_number()", () -> "sum(" + column(scope) + ")")
                + " over (partition by " + column(scope) + " order by " + column(scope) + ")");
        return items + "|" + order(aliases);
    }

    private String order(List<String> aliases, Scope scope) {
        List<String> keys = new ArrayList<>(aliases);
        keys.add(column(scope));
        keys.add(number(scope));
        return order(keys);
    }

    private String order(List<String> keys) {
        return optional(40, () -> " order by " + list(2, () -> one(keys) + (chance(30) ? " desc" : "")));
    }

    // tables

    private String from(List<Table> tables) {
        StringBuilder sql = new StringBuilder(" from ");
        Table first = table();
        tables.add(first);
        sql.append(first.sql);
        while (tables.size() < 5 && spend(45)) {
            Table next = table();
            List<Column> both = IntStream.range(0, 2)
                    .mapToObj(i -> i == 0 ? one(tables).columns : next.columns).flatMap(List::stream).toList();
            sql.append(join(next, new Scope(both, List.of()), one(one(tables).columns).name, tables.size()));
            tables.add(next);
        }
        return sql.toString();
    }

    private String join(Table next, Scope both, String left, int size) {
        String on = " on " + (chance(70) ? left + " = " + one(next.columns).name : predicate(both, 1));
        return switch (random.nextInt(10)) {
            case 0, 1 -> size == 1 ? ", " + next.sql : " join " + next.sql;
            case 2, 3, 4 -> " join " + next.sql + on;
            case 5, 6 -> " left join " + next.sql + on;
            case 7 -> " right join " + next.sql + on;
            case 8 -> " straight_join " + next.sql + on;
            default -> chance(20) ? " natural join " + next.sql : " join " + next.sql + " using (id)";
        };
    }

    private Table table() {
        if (spend(15)) {
            Rows rows = rows(1 + random.nextInt(2), List.of());
            String alias = name("d");
            return new Table("(" + rows.sql + ") as " + alias, qualified(rows.columns, alias));
        }
        String alias = name("t");
        if (!commonTables.isEmpty() && chance(40)) {
            Table common = one(commonTables);
            return new Table(common.sql + " as " + alias, qualified(common.columns, alias));
        }
        SampleSchema.Sample sample = one(SampleSchema.TABLES);
        return new Table(sample.name() + " as " + alias, qualified(sample.columns(), alias));
    }

    private static List<Column> qualified(List<Column> columns, String alias) {
        return columns.stream().map(column -> new Column(alias + "." + column.name, column.isNumber)).toList();
    }

    // values

    private String column(Scope scope) {
        return one(scope.own).name;
    }

    private String columnOfAny(Scope scope) {
        return scope.outer.isEmpty() || chance(70) ? column(scope) : one(scope.outer).name;
    }

    private String value(Scope scope) {
        return chance(60) ? column(scope) : chance(80) ? number(scope) : text(scope);
    }

    private String number(Scope scope) {
        return oneOf(() -> columnOfAny(scope) + " + 1", () -> columnOfAny(scope) + " * " + columnOfAny(scope),
                () -> "7", () -> ":v", () -> "null", () -> "coalesce(" + columnOfAny(scope) + ", 0)",
                () -> "case when " + predicate(scope, 0) + " then 1 else " + columnOfAny(scope) + " end",
                () -> spend(50) ? "(" + subquery(scope) + ")" : "length(" + columnOfAny(scope) + ")");
    }

    private String text(Scope scope) {
        return oneOf(() -> "'abc'", () -> "concat(" + columnOfAny(scope) + ", 'x')",
                () -> "concat(" + columnOfAny(scope) + ", " + columnOfAny(scope) + ")");
    }

    /** A query of one column. */
    private String subquery(Scope scope) {
        return rows(1, scope.all()).sql;
    }

    // predicates

    private String predicate(Scope scope, int depth) {
        if (depth > 0 && spend(50)) {
            return oneOf(() -> predicate(scope, depth - 1) + " and " + predicate(scope, depth - 1),
                    () -> predicate(scope, depth - 1) + " and " + predicate(scope, depth - 1),
                    () -> "(" + predicate(scope, depth - 1) + " or " + predicate(scope, depth - 1) + ")",
                    () -> "not (" + predicate(scope, depth - 1) + ")");
        }
        return spend(15) ? withSubquery(scope) : comparison(scope);
    }

    private String comparison(Scope scope) {
        String left = columnOfAny(scope);
        return oneOf(() -> left + " " + one(INT_COMPARISONS) + " " + literal(),
                () -> left + " " + one(INT_COMPARISONS) + " " + literal(),
                () -> left + " " + one(INT_COMPARISONS) + " " + columnOfAny(scope),
                () -> left + " = " + number(scope),
                () -> left + (chance(30) ? " not" : "") + " in (" + list(3, this::literal) + ")",
                () -> left + " in ::list",
                () -> left + (chance(20) ? " not" : "") + " between 1 and 5",
                () -> left + (chance(20) ? " not" : "") + " like 'ab%'",
                () -> left + (chance(50) ? " is null" : " is not null"),
                () -> "(" + left + ", " + columnOfAny(scope) + ") in ((1, 2), (" + literal()
                        + ", 4))",
                () -> "(" + left + ", " + columnOfAny(scope) + ") = (1, 'a')",
                () -> oneOf(() -> "true", () -> "false", () -> "1 = 1", () -> "null"));
    }

    private String literal() {
        return oneOf(() -> "1", () -> "5", () -> "'ab'", () -> ":v", () -> "null", () -> "1 + 1", () -> "-3");
    }

    private String withSubquery(Scope scope) {
        String left = columnOfAny(scope);
        String not = chance(30) ? "not " : "";
        return oneOf(() -> not + "exists (" + subquery(scope) + ")",
                () -> left + " " + not + "in (" + subquery(scope) + ")",
                () -> left + " " + one(INT_COMPARISONS) + " (" + subquery(scope) + ")");
    }
}
