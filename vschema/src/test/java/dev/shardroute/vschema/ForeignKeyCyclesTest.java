package dev.shardroute.vschema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which foreign keys come back to where they begin. Each case is the key of t1, and behind the bar the key of t2. */
final class ForeignKeyCyclesTest {
    @ParameterizedTest
    @ValueSource(strings = {
        "(b) references t2 (e) on delete set null|(e) references t1 (b) on update cascade",
        "(b) references t2 (e) on delete cascade|(f) references t1 (a) on delete cascade",
        "(b) references t2 (e) on update set null|(e, f) references t1 (b, c) on delete set null",
        "(B) references t2 (E) on delete set null|(e) references t1 (b) on delete set default",
        "(b) references t1 (a) on delete cascade|",
        "(a) references t1 (a) on update cascade|",
    })
    void change_thatComesBack_isACycle(String keys) {
        VSchema vschema = vschema(keys, "managed");
        assertEquals(ErrorCode.VT09019, vschema.keyspace("ks").problem().orElseThrow().code());
        assertCode(ErrorCode.VT09019, vschema, "ks");
        assertEquals("other", vschema.findTable(Optional.of("other"), "x").keyspace());
        assertTrue(vschema.findings().getFirst().toString()
                .startsWith("$.keyspaces.ks: VT09019: keyspace 'ks' has cyclic"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "|",
        "(b) references t2 (e)|(e) references t1 (b)",
        "(b) references t2 (e) on delete restrict on update no action|(e) references t1 (b) on update cascade",
        "(b) references t2 (e) on delete set null|(f) references t1 (a) on delete set null",
        "(b) references t1 (a) on delete set null|",
        "(b) references t2 (e) on delete cascade|",
    })
    void change_thatComesToAnEnd_isNone(String keys) {
        assertEquals(Optional.empty(), vschema(keys, "managed").keyspace("ks").problem());
    }

    @ParameterizedTest
    @ValueSource(strings = {"unmanaged", "disallow"})
    void cycle_isNoMatter_whereForeignKeysAreNotManaged(String mode) {
        assertEquals(Optional.empty(),
                vschema("(a) references t1 (a) on update cascade|", mode).keyspace("ks").problem());
    }

    @Test
    void cycle_isNamed() {
        VSchema vschema = vschema("(b) references t2 (e) on delete set null|(e) references t1 (b) on update cascade",
                "managed");
        assertEquals("keyspace 'ks' has cyclic foreign keys: ks.t2.e -> ks.t1.b -> ks.t2.e",
                vschema.keyspace("ks").problem().orElseThrow().message().replace(
                        "ks.t1.b -> ks.t2.e -> ks.t1.b", "ks.t2.e -> ks.t1.b -> ks.t2.e"));
    }

    @Test
    void chain_thatIsLong_isFollowed() {
        StringBuilder ddl = new StringBuilder("create table t0 (a int primary key);");
        for (int i = 1; i <= 5_000; i++) {
            ddl.append("create table t%d (a int primary key, foreign key (a) references t%d (a) on update cascade);"
                    .formatted(i, i - 1));
        }
        assertEquals(Optional.empty(), vschema(ddl.toString()).keyspace("ks").problem());
        ddl.append("drop table t0; create table t0 (a int primary key, "
                + "foreign key (a) references t5000 (a) on update cascade);");
        assertTrue(vschema(ddl.toString()).keyspace("ks").problem().isPresent());
    }

    private static VSchema vschema(String ddl) {
        return VSchema.parse("{\"keyspaces\": {\"ks\": {\"foreign_key_mode\": \"managed\"}}}")
                .withFacts(SchemaFacts.ofDdl("ks", ddl));
    }

    private static VSchema vschema(String keys, String mode) {
        String first = keys.substring(0, keys.indexOf('|'));
        String second = keys.substring(keys.indexOf('|') + 1);
        String ddl = "create table t1 (a int, b int, c int" + key(first) + ");"
                + "create table t2 (d int, e int, f int" + key(second) + ")";
        return VSchema.parse("{\"keyspaces\": {\"ks\": {\"foreign_key_mode\": \"" + mode + "\"}, \"other\": {}}}")
                .withFacts(SchemaFacts.ofDdl("ks", ddl));
    }

    private static String key(String key) {
        return key.isEmpty() ? "" : ", foreign key " + key;
    }

    private static void assertCode(ErrorCode code, VSchema vschema, String keyspace) {
        assertEquals(code, assertThrows(ShardrouteException.class,
                () -> vschema.findTable(Optional.of(keyspace), "t1")).code());
    }
}
