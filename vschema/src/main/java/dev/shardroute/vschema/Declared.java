package dev.shardroute.vschema;

import dev.shardroute.vindex.VindexRegistry;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A VSchema as it is declared, without schema facts.
 *
 * @param keyspaces the keyspaces by name
 * @param rules     the rules
 * @param registry  the types of vindex that it was made with
 * @param alone     true when it is of one keyspace only, so that what that says of others is not checked
 * @param findings  what was found when it was read
 */
record Declared(Map<String, Keyspace> keyspaces, Rules rules, VindexRegistry registry, boolean alone,
        List<Finding> findings) {
    Declared {
        keyspaces = Collections.unmodifiableMap(new LinkedHashMap<>(keyspaces));
        findings = List.copyOf(findings);
    }

    static Declared of(Collection<Keyspace> keyspaces, Rules rules, VindexRegistry registry, boolean alone,
            List<Finding> findings) {
        Map<String, Keyspace> byName = new LinkedHashMap<>();
        keyspaces.forEach(keyspace -> byName.put(keyspace.name(), keyspace));
        return new Declared(byName, rules, registry, alone, findings);
    }

    boolean declares(Table table) {
        Keyspace keyspace = keyspaces.get(table.keyspace());
        return keyspace != null && keyspace.tables().containsKey(table.name());
    }
}
