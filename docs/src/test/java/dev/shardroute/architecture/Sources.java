package dev.shardroute.architecture;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** The main sources of all modules, parsed by the JDK's own compiler. */
record Sources(Path root, List<CompilationUnitTree> units, Trees trees) {
    private static final Path MAIN = Path.of("src", "main", "java");

    /** Parses them all. */
    static Sources parse() {
        Path root = Path.of(System.getProperty("shardroute.root", "..")).toAbsolutePath().normalize();
        JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler(), "the tests run on a JDK");
        var files = compiler.getStandardFileManager(null, null, null).getJavaFileObjectsFromPaths(files(root));
        JavacTask task = (JavacTask) compiler.getTask(null, null, null, List.of("-proc:none"), null, files);
        try {
            List<CompilationUnitTree> units = StreamSupport.stream(task.parse().spliterator(), false)
                    .map(unit -> (CompilationUnitTree) unit)
                    .toList();
            return new Sources(root, units, Trees.instance(task));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The path of a unit from the root of the project on, with slashes. */
    String name(CompilationUnitTree unit) {
        return root.relativize(Path.of(unit.getSourceFile().toUri())).toString().replace('\\', '/');
    }

    private static List<Path> files(Path root) {
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.filter(path -> isMainSource(root.relativize(path))).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isMainSource(Path path) {
        String name = path.toString();
        return name.endsWith(".java") && name.contains(MAIN.toString()) && !name.startsWith("target");
    }
}
