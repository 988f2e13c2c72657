package dev.shardroute.sql;

import dev.shardroute.sql.ast.Assignment;
import dev.shardroute.sql.ast.Delete;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.Scope;
import dev.shardroute.sql.ast.Expression.SystemVariable;
import dev.shardroute.sql.ast.Expression.UserVariable;
import dev.shardroute.sql.ast.Insert;
import dev.shardroute.sql.ast.InsertSource;
import dev.shardroute.sql.ast.Limit;
import dev.shardroute.sql.ast.OrderItem;
import dev.shardroute.sql.ast.RowAlias;
import dev.shardroute.sql.ast.SetVariables;
import dev.shardroute.sql.ast.SetVariables.Setting;
import dev.shardroute.sql.ast.Statement;
import dev.shardroute.sql.ast.TableExpression;
import dev.shardroute.sql.ast.Update;
import dev.shardroute.sql.ast.Use;
import dev.shardroute.type.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Random statements as the parser could have made them. */
public final class Trees {
    private static final List<String> COMMENTS =
            List.of("/* a */", "/*vt+ B=1 */", "/**/", "# c\n", "-- d\n", "--\n", "/*+ e */");
    private static final List<String> VARIABLES =
            List.of("x", "Sql_Mode", "key", "1a", "naïve", "transaction_isolation");

    private final Random random;
    private final ExpressionTrees expressions;
    private final QueryTrees queries;

    /** The trees that follow from {@code seed}. */
    public Trees(long seed) {
        this.random = new Random(seed);
        this.expressions = new ExpressionTrees(random);
        this.queries = new QueryTrees(random, expressions, this::comments);
        expressions.nest(queries::any);
    }

    /** An expression. */
    public Expression expression() {
        return expressions.any();
    }

    /** A statement. */
    public Statement statement() {
        return switch (random.nextInt(11)) {
            case 0, 1, 2, 3 -> rows();
            case 4 -> new SetVariables(comments(), list(1, this::setting));
            case 5 -> new Use(expressions.name());
            case 10 -> new DdlTrees(random, expressions, this::comments, queries::any).any();
            case 6 -> new VitessTrees(random, expressions, this::comments, this::rows).any();
            default -> new SessionTrees(random, expressions, this::comments, this::rows).any();
        };
    }

    /** A query, or a change of rows. */
    private Statement rows() {
        return switch (random.nextInt(4)) {
            case 0 -> queries.statement();
            case 1 -> insert();
            case 2 -> update();
            default -> delete();
        };
    }

    /** REPLACE has neither IGNORE nor an alias of its rows. */
    private Insert insert() {
        boolean replace = flag();
        List<Assignment> onDuplicate = replace ? List.of() : list(0, this::assignment);
        InsertSource source = random.nextInt(3) == 0
                ? new InsertSource.FromQuery(queries.any())
                : new InsertSource.Rows(list(1, () -> list(0, this::valueOrDefault)));
        boolean isAliased = !replace && source instanceof InsertSource.Rows && flag();
        RowAlias alias = isAliased ? new RowAlias(expressions.name(), list(0, expressions::name)) : null;
        return new Insert(comments(), replace, !replace && flag(), expressions.table(),
                flag() ? List.of() : list(1, expressions::name), list(0, expressions::name), source, alias,
                onDuplicate);
    }

    /** Only an UPDATE of one table has an order and a limit. */
    private Update update() {
        List<TableExpression> targets = flag() ? tables().list() : List.of(tables().table());
        boolean isSingle = targets.size() == 1 && targets.getFirst() instanceof TableExpression.Table;
        return new Update(queries.with(), comments(), flag(), targets, list(1, this::assignment),
                optional(expressions::any), isSingle ? orderBy() : List.of(), isSingle ? rowCount() : null);
    }

    private Delete delete() {
        return flag()
                ? new Delete(queries.with(), comments(), flag(), List.of(), List.of(withoutHints(tables().table())),
                        optional(expressions::any), orderBy(), rowCount())
                : new Delete(queries.with(), comments(), flag(), list(1, expressions::table), several(),
                        optional(expressions::any), List.of(), null);
    }

    private List<TableExpression> several() {
        List<TableExpression> several = new ArrayList<>(tables().list());
        several.add(tables().table());
        return several;
    }

    /** A DELETE of one table has no index hints. */
    private static TableExpression.Table withoutHints(TableExpression.Table table) {
        return new TableExpression.Table(table.name(), table.partitions(), table.alias(), List.of());
    }

    private TableTrees tables() {
        return new TableTrees(random, expressions, queries::any);
    }

    private Setting setting() {
        return switch (random.nextInt(6)) {
            case 0 -> new Setting.Variable(new UserVariable(expressions.name()), expressions.any());
            case 1 -> new Setting.Names(string(), flag() ? null : string());
            case 2 -> new Setting.CharacterSet(flag() ? new Expression.Default(null) : string());
            default -> new Setting.Variable(variable(), valueOrDefault());
        };
    }

    /** Of the session's variables the parser gives a scope to those of the transaction only. */
    private SystemVariable variable() {
        String name = expressions.of(VARIABLES);
        Scope scope = expressions.of(List.of(Scope.values()));
        boolean isPlain = scope == Scope.SESSION && !name.equals("transaction_isolation");
        return new SystemVariable(isPlain ? Scope.NONE : scope, name);
    }

    private Expression string() {
        return new Expression.Literal(Value.of(expressions.name()));
    }

    private Assignment assignment() {
        return new Assignment(expressions.column(), valueOrDefault());
    }

    private Expression valueOrDefault() {
        return random.nextInt(5) == 0 ? new Expression.Default(null) : expressions.any();
    }

    private List<OrderItem> orderBy() {
        return list(0, () -> new OrderItem(expressions.any(), flag()));
    }

    private @Nullable Limit rowCount() {
        return optional(() -> new Limit(null, limitValue()));
    }

    private Expression limitValue() {
        return flag() ? new Expression.Literal(Value.of(random.nextInt(100))) : new Expression.Variable("n");
    }

    private List<String> comments() {
        return random.nextInt(4) == 0 ? list(1, () -> expressions.of(COMMENTS)) : List.of();
    }

    private boolean flag() {
        return random.nextBoolean();
    }

    private <T> @Nullable T optional(Supplier<? extends @Nullable T> supplier) {
        return flag() ? null : supplier.get();
    }

    private <T> List<T> list(int least, Supplier<T> supplier) {
        return expressions.list(least, supplier);
    }
}
