package dev.shardroute.topo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.shardroute.error.ErrorCode;

/**
 * Topologies as JSON:
 *
 * <pre>{@code
 * {"cells": ["zone1", "zone2"],
 *  "cell_aliases": {"east": ["zone1", "zone2"]},
 *  "keyspaces": {
 *    "commerce": {"shards": ["0"]},
 *    "customer": {"shards": {"primary": ["-80", "80-"], "replica": ["-80", "80-"]}}},
 *  "tablets": [
 *    {"alias": "zone1-0000000100", "type": "primary", "keyspace": "customer", "shard": "-80",
 *     "host": "db1", "ports": {"mysql": 3306}, "tags": {"rack": "a"},
 *     "health": {"serving": true, "lag_seconds": 0, "term_start": "2026-01-02T03:04:05Z"}}],
 *  "vschema": {}}
 * }</pre>
 *
 * <p>Shards in a list serve all types of tablets that serve. Everything but the keyspaces may be left out, and of a tablet
 * the host, ports, tags and health, of whose parts {@code serving} is needed. A key that is not known is an error, and so is
 * one that is there twice. Thread-safe.
 */
public final class TopologyJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private TopologyJson() {}

    /**
     * The snapshot that the JSON tells, of version 0.
     *
     * @throws dev.shardroute.error.ShardrouteException {@code SR03009} with the place of what is wrong; {@code SR03002} when
     *         the shards of a type leave a gap
     */
    public static TopologySnapshot parse(String json) {
        return new TopologyReader(new JsonPart("$", tree(json))).read();
    }

    /**
     * What the snapshot tells, with everything sorted; {@link #parse} makes the same of it.
     *
     * @throws dev.shardroute.error.ShardrouteException {@code SR03009} when its VSchema is not JSON
     */
    public static String print(TopologySnapshot snapshot) {
        return text(new TopologyWriter(snapshot).write());
    }

    static JsonNode tree(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            String place = e.getLocation() == null ? "" : "line " + e.getLocation().getLineNr() + ": ";
            throw ErrorCode.SR03009.error("this is not JSON: " + place + e.getOriginalMessage());
        }
    }

    private static String text(JsonNode json) {
        try {
            return MAPPER.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw ErrorCode.VT13001.error(e.getOriginalMessage());
        }
    }
}
