package dev.shardroute.vschema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import dev.shardroute.sql.ast.AlterVschema;
import dev.shardroute.sql.ast.AlterVschema.AddAutoIncrement;
import dev.shardroute.sql.ast.AlterVschema.AddColumnVindex;
import dev.shardroute.sql.ast.AlterVschema.AddSequence;
import dev.shardroute.sql.ast.AlterVschema.AddTable;
import dev.shardroute.sql.ast.AlterVschema.CreateVindex;
import dev.shardroute.sql.ast.AlterVschema.DropAutoIncrement;
import dev.shardroute.sql.ast.AlterVschema.DropColumnVindex;
import dev.shardroute.sql.ast.AlterVschema.DropSequence;
import dev.shardroute.sql.ast.AlterVschema.DropTable;
import dev.shardroute.sql.ast.AlterVschema.DropVindex;
import dev.shardroute.sql.ast.AlterVschema.Parameter;
import dev.shardroute.sql.ast.TableName;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Applies ALTER VSCHEMA to the JSON of one keyspace, by the rules of Vitess.
 *
 * @param name the keyspace
 * @param json its members, which change
 */
record VSchemaAlteration(String name, ObjectNode json) {
    private static final String AUTO_INCREMENT = "auto_increment";

    /** What is declared afterwards. */
    static VSchema apply(Declared declared, AlterVschema statement, Optional<String> keyspace) {
        ObjectNode all = VSchemaWriter.write(declared);
        String name = Optional.ofNullable(target(statement).qualifier()).or(() -> keyspace)
                .orElseThrow(ErrorCode.VT09005::error);
        if (!(all.path("keyspaces").path(name) instanceof ObjectNode json)) {
            throw ErrorCode.VT05003.error(name);
        }
        new VSchemaAlteration(name, json).apply(statement);
        ReadOptions options = ReadOptions.DEFAULT.withRegistry(declared.registry());
        VSchema altered = declared.alone()
                ? VSchemaReader.read(json, options.withKeyspace(name))
                : VSchemaReader.read(all, options);
        VSchemaException.throwIfInvalid(altered.findings());
        return altered;
    }

    private static TableName target(AlterVschema statement) {
        return switch (statement) {
            case CreateVindex create -> create.name();
            case DropVindex drop -> drop.name();
            case AddTable add -> add.table();
            case DropTable drop -> drop.table();
            case AddColumnVindex add -> add.table();
            case DropColumnVindex drop -> drop.table();
            case AddSequence add -> add.sequence();
            case DropSequence drop -> drop.sequence();
            case AddAutoIncrement add -> add.table();
            case DropAutoIncrement drop -> drop.table();
        };
    }

    private void apply(AlterVschema statement) {
        String target = target(statement).name();
        switch (statement) {
            case CreateVindex create -> createVindex(target, create.definition());
            case DropVindex drop -> dropVindex(target);
            case AddTable add -> addTable(target, "a table", VSchemaJson.object());
            case DropTable drop -> dropTable(target);
            case AddColumnVindex add -> addColumnVindex(target, add);
            case DropColumnVindex drop -> dropColumnVindex(target, drop.vindex());
            case AddSequence add ->
                    addTable(target, "a sequence", VSchemaJson.object().put("type", "sequence"));
            case DropSequence drop -> dropSequence(target);
            case AddAutoIncrement add -> addAutoIncrement(target, add);
            case DropAutoIncrement drop -> dropAutoIncrement(target);
        }
    }

    private ShardrouteException refused(String why) {
        return ErrorCode.SR02008.error("keyspace '" + name + "' " + why);
    }

    private boolean isSharded() {
        return json.path("sharded").booleanValue();
    }

    private ObjectNode vindexes() {
        return json.withObjectProperty("vindexes");
    }

    private ObjectNode tables() {
        return json.withObjectProperty("tables");
    }

    // vindexes

    private void createVindex(String vindex, AlterVschema.VindexDefinition definition) {
        if (vindexes().has(vindex)) {
            throw refused("has a vindex '" + vindex + "' already");
        }
        put(vindex, written(definition));
    }

    /** The first vindex makes the keyspace sharded. */
    private void put(String vindex, ObjectNode definition) {
        if (vindexes().isEmpty()) {
            json.put("sharded", true);
        }
        vindexes().set(vindex, definition);
    }

    /** The parameter {@code owner} is none of the vindex's. */
    private static ObjectNode written(AlterVschema.VindexDefinition definition) {
        ObjectNode vindex = VSchemaJson.object();
        if (definition.type() != null) {
            vindex.put("type", definition.type());
        }
        ObjectNode params = VSchemaJson.object();
        for (Parameter parameter : definition.parameters()) {
            boolean isOwner = parameter.name().equalsIgnoreCase("owner");
            (isOwner ? vindex : params).put(isOwner ? "owner" : parameter.name(), parameter.value());
        }
        if (!params.isEmpty()) {
            vindex.set("params", params);
        }
        return vindex;
    }

    private void dropVindex(String vindex) {
        if (!vindexes().has(vindex)) {
            throw refused("has no vindex '" + vindex + "'");
        }
        tables().properties().stream().filter(table -> indexOf(table.getValue(), vindex) >= 0).findFirst()
                .ifPresent(table -> {
                    throw refused("uses the vindex '" + vindex + "' in table '" + table.getKey() + "'");
                });
        vindexes().remove(vindex);
    }

    /** Where a table uses the vindex, or -1. */
    private static int indexOf(JsonNode table, String vindex) {
        JsonNode uses = table.path("column_vindexes");
        for (int i = 0; i < uses.size(); i++) {
            if (uses.path(i).path("name").asText().equals(vindex)) {
                return i;
            }
        }
        return -1;
    }

    private void addColumnVindex(String table, AddColumnVindex add) {
        ObjectNode wanted = written(add.definition());
        JsonNode known = vindexes().path(add.vindex());
        if (known.isMissingNode()) {
            if (!wanted.has("type")) {
                throw refused("has no vindex '" + add.vindex() + "'");
            }
            put(add.vindex(), wanted);
        } else if (wanted.has("type")) {
            Stream.of("type", "owner", "params").filter(key -> !known.path(key).equals(wanted.path(key))).findFirst()
                    .ifPresent(key -> {
                        throw refused("has a vindex '" + add.vindex() + "' with another '" + key + "'");
                    });
        }
        if (indexOf(tables().path(table), add.vindex()) >= 0) {
            throw refused("uses the vindex '" + add.vindex() + "' in table '" + table + "' already");
        }
        ArrayNode uses = tables().withObjectProperty(table).withArrayProperty("column_vindexes");
        uses.add(VSchemaWriter.columnVindex(add.vindex(), add.columns()));
    }

    /** A table without vindexes is no longer a table of the keyspace. */
    private void dropColumnVindex(String table, String vindex) {
        int index = indexOf(required(table), vindex);
        if (index < 0) {
            throw refused("does not use a vindex '" + vindex + "' in table '" + table + "'");
        }
        ArrayNode uses = required(table).withArrayProperty("column_vindexes");
        uses.remove(index);
        if (uses.isEmpty()) {
            tables().remove(table);
        }
    }

    // tables

    private ObjectNode required(String table) {
        if (!tables().has(table)) {
            throw refused("has no table '" + table + "'");
        }
        return tables().withObjectProperty(table);
    }

    private void addTable(String table, String what, ObjectNode definition) {
        if (isSharded()) {
            throw refused("is sharded; " + what + " can be added to unsharded ones only");
        }
        if (tables().has(table)) {
            throw refused("has a table '" + table + "' already");
        }
        tables().set(table, definition);
    }

    private void dropTable(String table) {
        required(table);
        tables().remove(table);
    }

    private void dropSequence(String sequence) {
        if (isSharded()) {
            throw refused("is sharded; a sequence can be dropped from unsharded ones only");
        }
        dropTable(sequence);
    }

    private void addAutoIncrement(String table, AddAutoIncrement add) {
        ObjectNode target = required(table);
        if (target.has(AUTO_INCREMENT)) {
            throw refused("has an auto_increment in table '" + table + "' already");
        }
        QualifiedName sequence =
                new QualifiedName(Optional.ofNullable(add.sequence().qualifier()), add.sequence().name());
        if (!QualifiedName.parse(sequence.written()).equals(Optional.of(sequence))) {
            throw refused("can have no sequence '" + sequence + "': a name has no dot");
        }
        target.putObject(AUTO_INCREMENT).put("column", add.column()).put("sequence", sequence.written());
    }

    private void dropAutoIncrement(String table) {
        if (!required(table).has(AUTO_INCREMENT)) {
            throw refused("has no auto_increment in table '" + table + "'");
        }
        required(table).remove(AUTO_INCREMENT);
    }
}
