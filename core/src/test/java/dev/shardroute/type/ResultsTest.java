package dev.shardroute.type;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.shardroute.type.ResultStream.Completion;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ResultsTest {
    @Test
    void drain_readsWhatIsLeft() {
        List<Row> rows = List.of(Row.of(Value.of(1)), Row.of(Value.of(2)), Row.of(Value.of(3)));
        ResultStream stream = Results.of(List.of(Field.of("id", Type.INT64)), rows);
        assertEquals(rows.get(0), stream.next());
        assertEquals(rows.subList(1, 3), Results.drain(stream));
        assertNull(stream.next());
        assertEquals(Completion.NONE, stream.completion());
    }

    @Test
    void result_withoutRows_saysWhatWasDone() {
        try (ResultStream stream = Results.of(new Completion(3, 7, 1))) {
            assertEquals(List.of(), stream.fields());
            assertNull(stream.next());
            assertEquals(3, stream.completion().affectedRows());
        }
    }
}
