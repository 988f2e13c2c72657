package dev.shardroute.docs;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * A snippet with what it needs around it to be compiled.
 *
 * @param source the class
 * @param line   the line where the snippet begins in it
 */
record Program(String source, int line) {
    private static final String NAME = "Snippet";

    /** The packages whose names snippets use without saying so. */
    private static final List<String> PACKAGES = List.of(
            "dev.shardroute.error", "dev.shardroute.key", "dev.shardroute.sql", "dev.shardroute.sql.ast",
            "dev.shardroute.sql.lex", "dev.shardroute.sql.normalize", "dev.shardroute.sql.printer",
            "dev.shardroute.type", "dev.shardroute.vindex", "dev.shardroute.vschema",
            "dev.shardroute.topo", "dev.shardroute.topo.contract", "dev.shardroute.planner",
            "dev.shardroute.planner.plan",
            "dev.shardroute.planner.route", "dev.shardroute.executor", "dev.shardroute.tablet", "dev.shardroute.mysql",
            "java.io", "java.math", "java.nio.charset", "java.nio.file", "java.util", "java.util.concurrent.atomic",
            "java.util.function",
            "java.util.stream");

    /** Statements, which may go on from others. */
    static Program ofStatements(List<String> before, List<String> snippet) {
        return of("public static void run() throws Exception {", before, snippet, "}");
    }

    /** Methods and classes. */
    static Program ofMembers(List<String> snippet) {
        return of("", List.of(), snippet, "public static void run() {}");
    }

    private static Program of(String head, List<String> before, List<String> snippet, String tail) {
        List<String> lines = new ArrayList<>(PACKAGES.stream().map(name -> "import " + name + ".*;").toList());
        Stream.concat(before.stream(), snippet.stream()).filter(Program::isImport).forEach(lines::add);
        lines.add("@SuppressWarnings(\"unused\") public final class " + NAME + " {" + head);
        before.stream().filter(line -> !isImport(line)).forEach(lines::add);
        int start = lines.size();
        // an import leaves an empty line, so that lines can be told from each other
        snippet.forEach(line -> lines.add(isImport(line) ? "" : line));
        lines.add(tail + "}");
        return new Program(String.join("\n", lines), start);
    }

    private static boolean isImport(String line) {
        return line.startsWith("import ");
    }

    /** Compiles it to {@code classes}; what is wrong is told by the lines of the snippet, the first being {@code first}. */
    List<String> compile(Path classes, int first) {
        JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler(), "the tests run on a JDK");
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        List<String> options = List.of("--release", "21", "-proc:none", "-d", classes.toString(), "-cp",
                System.getProperty("java.class.path", ""));
        boolean compiled = compiler.getTask(null, null, found, options, null, List.of(new Source(source))).call();
        return compiled ? List.of() : found.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .map(diagnostic -> place(diagnostic.getLineNumber() - line - 1, first) + ": "
                        + diagnostic.getMessage(Locale.ROOT))
                .toList();
    }

    private static String place(long lineOfSnippet, int first) {
        return lineOfSnippet < 0 ? "a block before this one" : "line " + (first + lineOfSnippet);
    }

    /** What it prints, after {@link #compile}. */
    String run(Path classes) throws IOException, ReflectiveOperationException {
        PrintStream standard = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (URLClassLoader loader = new URLClassLoader(new URL[]{classes.toUri().toURL()});
                PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
            System.setOut(out);
            loader.loadClass(NAME).getMethod("run").invoke(null);
        } finally {
            System.setOut(standard);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String text) {
            super(URI.create("string:///" + NAME + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
