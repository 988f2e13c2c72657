package dev.shardroute.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shardroute.vindex.VindexRegistry;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A type of vindex that is in a jar of somebody else is found, in a class path and among modules. */
final class ProvidersTest {
    private static final String FACTORY = """
            package mine;

            import dev.shardroute.vindex.Vindex;
            import dev.shardroute.vindex.VindexFactory;
            import dev.shardroute.vindex.VindexTraits;
            import java.util.Map;

            public final class MyFactory implements VindexFactory {
                public VindexTraits traits() {
                    return VindexTraits.unique("mine", 3);
                }

                public Vindex create(String name, Map<String, String> params) {
                    return new MyVindex(name, traits());
                }

                private record MyVindex(String name, VindexTraits traits) implements Vindex {}
            }
            """;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void typeInAJarOfTheClassPath_isFound() throws IOException {
        Path sources = folder.resolve("sources");
        write(sources.resolve("mine/MyFactory.java"), FACTORY);
        Path classes = compile(sources, "-cp", System.getProperty("java.class.path", ""));
        write(classes.resolve("META-INF/services/dev.shardroute.vindex.VindexFactory"), "mine.MyFactory");
        URL[] jar = {jar(classes).toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(jar, getClass().getClassLoader())) {
            assertEquals(3, VindexRegistry.installed(loader).create("mine", "m", Map.of()).cost());
        }
        assertTrue(!VindexRegistry.installed().types().contains("mine"));
    }

    /** Everything is loaded anew as modules, so that what our own modules declare counts. */
    @Test
    void typeInAnotherModule_isFound() throws IOException, ReflectiveOperationException {
        Path sources = folder.resolve("sources");
        write(sources.resolve("mine/MyFactory.java"), FACTORY);
        write(sources.resolve("module-info.java"), """
                module mine {
                    requires dev.shardroute.vschema;
                    provides dev.shardroute.vindex.VindexFactory with mine.MyFactory;
                }
                """);
        String modulePath = String.join(File.pathSeparator, Arrays.stream(modules()).map(Path::toString).toList());
        Path jar = jar(compile(sources, "-p", modulePath));
        ModuleLayer boot = ModuleLayer.boot();
        Configuration modules = boot.configuration()
                .resolveAndBind(ModuleFinder.of(jar), ModuleFinder.of(modules()), Set.of("dev.shardroute.vschema"));
        ModuleLayer layer = boot.defineModulesWithOneLoader(modules, ClassLoader.getPlatformClassLoader());
        assertTrue(types(layer.findLoader("mine")).contains("mine"));
    }

    /** The types that the registry of a loader has. */
    private static Set<?> types(ClassLoader loader) throws ReflectiveOperationException {
        Class<?> registries = loader.loadClass("dev.shardroute.vindex.VindexRegistry");
        assertTrue(registries.getModule().isNamed());
        Object registry = registries.getMethod("installed", ClassLoader.class).invoke(null, loader);
        return (Set<?>) registries.getMethod("types").invoke(registry);
    }

    private static Path[] modules() {
        return Arrays.stream(System.getProperty("java.class.path", "").split(File.pathSeparator))
                .map(Path::of)
                .filter(entry -> entry.toString().endsWith(".jar") || Files.exists(entry.resolve("module-info.class")))
                .toArray(Path[]::new);
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Path compile(Path sources, String... path) throws IOException {
        Path classes = folder.resolve("classes");
        List<String> options = new ArrayList<>(List.of("--release", "21", "-proc:none", "-d", classes.toString()));
        options.addAll(List.of(path));
        try (Stream<Path> files = Files.walk(sources)) {
            files.filter(Files::isRegularFile).map(Path::toString).forEach(options::add);
        }
        StringWriter messages = new StringWriter();
        PrintWriter out = new PrintWriter(messages);
        ToolProvider javac = ToolProvider.findFirst("javac").orElseThrow();
        assertEquals(0, javac.run(out, out, options.toArray(String[]::new)), messages::toString);
        return classes;
    }

    private Path jar(Path classes) throws IOException {
        Path jar = folder.resolve("mine.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new JarEntry(classes.relativize(file).toString().replace(File.separatorChar, '/')));
                Files.copy(file, out);
            }
        }
        return jar;
    }
}
