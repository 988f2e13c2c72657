package dev.shardroute.cli.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shardroute.cli.CliRun;
import dev.shardroute.cli.InputException;
import dev.shardroute.cli.InputFiles;
import dev.shardroute.key.TabletType;
import dev.shardroute.vschema.VSchema;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ShardsOptionTest {
    private static final VSchema VSCHEMA =
            InputFiles.vschema(CliRun.SAMPLES.resolve("commerce").resolve("vschema.json"));

    @Test
    void number_dividesEveryShardedKeyspaceEvenly() {
        assertEquals(List.of("-40", "40-80", "80-c0", "c0-"), shards("4", "customer"));
        assertEquals(List.of("0"), shards("4", "commerce"));
    }

    @Test
    void one_isTheWholeKeySpace() {
        assertEquals(List.of("-"), shards("1", "customer"));
    }

    @Test
    void list_namesTheShards() {
        String text = "customer=-80, 80- ; commerce=0";
        assertEquals(List.of("-80", "80-"), shards(text, "customer"));
        assertEquals(List.of("0"), shards(text, "commerce"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "99999", "customer", "customer=", "customer=-80", "customer=-80,80-;", "nothing=0",
        "customer=-80,80-;customer=0", "customer=x y"})
    void otherTexts_areRefusedWithTheOption(String text) {
        InputException e = assertThrows(InputException.class, () -> ShardsOption.parse(text, VSCHEMA));
        assertTrue(e.getMessage().startsWith("--shards: "), e.getMessage());
    }

    private static List<String> shards(String text, String keyspace) {
        return ShardsOption.parse(text, VSCHEMA).snapshot().shards(keyspace, TabletType.PRIMARY).all().stream()
                .map(shard -> shard.name().name()).toList();
    }
}
