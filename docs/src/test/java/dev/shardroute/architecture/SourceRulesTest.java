package dev.shardroute.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rules that only the sources can tell. */
final class SourceRulesTest {
    /** A virtual thread that waits for a monitor may hold its carrier; a lock does not. */
    @Test
    void nobody_synchronizes() {
        Sources sources = Sources.parse();
        List<String> found = new ArrayList<>();
        for (CompilationUnitTree unit : sources.units()) {
            new TreeScanner<Void, String>() {
                @Override
                public Void visitSynchronized(SynchronizedTree statement, String name) {
                    long start = sources.trees().getSourcePositions().getStartPosition(unit, statement);
                    found.add(name + ":" + unit.getLineMap().getLineNumber(start));
                    return super.visitSynchronized(statement, name);
                }
            }.scan(unit, sources.name(unit));
        }
        assertEquals(List.of(), found);
    }
}
