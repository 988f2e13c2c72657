package dev.shardroute.topo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import dev.shardroute.topo.contract.TopologyContract;
import dev.shardroute.topo.contract.TopologyUnderTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FileTopologyTest extends TopologyContract {
    @TempDir
    private Path folder = Path.of("");

    @Override
    protected TopologyUnderTest open(TopologySnapshot content) {
        Path file = write(folder, TopologyJson.print(content));
        return new Subject(folder, Topologies.file(file));
    }

    private record Subject(Path folder, FileTopology topology) implements TopologyUnderTest {
        @Override
        public void change(TopologySnapshot content) {
            write(folder, TopologyJson.print(content));
            topology.reload();
        }
    }

    private static Path write(Path folder, String text) {
        try {
            return Files.writeString(folder.resolve("topology.json"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // the file

    @Test
    void change_isNotSeen_beforeTheReload() {
        FileTopology topology = Topologies.file(write(folder, keyspaces("[\"0\"]")));
        write(folder, keyspaces("[\"-80\", \"80-\"]"));
        assertEquals(1, shards(topology));
        TopologyChange change = topology.reload();
        assertEquals(2, shards(topology));
        assertSame(topology.snapshot(), change.now());
        assertEquals(List.of(), change.failures());
    }

    @Test
    void badFile_leavesWhatWasKnown() {
        FileTopology topology = Topologies.file(write(folder, keyspaces("[\"0\"]")));
        TopologySnapshot before = topology.snapshot();
        write(folder, keyspaces("[\"-80\", \"90-\"]"));
        assertTrue(assertThrows(ShardrouteException.class, topology::reload).getMessage().contains("80-90"));
        write(folder, "{");
        assertCode(ErrorCode.SR03009, topology::reload);
        assertSame(before, topology.snapshot());
    }

    @Test
    void missingFile_isRefused() {
        Path missing = folder.resolve("none.json");
        assertEquals("SR03010: the topology cannot be read from " + missing + ": there is no such file",
                assertThrows(ShardrouteException.class, () -> Topologies.file(missing)).getMessage());
        assertCode(ErrorCode.SR03010, () -> Topologies.file(folder));
    }

    @Test
    void fileOfOtherBytes_isRefused() throws IOException {
        Path file = Files.write(folder.resolve("latin.json"), new byte[]{'"', (byte) 0xe9, '"'});
        ShardrouteException error = assertThrows(ShardrouteException.class, () -> Topologies.file(file));
        assertTrue(error.getMessage().endsWith("this is not UTF-8"), error.getMessage());
    }

    // its text

    @Test
    void print_saysShardsOfAllTypesOnce() {
        TopologySnapshot snapshot = TopologySnapshot.builder().keyspace("ks", List.of("80-", "-80")).build();
        assertEquals(List.of("{", "\"keyspaces\" : {", "\"ks\" : {", "\"shards\" : [ \"-80\", \"80-\" ]", "}", "}",
                "}"), TopologyJson.print(snapshot).lines().map(String::strip).toList());
        assertFalse(TopologyJson.parse(TopologyJson.print(snapshot)).vschema().isPresent());
    }

    @Test
    void print_ofAVschemaThatIsNoJson_isRefused() {
        assertCode(ErrorCode.SR03009, () -> TopologyJson.print(TopologySnapshot.builder().vschema("{").build()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "[] | $: must be an object",
        "{} | $: 'keyspaces' is missing",
        "{'keyspaces': {}, 'cels': []} | $: the key 'cels' is not known; there are cell_aliases, cells, keyspaces",
        "{'keyspaces': {}, 'keyspaces': {}} | this is not JSON: line 1",
        "{'keyspaces': {}} {} | this is not JSON: line 1",
        "{'keyspaces': {'a': {}}} | $.keyspaces.a: 'shards' is missing",
        "{'keyspaces': {'a': {'shards': 2}}} | $.keyspaces.a.shards: must be an object",
        "{'keyspaces': {'a': {'shards': {}}}} | $.keyspaces.a.shards: there must be shards",
        "{'keyspaces': {'a': {'shards': {'stone': ['0']}}}} | $.keyspaces.a.shards.stone: 'stone' is no type",
        "{'keyspaces': {'a': {'shards': {'replica': ['x y']}}}} | $.keyspaces.a.shards.replica: SR03001",
        "{'keyspaces': {'a': {'shards': ['-80', '70-']}}} | $.keyspaces.a.shards: SR03002",
        "{'keyspaces': {'a': {'shards': ['0', 1]}}} | $.keyspaces.a.shards[1]: must be a text",
        "{'keyspaces': {}, 'cell_aliases': {'e': ['a']}} | $.cell_aliases.e: SR03009",
        "{'keyspaces': {}, 'vschema': '{}'} | $.vschema: must be an object",
        "{'keyspaces': {}, 'tablets': {}} | $.tablets: must be an array",
        "{'keyspaces': {}, 'tablets': [{'alias': 'z'}]} | $.tablets[0].alias: SR03001",
        "{'keyspaces': {}, 'tablets': [{'alias': 'z-1', 'typ': 1}]} | $.tablets[0]: the key 'typ'",
        "{'keyspaces': {}, 'tablets': [TABLET, TABLET]} | $.tablets[1].alias: there are two tablets z-0000000001",
        "{'keyspaces': {}, 'tablets': [TABLET 'ports': {'a': 0}}]} | $.tablets[0]: SR03009",
        "{'keyspaces': {}, 'tablets': [TABLET 'ports': {'a': 1.5}}]} | $.tablets[0].ports.a: must be a whole number",
        "{'keyspaces': {}, 'tablets': [TABLET 'health': {}}]} | $.tablets[0].health: 'serving' is missing",
        "{'keyspaces': {}, 'tablets': [TABLET 'health': {'serving': 1}}]} | $.tablets[0].health.serving: must be true",
        "{'keyspaces': {}, 'tablets': [TABLET 'health': {'serving': true, 'term_start': 'now'}}]} | term_start: a time",
    })
    void parse_ofWhatIsWrong_saysWhere(String text, String why) {
        String tablet = "{'alias': 'z-1', 'type': 'primary', 'keyspace': 'a', 'shard': '0'";
        String json = text.replace("TABLET ", tablet + ", ").replace("TABLET", tablet + "}").replace('\'', '"');
        ShardrouteException error = assertThrows(ShardrouteException.class, () -> TopologyJson.parse(json));
        assertEquals(ErrorCode.SR03009, error.code());
        assertTrue(error.getMessage().contains(why), error.getMessage());
    }

    private static String keyspaces(String shards) {
        return "{\"keyspaces\": {\"ks\": {\"shards\": " + shards + "}}}";
    }

    private static int shards(Topology topology) {
        return topology.snapshot().shards("ks").values().iterator().next().all().size();
    }

    private static void assertCode(ErrorCode code, Runnable action) {
        assertEquals(code, assertThrows(ShardrouteException.class, action::run).code());
    }
}
