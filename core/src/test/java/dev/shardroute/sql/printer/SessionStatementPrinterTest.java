package dev.shardroute.sql.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.shardroute.sql.Sql;
import dev.shardroute.sql.Trees;
import dev.shardroute.sql.ast.Ddl;
import dev.shardroute.sql.ast.Delete;
import dev.shardroute.sql.ast.Insert;
import dev.shardroute.sql.ast.Nodes;
import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.ast.Statement;
import dev.shardroute.sql.ast.Update;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** That they are parsed as they were, {@link RoundTripTest} has. */
final class SessionStatementPrinterTest {
    private static final Set<Class<?>> OTHERS =
            Set.of(Query.class, Insert.class, Update.class, Delete.class, Ddl.class);

    @Test
    void everyKindOfSessionStatement_isGenerated() {
        Set<Class<?>> kinds = new HashSet<>();
        for (long seed = 0; seed < 5000; seed++) {
            kinds.add(new Trees(seed).statement().getClass());
        }
        Set<Class<?>> missing = Stream.of(Statement.class.getPermittedSubclasses())
                .filter(kind -> !OTHERS.contains(kind)).flatMap(SessionStatementPrinterTest::leaves)
                .filter(kind -> !kinds.contains(kind)).collect(Collectors.toSet());
        assertEquals(Set.of(), missing);
    }

    private static Stream<Class<?>> leaves(Class<?> kind) {
        return kind.isSealed() ? Stream.of(kind.getPermittedSubclasses()).flatMap(SessionStatementPrinterTest::leaves)
                : Stream.of(kind);
    }

    @Test
    void unchangedStatement_isShared() {
        for (long seed = 0; seed < 2000; seed++) {
            Statement tree = new Trees(seed).statement();
            assertSame(tree, Nodes.rewrite(tree, part -> part));
        }
    }

    @Test
    void statementsInStatements_arePrinted() {
        assertEquals("explain format = tree select 1 from dual", Sql.canonical("desc format=tree select 1"));
        assertEquals("vexplain plan select 1 from dual", Sql.canonical("vexplain select 1"));
    }
}
