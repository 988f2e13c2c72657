package dev.shardroute.cli.vschema;

import dev.shardroute.cli.InputFiles;
import dev.shardroute.vschema.SchemaFacts;
import java.nio.file.Path;
import java.util.Optional;

/** A file of table definitions, and the keyspace that its names without one are in. */
record DefinitionFile(Optional<String> keyspace, Path file, String ddl) {
    /** Reads the file that {@code [KEYSPACE=]FILE} names. */
    static DefinitionFile read(String argument) {
        int equals = argument.indexOf('=');
        Path file = Path.of(argument.substring(equals + 1));
        Optional<String> keyspace =
                equals < 0 ? Optional.empty()
                        : Optional.of(argument.substring(0, equals)).filter(name -> !name.isEmpty());
        return new DefinitionFile(keyspace, file, InputFiles.text(file));
    }

    /** What it tells; where it says no keyspace, {@code otherwise} is meant. */
    SchemaFacts facts(Optional<String> otherwise) {
        Optional<String> there = keyspace.or(() -> otherwise);
        return there.isPresent()
                ? SchemaFacts.ofDdl(there.get(), ddl)
                : SchemaFacts.builder().ddl(ddl).build();
    }
}
