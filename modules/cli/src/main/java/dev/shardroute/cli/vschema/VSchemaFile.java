package dev.shardroute.cli.vschema;

import dev.shardroute.cli.InputFiles;
import dev.shardroute.vschema.Finding;
import dev.shardroute.vschema.ReadOptions;
import dev.shardroute.vschema.SchemaFacts;
import dev.shardroute.vschema.VSchema;
import dev.shardroute.vschema.VSchemaException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A file with a VSchema.
 *
 * @param file     the file
 * @param vschema  what of it is right; empty when it is not JSON
 * @param findings what is wrong with it when it is not JSON
 */
record VSchemaFile(Path file, Optional<VSchema> vschema, List<Finding> findings) {
    /** Reads it; a text of one keyspace is of that which the file is named after. */
    static VSchemaFile read(Path file, boolean lenient) {
        String json = InputFiles.text(file);
        ReadOptions options = ReadOptions.DEFAULT.withKeyspace(nameOf(file));
        try {
            VSchema vschema = VSchema.read(json, lenient ? options.withUnknownKeysAsWarnings() : options);
            return new VSchemaFile(file, Optional.of(vschema), List.of());
        } catch (VSchemaException e) {
            return new VSchemaFile(file, Optional.empty(), e.findings());
        }
    }

    /** The name of a file without its folder and its extensions. */
    static String nameOf(Path file) {
        String name = Optional.ofNullable(file.getFileName()).map(Path::toString).orElse("");
        int dot = name.indexOf('.', 1);
        return dot < 0 ? name : name.substring(0, dot);
    }

    Set<String> keyspaces() {
        return vschema.map(known -> known.keyspaces().keySet()).orElse(Set.of());
    }

    /** What is wrong with it, and with the definitions when they are added to it. */
    List<FileFinding> check(List<DefinitionFile> definitions) {
        if (vschema.isEmpty()) {
            return FileFinding.all(file, findings);
        }
        List<FileFinding> found = new ArrayList<>();
        SchemaFacts.Builder facts = SchemaFacts.builder();
        for (DefinitionFile definition : definitions) {
            SchemaFacts told = definition.facts(onlyKeyspace());
            found.addAll(FileFinding.all(definition.file(), told.findings()));
            facts.add(told);
        }
        found.addAll(FileFinding.all(file, vschema.get().withFacts(facts.build()).findings()));
        return found;
    }

    private Optional<String> onlyKeyspace() {
        return Optional.of(keyspaces()).filter(all -> all.size() == 1).map(all -> all.iterator().next());
    }
}
