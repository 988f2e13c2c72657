package dev.shardroute.sql.ast;

/** A statement that gives rows. */
public sealed interface Query extends Statement permits Select {}
