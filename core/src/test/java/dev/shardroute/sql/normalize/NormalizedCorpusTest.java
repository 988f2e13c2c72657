package dev.shardroute.sql.normalize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shardroute.error.ShardrouteException;
import dev.shardroute.sql.Sql;
import dev.shardroute.sql.ast.Expression.AssignVariable;
import dev.shardroute.sql.ast.Expression.Literal;
import dev.shardroute.sql.ast.Expression.Variable;
import dev.shardroute.sql.ast.Node;
import dev.shardroute.sql.ast.Nodes;
import dev.shardroute.sql.ast.Statement;
import dev.shardroute.sql.printer.SqlPrinter;
import dev.shardroute.testing.Conformance;
import dev.shardroute.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Laws of the normalizer, for every statement of the corpus but those with {@code :=}, which it refuses. */
final class NormalizedCorpusTest {
    @Test
    void normalizedStatements_canBeParsed() {
        check(statement -> Sql.statement(SqlPrinter.print(normalized(statement))));
    }

    /** Where the type of a variable is a cast, its value does not come back as the literal that it was. */
    @Test
    void literalsPutBack_giveTheStatement() {
        check(statement -> {
            Set<String> variables = BindVariables.namesIn(statement);
            if (variables.isEmpty() && !Nodes.anyMatch(statement, NormalizedCorpusTest::isTemporal)) {
                ParameterizeLiterals literals = new ParameterizeLiterals(new BindNames("bv", variables));
                Node converted = withoutTypes(literals.convert(statement));
                String inlined = SqlPrinter.template(converted).inline(literals.binds());
                assertEquals(canonical(SqlPrinter.print(statement)), canonical(inlined));
            }
        });
    }

    @Test
    void normalizedTwice_isNormalizedOnce() {
        check(statement -> assertEquals(normalized(statement), normalized(normalized(statement))));
    }

    private static Statement normalized(Statement statement) {
        return new Normalizer().normalize(statement).statement();
    }

    private static boolean isTemporal(Node node) {
        return node instanceof Literal(var value) && value.type().kind() == Type.Kind.TEMPORAL;
    }

    private static Node withoutTypes(Node tree) {
        return Nodes.rewrite(tree, node -> node instanceof Variable(var name, var type) ? new Variable(name) : node);
    }

    /** Hexadecimal digits are the only ones whose case changes. */
    private static String canonical(String sql) {
        return Sql.canonical(sql).toLowerCase(Locale.ROOT);
    }

    private interface Law {
        void check(Statement statement);
    }

    private static void check(Law law) {
        List<String> broken = new ArrayList<>();
        corpus().forEach(sql -> {
            try {
                Statement statement = Sql.statement(sql);
                if (!Nodes.anyMatch(statement, node -> node instanceof AssignVariable)) {
                    law.check(statement);
                }
            } catch (ShardrouteException | AssertionError e) {
                broken.add(sql + "\n  " + e.getMessage());
            }
        });
        assertTrue(broken.isEmpty(), () -> broken.size() + " break it:\n" + String.join("\n", broken));
    }

    private static Stream<String> corpus() {
        List<String> inputs = new ArrayList<>();
        for (String file : List.of("sql/valid.json", "sql/mysql-suite.json")) {
            Conformance.json(file).forEach(row -> inputs.add(row.path("input").textValue()));
        }
        return inputs.stream().filter(NormalizedCorpusTest::isAccepted);
    }

    private static boolean isAccepted(String sql) {
        try {
            Sql.statement(sql);
            return true;
        } catch (ShardrouteException refused) {
            return false;
        }
    }
}
