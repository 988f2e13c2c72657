package dev.shardroute.architecture;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** How long methods and files are: the limits of the house, and the exceptions from them. */
final class SizeTest {
    /** Files over 800 lines, by path from the root of the project, each with its reason. */
    private static final Map<String, String> LONG_FILES = Map.of();

    /** Methods over 60 lines, as path#Class.method, each with its reason. */
    private static final Map<String, String> LONG_METHODS = Map.of();

    private final Sources sources = Sources.parse();

    @Test
    void files_areShort() {
        Map<String, Integer> files = files();
        assertAll(
                () -> assertShare(files, 120, 50),
                () -> assertShare(files, 450, 95),
                () -> assertNoneOver(files, 800, LONG_FILES.keySet()));
    }

    @Test
    void methods_areShort() {
        Map<String, Integer> methods = methods();
        assertAll(
                () -> assertShare(methods, 10, 50),
                () -> assertShare(methods, 30, 95),
                () -> assertNoneOver(methods, 60, LONG_METHODS.keySet()));
    }

    @Test
    void exceptions_haveAReason() {
        List<String> reasons = new ArrayList<>(LONG_FILES.values());
        reasons.addAll(LONG_METHODS.values());
        assertTrue(reasons.stream().noneMatch(String::isBlank));
    }

    private static void assertShare(Map<String, Integer> sizes, int limit, int percent) {
        long under = sizes.values().stream().filter(size -> size < limit).count();
        assertTrue(
                under * 100 >= (long) percent * sizes.size(),
                () -> "%d of %d are under %d lines; it must be %d %%. The longest: %s"
                        .formatted(under, sizes.size(), limit, percent, longest(sizes)));
    }

    private static List<String> longest(Map<String, Integer> sizes) {
        return sizes.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(5)
                .map(entry -> entry.getKey() + " (" + entry.getValue() + ")")
                .toList();
    }

    /** An exception that is no longer needed fails too. */
    private static void assertNoneOver(Map<String, Integer> sizes, int limit, Set<String> exceptions) {
        Set<String> over = new HashSet<>(sizes.keySet());
        over.removeIf(name -> sizes.getOrDefault(name, 0) <= limit);
        assertEquals(new TreeSet<>(exceptions), new TreeSet<>(over), "what is over " + limit + " lines");
    }

    private Map<String, Integer> files() {
        Map<String, Integer> files = new TreeMap<>();
        for (CompilationUnitTree unit : sources.units()) {
            long end = sources.trees().getSourcePositions().getEndPosition(unit, unit);
            files.put(sources.name(unit), (int) lines(unit, 0, end));
        }
        return files;
    }

    private Map<String, Integer> methods() {
        Map<String, Integer> methods = new TreeMap<>();
        sources.units().forEach(unit -> new MethodScanner(unit, methods).scan(unit, sources.name(unit) + "#"));
        return methods;
    }

    private static long lines(CompilationUnitTree unit, long start, long end) {
        LineMap map = unit.getLineMap();
        return map.getLineNumber(end) - map.getLineNumber(start) + 1;
    }

    /** Collects the methods that have a body; overloads share a name, and the longest counts. */
    private final class MethodScanner extends TreeScanner<Void, String> {
        private final CompilationUnitTree unit;
        private final Map<String, Integer> methods;

        MethodScanner(CompilationUnitTree unit, Map<String, Integer> methods) {
            this.unit = unit;
            this.methods = methods;
        }

        @Override
        public Void visitClass(ClassTree type, String prefix) {
            return super.visitClass(type, prefix + type.getSimpleName() + ".");
        }

        @Override
        public Void visitMethod(MethodTree method, String prefix) {
            String name = prefix + method.getName();
            if (method.getBody() != null) {
                var positions = sources.trees().getSourcePositions();
                long start = positions.getStartPosition(unit, method);
                methods.merge(name, (int) lines(unit, start, positions.getEndPosition(unit, method)), Math::max);
            }
            return super.visitMethod(method, name + ".");
        }
    }
}
