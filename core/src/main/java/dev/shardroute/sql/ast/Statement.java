package dev.shardroute.sql.ast;

/** A whole statement. */
public sealed interface Statement extends Node
        permits Query, Insert, Update, Delete, SetVariables, Use, Show, TransactionStatement, PreparedStatement,
        Explain,
        Administration, VitessStatement, CallProcedure, Do, Ddl, CommentOnly {}
