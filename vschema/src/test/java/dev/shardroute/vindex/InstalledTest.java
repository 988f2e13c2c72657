package dev.shardroute.vindex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import dev.shardroute.type.Value;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Types that come from ServiceLoader. */
final class InstalledTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void installed_hasTheTypesOfProviders() throws IOException {
        VindexRegistry registry = installed("dev.shardroute.vindex.InstalledFactory");
        assertEquals(24, registry.types().size());
        Vindex vindex = registry.create("one_shard", "mine", Map.of());
        assertEquals(3, vindex.cost());
        assertEquals("DestinationKeyspaceID(00)",
                assertInstanceOf(SingleColumnVindex.class, vindex).map(Value.of(1)).toString());
        assertEquals(23, VindexRegistry.standard().types().size());
    }

    @Test
    void installed_withAServiceFile_findsItsProvider() throws IOException {
        URL services = InstalledTest.class.getResource("/installed/");
        try (URLClassLoader loader = new URLClassLoader(new URL[]{services}, getClass().getClassLoader())) {
            assertTrue(VindexRegistry.installed(loader).types().contains("one_shard"));
        }
    }

    @Test
    void installed_withoutProviders_isTheStandard() {
        assertEquals(VindexRegistry.standard().types(), VindexRegistry.installed().types());
    }

    @Test
    void typeOfAProvider_thatCannotTellItsParameters_hasNoUnknownOnes() throws IOException {
        VindexRegistry registry = installed("dev.shardroute.vindex.InstalledFactory");
        assertEquals(Optional.empty(), registry.parameters("one_shard"));
        assertEquals(List.of(), registry.unknownParameters("one_shard", Map.of("a", "b")));
    }

    @Test
    void twoFactoriesOfTheSameType_areRefused() {
        String same = "dev.shardroute.vindex.InstalledTest$OfHash";
        ShardrouteException error = assertThrows(ShardrouteException.class, () -> installed(same));
        assertEquals(ErrorCode.SR02010, error.code());
        assertTrue(error.getMessage().contains("'hash'") && error.getMessage().contains(same), error.getMessage());
    }

    @Test
    void providerThatIsNone_isRefused() {
        ShardrouteException error = assertThrows(ShardrouteException.class, () -> installed("no.such.Factory"));
        assertEquals(ErrorCode.SR02010, error.code());
    }

    private VindexRegistry installed(String... factories) throws IOException {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.write(services.resolve(VindexFactory.class.getName()), List.of(factories));
        URL[] urls = {folder.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(urls, getClass().getClassLoader())) {
            return VindexRegistry.installed(loader);
        }
    }

    /** A factory whose type is one of Vitess. */
    public static final class OfHash implements VindexFactory {
        /** Made by ServiceLoader. */
        public OfHash() {}

        @Override
        public VindexTraits traits() {
            return VindexTraits.unique("hash", 1);
        }

        @Override
        public Vindex create(String name, Map<String, String> params) {
            return new NullVindex(name, traits());
        }
    }
}
