package dev.shardroute.sql.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.shardroute.sql.Sql;
import dev.shardroute.sql.Trees;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expressions;
import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.ast.Select;
import dev.shardroute.sql.ast.SpecialForm;
import dev.shardroute.sql.ast.Statement;
import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What is printed and parsed is the same tree again. */
final class RoundTripTest {
    @Property(tries = 5000)
    void expression_isParsedAsItWas(@ForAll long seed) {
        Expression tree = new Trees(seed).expression();
        String sql = SqlPrinter.print(tree);
        assertEquals(tree, Sql.expression(sql), sql);
        assertEquals(tree.hashCode(), Sql.expression(sql).hashCode(), sql);
        assertEquals(sql, Sql.canonicalExpression(sql));
    }

    @Property(tries = 5000)
    void statement_isParsedAsItWas(@ForAll long seed) {
        Statement tree = new Trees(seed).statement();
        String sql = SqlPrinter.print(tree);
        assertEquals(tree, Sql.statement(sql), sql);
        assertEquals(sql, Sql.canonical(sql));
    }

    @Property
    void rewrittenExpression_isParsedAsItWas(@ForAll long seed) {
        Expression tree = new Trees(seed).expression();
        Expression copy =
                Expressions.rewrite(tree, part -> part instanceof Expression.Null ? new Expression.Null() : part);
        assertEquals(tree, copy);
        assertEquals(SqlPrinter.print(tree), SqlPrinter.print(copy));
    }

    /** A bound column is made by semantic analysis. */
    @Test
    void everyKindOfExpression_isGenerated() {
        Set<Class<?>> kinds = new HashSet<>(Set.of(Expression.BoundColumn.class));
        for (long seed = 0; seed < 2000; seed++) {
            Expressions.anyMatch(new Trees(seed).expression(), part -> {
                kinds.add(part.getClass());
                return false;
            });
        }
        Set<Class<?>> expected = new HashSet<>(Set.of(Expression.class.getPermittedSubclasses()));
        expected.remove(SpecialForm.class);
        expected.addAll(Set.of(SpecialForm.class.getPermittedSubclasses()));
        assertEquals(expected, kinds);
    }

    @Test
    void everyKindOfStatement_isGenerated() {
        Set<Class<?>> kinds = new HashSet<>();
        for (long seed = 0; seed < 1000; seed++) {
            Statement statement = new Trees(seed).statement();
            kinds.add(statement instanceof Select ? Query.class : statement.getClass());
        }
        assertEquals(Set.of(Statement.class.getPermittedSubclasses()), kinds);
    }
}
