package dev.shardroute.cli.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shardroute.cli.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServeConfigReaderTest {
    private static final String GOOD = """
            {"vschema": "vschema.json", "listen": {"port": 0}, "users": {"app": {"password_file": "password"}},
             "pool": {"size": 2},
             "shards": [{"keyspace": "ks", "shard": "0", "host": "localhost", "port": 3307, "database": "d", "user": "u",
                         "password_file": "password"}]}
            """;

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void writeFiles() throws IOException {
        Files.writeString(folder.resolve("vschema.json"), "{\"keyspaces\": {\"ks\": {}}}");
        Files.writeString(folder.resolve("password"), "secret\n");
    }

    @Test
    void config_thatIsGood_isRead() throws IOException {
        ServeConfig config = read(GOOD);
        assertEquals(2, config.pool().poolSize());
        assertEquals(List.of("u@localhost:3307/d"), config.shards().values().stream().map(Object::toString).toList());
        assertEquals("secret", config.shards().values().iterator().next().password());
    }

    @Test
    void sample_isRead() {
        ServeConfig config = ServeConfigReader.read(sample());
        assertEquals(List.of("commerce/0", "customer/-80", "customer/80-"),
                config.shards().keySet().stream().map(Object::toString).toList());
        assertEquals(15306, config.server().port());
    }

    private static Path sample() {
        Path root = Path.of("").toAbsolutePath();
        while (root != null && !Files.exists(root.resolve("docs/samples"))) {
            root = root.getParent();
        }
        return Path.of(String.valueOf(root), "docs/samples/gateway/gateway.json");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            "listen"              | "listne"             | listne: this key is not known; known are
            "port": 0             | "prot": 0            | listen.prot: this key is not known
            "port": 0             | "port": 70000        | listen: SR07001: port: must be from 0 to 65535
            "port": 0             | "port": "a"          | listen.port: a whole number is needed
            {"port": 0}           | {}                   | listen.port: this key is missing
            "size": 2             | "size": 0            | pool: SR07001: poolSize: 0 is not between 1 and 10000
            "host": "localhost"   | "host": ""           | shards[0].host: a text is needed
            "host": "localhost",  | ~ ~                  | shards[0].host: this key is missing
            "port": 3307          | "port": 0            | shards[0]: SR07001: port: 0 is not between 1 and 65535
            "shard": "0"          | "shard": "a-b"       | shards[0].shard: SR03001: 'a' is not a valid keyspace id
            "shard": "0"          | "shard": "-80"       | shards: SR03002: the shards of keyspace 'ks' do not cover
            "keyspace": "ks"      | "keyspace": "other"  | shards: the VSchema has no keyspace 'other'
            {"app": {"password_file": "password"}} | {"app": {}} | users.app.password_file: this key is missing
            "password_file": "password"}} | "password_file": "nowhere"}} | nowhere: there is no such file
            """)
    void config_thatIsWrong_isRefusedByItsKey(String good, String bad, String message) throws IOException {
        String json = GOOD.replace(good, bad);
        InputException error = assertThrows(InputException.class, () -> read(json));
        assertTrue(error.getMessage().contains(message), error.getMessage());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"keyspaces": {"ks": {"shardde": true}}} | this key is not known; did you mean 'sharded'?
            {"keyspaces": {"ks": {"sharded": true, "vindexes": {"h": {"type": "hsah"}}}}} | vindex type 'hsah' is not known
            {"keyspaces": {"ks": {"sharded": true, "tables": {"t": {}}}}} | primary vindex
            """)
    void vschema_thatIsWrong_isRefused(String vschema, String message) throws IOException {
        Files.writeString(folder.resolve("vschema.json"), vschema);
        InputException error = assertThrows(InputException.class, () -> read(GOOD));
        assertTrue(error.getMessage().contains(message), error.getMessage());
    }

    private ServeConfig read(String json) throws IOException {
        return ServeConfigReader.read(Files.writeString(folder.resolve("gateway.json"), json));
    }
}
