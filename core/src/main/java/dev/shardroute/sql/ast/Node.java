package dev.shardroute.sql.ast;

/** A part of a syntax tree. */
public sealed interface Node permits Statement, Expression, SelectItem, TableExpression, Clause {}
