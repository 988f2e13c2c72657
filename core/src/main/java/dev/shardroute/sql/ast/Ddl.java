package dev.shardroute.sql.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement that defines or changes tables, views, indexes, databases and other objects. Its text travels as it is
 * written; the tree holds what routing needs.
 *
 * @param action     what is done
 * @param kind       to what kind of object
 * @param names      the objects, in the order they are written; of an index the table that has it, and of RENAME the old
 *                   and the new name of each table in turn. Empty for {@link ObjectKind#OTHER}, and for an ALTER DATABASE
 *                   that means the session's
 * @param related    other tables that the statement names: the one of CREATE TABLE … LIKE, the new name in ALTER TABLE …
 *                   RENAME, the one of EXCHANGE PARTITION, and the table of a trigger
 * @param condition  IF EXISTS or IF NOT EXISTS
 * @param temporary  true for TEMPORARY
 * @param comments   the comments right after the verb, directives among them
 * @param definition what CREATE TABLE says of the table; null for other statements, and where it says it in words that are
 *                   not known
 * @param columns    the names that CREATE VIEW and ALTER VIEW give to the columns; empty when the query names them
 * @param query      the query of CREATE VIEW, ALTER VIEW and CREATE TABLE … AS; null for other statements
 * @param text       the statement as it is written, without what surrounds it
 */
public record Ddl(Action action, ObjectKind kind, List<TableName> names, List<TableName> related, Condition condition,
        boolean temporary, List<String> comments, @Nullable TableDefinition definition, List<String> columns,
        @Nullable Query query, String text) implements Statement {
    /** Copies the lists. */
    public Ddl {
        names = List.copyOf(names);
        related = List.copyOf(related);
        comments = List.copyOf(comments);
        columns = List.copyOf(columns);
    }

    /** What is done. */
    public enum Action {
        CREATE, ALTER, DROP, RENAME, TRUNCATE
    }

    /** The kind of object; OTHER are those that no keyspace holds, such as users and servers. */
    public enum ObjectKind {
        TABLE, VIEW, INDEX, DATABASE, PROCEDURE, FUNCTION, TRIGGER, EVENT, OTHER
    }

    /** A condition on what exists. */
    public enum Condition {
        NONE, IF_EXISTS, IF_NOT_EXISTS
    }
}
