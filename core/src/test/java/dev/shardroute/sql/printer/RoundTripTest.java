package dev.shardroute.sql.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.shardroute.error.ShardrouteException;
import dev.shardroute.sql.Corpus;
import dev.shardroute.sql.Sql;
import dev.shardroute.sql.SqlParser;
import dev.shardroute.sql.Trees;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expressions;
import dev.shardroute.sql.ast.Node;
import dev.shardroute.sql.ast.Nodes;
import dev.shardroute.sql.ast.Statement;
import dev.shardroute.sql.ast.TableExpression;
import java.util.HashSet;
import java.util.List;
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

    @Test
    void corpus_isParsedAsItWas() {
        for (String input : Corpus.valid()) {
            for (Statement tree : statements(input)) {
                String sql = SqlPrinter.print(tree);
                assertEquals(tree, Sql.statement(sql), sql);
                assertEquals(sql, Sql.canonical(sql));
            }
        }
    }

    /** A few rows of the corpus are refused; the ledger has their reasons. */
    private static List<Statement> statements(String input) {
        try {
            return new SqlParser().parseAll(input);
        } catch (ShardrouteException refused) {
            return List.of();
        }
    }

    @Property
    void rewrittenExpression_isParsedAsItWas(@ForAll long seed) {
        Expression tree = new Trees(seed).expression();
        Expression copy =
                Expressions.rewrite(tree, part -> part instanceof Expression.Null ? new Expression.Null() : part);
        assertEquals(tree, copy);
        assertEquals(SqlPrinter.print(tree), SqlPrinter.print(copy));
    }

    @Property
    void rewrittenStatement_isWhatItWas(@ForAll long seed) {
        Statement tree = new Trees(seed).statement();
        assertSame(tree, Nodes.rewrite(tree, node -> node));
        Statement copy = Nodes.rewrite(tree, node -> node instanceof Expression.Null ? new Expression.Null() : node);
        assertEquals(tree, copy);
    }

    /** Bound columns and offsets are made by the planner. */
    @Test
    void everyKindOfNode_isGenerated() {
        Set<Class<?>> kinds = new HashSet<>(
                Set.of(Expression.BoundColumn.class, TableExpression.Bound.class, Expression.Offset.class));
        for (long seed = 0; seed < 6000; seed++) {
            Nodes.forEach(new Trees(seed).statement(), node -> kinds.add(node.getClass()));
        }
        assertEquals(Set.of(), difference(leaves(Node.class), kinds));
    }

    private static Set<Class<?>> difference(Set<Class<?>> all, Set<Class<?>> found) {
        Set<Class<?>> missing = new HashSet<>(all);
        missing.removeAll(found);
        return missing;
    }

    private static Set<Class<?>> leaves(Class<?> kind) {
        if (!kind.isSealed()) {
            return Set.of(kind);
        }
        Set<Class<?>> leaves = new HashSet<>();
        for (Class<?> permitted : kind.getPermittedSubclasses()) {
            leaves.addAll(leaves(permitted));
        }
        return leaves;
    }
}
