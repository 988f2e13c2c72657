package dev.shardroute.sql.ast;

/**
 * {@code USE database}.
 *
 * @param database the name, which may be a target string such as {@code customer:-80@replica}; empty for Vitess's USE
 *                 without a name, after which no database is chosen
 */
public record Use(String database) implements Statement {}
