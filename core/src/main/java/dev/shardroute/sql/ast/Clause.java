package dev.shardroute.sql.ast;

/** A part of a statement that is neither an expression nor a table nor a statement of its own. */
public sealed interface Clause extends Node
        permits Assignment, CommonTable, GroupBy, InsertSource, Into, Limit, Locking, NamedWindow, OrderItem, RowAlias,
        SetVariables.Setting, Show.Filter, Window, Window.Frame, Window.Bound, With {}
