package dev.shardroute.cli.vschema;

import dev.shardroute.cli.InputFiles;
import dev.shardroute.vschema.SchemaFacts;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * A file of table definitions.
 *
 * @param file     the file
 * @param ddl      its text
 * @param keyspace the keyspace of names without one; empty when nobody says it
 */
record DefinitionFile(Path file, String ddl, Optional<String> keyspace) {
    static DefinitionFile read(Path file) {
        return new DefinitionFile(file, InputFiles.text(file), Optional.empty());
    }

    /** Reads the file that {@code [KEYSPACE=]FILE} names. */
    static DefinitionFile read(String argument) {
        int equals = argument.indexOf('=');
        DefinitionFile file = read(Path.of(argument.substring(equals + 1)));
        return equals < 1 ? file : file.in(argument.substring(0, equals));
    }

    private DefinitionFile in(String name) {
        return new DefinitionFile(file, ddl, Optional.of(name));
    }

    /** The same, of the keyspace that the file is named after where nobody says another and there is one of the name. */
    DefinitionFile amongst(Set<String> keyspaces) {
        String name = VSchemaFile.nameOf(file);
        return keyspace.isEmpty() && keyspaces.contains(name) ? in(name) : this;
    }

    /** What it tells; where it says no keyspace, {@code otherwise} is meant. */
    SchemaFacts facts(Optional<String> otherwise) {
        Optional<String> there = keyspace.or(() -> otherwise);
        return there.isPresent()
                ? SchemaFacts.ofDdl(there.get(), ddl)
                : SchemaFacts.builder().ddl(ddl).build();
    }
}
