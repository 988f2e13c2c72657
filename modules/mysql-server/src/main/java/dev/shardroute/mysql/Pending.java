package dev.shardroute.mysql;

/** Lets the module export this package before its first class is written; goes with that class. */
interface Pending {}
