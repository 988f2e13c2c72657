package dev.shardroute.key;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class TabletTypeTest {
    @Test
    void ofName_takesAnyCase() {
        assertEquals(Optional.of(TabletType.REPLICA), TabletType.ofName("Replica"));
        assertEquals(Optional.empty(), TabletType.ofName("stone"));
    }

    @Test
    void ofName_isTheInverseOfToString() {
        Stream.of(TabletType.values())
                .forEach(type -> assertEquals(Optional.of(type), TabletType.ofName(type.toString())));
    }

    @Test
    void threeTypes_serve() {
        assertEquals(3, Stream.of(TabletType.values()).filter(TabletType::isServing).count());
    }
}
