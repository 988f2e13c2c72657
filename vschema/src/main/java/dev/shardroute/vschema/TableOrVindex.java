package dev.shardroute.vschema;

/** What a name in FROM may mean: a table, or a vindex, whose rows are values and keyspace ids. */
public sealed interface TableOrVindex permits Table, VindexDefinition {}
