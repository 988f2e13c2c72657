package dev.shardroute.sql.ast;

/** {@code USE database}; the name may be a target string such as {@code customer:-80@replica}. */
public record Use(String database) implements Statement {}
