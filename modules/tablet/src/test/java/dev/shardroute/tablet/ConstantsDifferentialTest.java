package dev.shardroute.tablet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shardroute.error.ShardrouteException;
import dev.shardroute.executor.ShardConnection;
import dev.shardroute.key.ShardName;
import dev.shardroute.key.TabletType;
import dev.shardroute.sql.SqlParser;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.function.Constants;
import dev.shardroute.topo.Shard;
import dev.shardroute.type.ResultStream;
import dev.shardroute.type.Results;
import dev.shardroute.type.Type;
import dev.shardroute.type.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Constants folded by us and computed by a server. */
@ExtendWith(MariaDb.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ConstantsDifferentialTest {
    private static final int EXPRESSIONS = 10_000;
    private static final Shard SHARD = new Shard("ks", ShardName.parse("0"));
    private static final SqlParser PARSER = new SqlParser();

    private final TabletPools pools;

    ConstantsDifferentialTest(MariaDbServer server) {
        this.pools = TabletPools.builder().options(MariaDbServer.patient().build())
                .backend(SHARD, TabletType.PRIMARY, server.config()).build();
    }

    @AfterAll
    void closePools() {
        pools.close();
    }

    @Test
    void fold_isWhatTheServerComputes() {
        RandomConstants constants = new RandomConstants(new Random(1));
        List<String> differences = new ArrayList<>();
        int same = 0;
        try (ShardConnection connection = pools.lease(SHARD, TabletType.PRIMARY)) {
            for (int i = 0; i < EXPRESSIONS; i++) {
                String sql = constants.expression(1 + i % 3);
                Expression expression = PARSER.parseExpression(sql);
                Optional<Value> ours = Constants.fold(expression);
                if (ours.isPresent()) {
                    String theirs = select(connection, sql);
                    boolean isSame = isSame(connection, sql, ours.get(), theirs);
                    same += isSame ? 1 : 0;
                    if (!isSame && !KnownDifference.explains(expression)) {
                        differences.add(sql + ": " + ours.get() + ", the server says " + theirs);
                    }
                }
            }
        }
        assertEquals(List.of(), differences);
        assertTrue(same > EXPRESSIONS / 2, "too few expressions are folded: " + same);
    }

    /** Doubles and times are printed with more or fewer digits by what they were made of: the server compares them. */
    private static boolean isSame(ShardConnection connection, String sql, Value ours, String theirs) {
        if (text(ours).equals(theirs)) {
            return true;
        }
        String literal = switch (ours.type()) {
            case FLOAT64 -> ours.text() + (ours.text().contains("e") ? "" : "e0");
            case TIME -> "time'" + ours.text() + "'";
            case DATETIME -> "timestamp'" + ours.text() + "'";
            default -> "";
        };
        return !literal.isEmpty() && select(connection, "(" + sql + ") <=> " + literal).equals("1");
    }

    private static String select(ShardConnection connection, String sql) {
        try (ResultStream result = connection.execute("select " + sql)) {
            return text(Results.drain(result).getFirst().values().getFirst());
        } catch (ShardrouteException e) {
            return e.getMessage();
        }
    }

    private static String text(Value value) {
        byte[] bytes = value.type() == Type.BITNUM || value.type() == Type.HEXNUM || value.type() == Type.HEXVAL
                ? value.rawBytes()
                : value.bytes();
        return value.isNull() ? "NULL" : new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
