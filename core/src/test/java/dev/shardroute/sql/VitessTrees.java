package dev.shardroute.sql;

import dev.shardroute.sql.ast.AlterVschema;
import dev.shardroute.sql.ast.AlterVschema.Parameter;
import dev.shardroute.sql.ast.AlterVschema.VindexDefinition;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.Literal;
import dev.shardroute.sql.ast.Limit;
import dev.shardroute.sql.ast.SelectItem;
import dev.shardroute.sql.ast.Statement;
import dev.shardroute.sql.ast.TableName;
import dev.shardroute.sql.ast.VitessStatement.AlterMigration;
import dev.shardroute.sql.ast.VitessStatement.MigrationOption;
import dev.shardroute.sql.ast.VitessStatement.RevertMigration;
import dev.shardroute.sql.ast.VitessStatement.Stream;
import dev.shardroute.sql.ast.VitessStatement.Vexplain;
import dev.shardroute.sql.ast.VitessStatement.VexplainType;
import dev.shardroute.sql.ast.VitessStatement.Vstream;
import dev.shardroute.type.Type;
import dev.shardroute.type.Value;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Random statements that Vitess has and MySQL has not, as the parser could have made them. */
final class VitessTrees {
    private final Random random;
    private final ExpressionTrees expressions;
    private final Supplier<List<String>> comments;
    private final Supplier<Statement> rows;

    /** {@code rows} makes what VEXPLAIN takes. */
    VitessTrees(Random random, ExpressionTrees expressions, Supplier<List<String>> comments,
            Supplier<Statement> rows) {
        this.random = random;
        this.expressions = expressions;
        this.comments = comments;
        this.rows = rows;
    }

    Statement any() {
        return switch (random.nextInt(6)) {
            case 0 -> new Vexplain(comments.get(), expressions.of(List.of(VexplainType.values())), rows.get());
            case 1 -> new Stream(comments.get(), new SelectItem.Star(null), expressions.table());
            case 2 -> new Vstream(comments.get(), new SelectItem.Item(expressions.any(), expressions.name()),
                    expressions.table(), expressions.any(),
                    new Limit(random.nextBoolean() ? null : number(), number()));
            case 3 -> migration();
            case 4 -> new RevertMigration(comments.get(), expressions.name());
            default -> vschema();
        };
    }

    private Statement migration() {
        return switch (random.nextInt(5)) {
            case 0 -> new AlterMigration(expressions.name(), "retry", List.of());
            case 1 -> new AlterMigration(expressions.name(), "launch", List.of(option("vitess_shards")));
            case 2 -> new AlterMigration(null, "postpone complete", List.of());
            case 3 -> new AlterMigration(null, "throttle", List.of(option("expire"),
                    new MigrationOption("ratio", new Literal(Value.of(Type.DECIMAL, "0.7")))));
            default -> new AlterMigration(expressions.name(), "cutover_threshold", List.of(option("")));
        };
    }

    private MigrationOption option(String name) {
        return new MigrationOption(name, new Literal(Value.of(expressions.name())));
    }

    private Statement vschema() {
        TableName name = expressions.table();
        return switch (random.nextInt(10)) {
            case 0 -> new AlterVschema.CreateVindex(name, definition());
            case 1 -> new AlterVschema.DropVindex(name);
            case 2 -> new AlterVschema.AddTable(name);
            case 3 -> new AlterVschema.DropTable(name);
            case 4 -> new AlterVschema.AddColumnVindex(name, expressions.name(),
                    expressions.list(1, expressions::name), definition());
            case 5 -> new AlterVschema.DropColumnVindex(name, expressions.name());
            case 6 -> new AlterVschema.AddSequence(name);
            case 7 -> new AlterVschema.DropSequence(name);
            case 8 -> new AlterVschema.AddAutoIncrement(name, expressions.name(), expressions.table());
            default -> new AlterVschema.DropAutoIncrement(name);
        };
    }

    private VindexDefinition definition() {
        return new VindexDefinition(random.nextBoolean() ? null : expressions.name(),
                expressions.list(0, this::parameter));
    }

    private Parameter parameter() {
        String value = random.nextInt(4) == 0 ? "123" : expressions.name();
        return new Parameter(random.nextInt(4) == 0 ? "12" : expressions.name(), value, random.nextBoolean());
    }

    private Expression number() {
        return new Literal(Value.of(random.nextInt(100)));
    }
}
