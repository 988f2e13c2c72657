package dev.shardroute.topo;

import dev.shardroute.error.ErrorCode;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The cells, which are places that fail together, and names for some of them together. Immutable.
 *
 * @param names   the cells, sorted
 * @param aliases the cells of each alias, sorted; a cell is in one alias at most
 */
public record Cells(Set<String> names, Map<String, Set<String>> aliases) {
    /** No cell. */
    public static final Cells NONE = new Cells(Set.of(), Map.of());

    /**
     * Copies and checks.
     *
     * @throws dev.shardroute.error.ShardrouteException {@code SR03009} when an alias has an unknown cell or the name of one, or
     *         a cell is in two aliases
     */
    public Cells {
        names = sorted(names);
        Map<String, Set<String>> copy = new TreeMap<>();
        aliases.forEach((alias, cells) -> copy.put(alias, sorted(cells)));
        aliases = Collections.unmodifiableMap(copy);
        check(names, aliases);
    }

    private static Set<String> sorted(Collection<String> names) {
        return Collections.unmodifiableSet(new TreeSet<>(names));
    }

    private static void check(Set<String> names, Map<String, Set<String>> aliases) {
        Set<String> taken = new HashSet<>();
        aliases.forEach((alias, cells) -> {
            if (names.contains(alias)) {
                throw ErrorCode.SR03009.error("the cell alias '" + alias + "' is the name of a cell");
            }
            for (String cell : cells) {
                if (!names.contains(cell)) {
                    throw ErrorCode.SR03009.error("the cell alias '" + alias + "' has the unknown cell '" + cell + "'");
                }
                if (!taken.add(cell)) {
                    throw ErrorCode.SR03009.error("the cell '" + cell + "' is in two aliases");
                }
            }
        });
    }

    /** The cells that a name of a cell or an alias stands for; empty for a name that is not known. */
    public Set<String> named(String cellOrAlias) {
        return names.contains(cellOrAlias) ? Set.of(cellOrAlias) : aliases.getOrDefault(cellOrAlias, Set.of());
    }

    /** The cell and those that share an alias with it, whose tablets are near; empty for a cell that is not known. */
    public Set<String> near(String cell) {
        return aliases.values().stream().filter(cells -> cells.contains(cell)).findFirst().orElseGet(() -> named(cell));
    }

    /** These and some more cells. */
    Cells with(Stream<String> more) {
        Set<String> all = new HashSet<>(names);
        return more.filter(all::add).count() == 0 ? this : new Cells(all, aliases);
    }

    /** These and one more alias, or other cells for one that is there. */
    Cells withAlias(String alias, Collection<String> cells) {
        Map<String, Set<String>> all = new TreeMap<>(aliases);
        all.put(alias, new HashSet<>(cells));
        return new Cells(names, all);
    }
}
