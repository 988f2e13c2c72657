package dev.shardroute.planner.semantics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** A set of tables is a set of numbers. */
final class TableSetTest {
    private static TableSet of(Set<Integer> numbers) {
        TableSet set = TableSet.EMPTY;
        for (int number : numbers) {
            set = set.union(TableSet.of(number));
        }
        return set;
    }

    private static Set<Integer> numbers(TableSet set) {
        Set<Integer> numbers = new TreeSet<>();
        set.forEach(numbers::add);
        return numbers;
    }

    @Property
    void operations_areThoseOfSets(@ForAll @Size(max = 8) Set<@IntRange(max = 140) Integer> left,
            @ForAll @Size(max = 8) Set<@IntRange(max = 140) Integer> right) {
        TableSet first = of(left);
        TableSet second = of(right);
        Set<Integer> union = new TreeSet<>(left);
        union.addAll(right);
        Set<Integer> intersection = new TreeSet<>(left);
        intersection.retainAll(right);
        Set<Integer> difference = new TreeSet<>(left);
        difference.removeAll(right);
        assertEquals(of(union), first.union(second));
        assertEquals(of(intersection), first.intersection(second));
        assertEquals(of(difference), first.minus(second));
        assertEquals(new TreeSet<>(union), numbers(first.union(second)));
        assertEquals(right.containsAll(left), first.isSubsetOf(second));
        assertEquals(!intersection.isEmpty(), first.overlaps(second));
        assertEquals(left.equals(right), first.equals(second));
    }

    @Property
    void facts_areThoseOfTheNumbers(@ForAll @Size(max = 8) Set<@IntRange(max = 140) Integer> all,
            @ForAll @IntRange(max = 140) int number) {
        TableSet set = of(all);
        assertEquals(all.size(), set.size());
        assertEquals(all.isEmpty(), set.isEmpty());
        assertEquals(all.contains(number), set.contains(number));
        assertEquals(all.isEmpty() ? -1 : new TreeSet<>(all).first(), set.first());
        assertEquals(set.hashCode(), of(new TreeSet<>(all).descendingSet()).hashCode());
    }

    @Test
    void union_withASubset_isTheSameObject() {
        TableSet both = TableSet.of(1).union(TableSet.of(70));
        assertSame(both, both.union(TableSet.of(70)));
        assertSame(both, TableSet.EMPTY.union(both));
        assertEquals("{1, 70}", both.toString());
    }
}
