package dev.shardroute.sql.ast;

import org.jspecify.annotations.Nullable;

/** A user or role: {@code 'name'@'host'}, the host null where the statement has none. */
public record Account(String name, @Nullable String host) {}
