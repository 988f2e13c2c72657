package dev.shardroute.vschema;

import dev.shardroute.sql.ast.TableDefinition.Reference;
import java.util.List;

/**
 * A foreign key, which a schema fact tells of. Its parent and its child both have it.
 *
 * @param child         the table that refers, with its keyspace
 * @param childColumns  its columns
 * @param parent        the table that is referred to, with its keyspace
 * @param parentColumns its columns, in the same order
 * @param onDelete      what becomes of the child's rows when their parent is deleted
 * @param onUpdate      what becomes of the child's rows when their parent's columns change
 */
public record ForeignKey(QualifiedName child, List<String> childColumns, QualifiedName parent,
        List<String> parentColumns, Reference onDelete, Reference onUpdate) {
    /** Copies the lists. */
    public ForeignKey {
        childColumns = List.copyOf(childColumns);
        parentColumns = List.copyOf(parentColumns);
    }

    /** True when the child's rows stay as they are: a parent that has some cannot be deleted or changed. */
    boolean onlyRestricts() {
        return isRestriction(onDelete) && isRestriction(onUpdate);
    }

    private static boolean isRestriction(Reference reference) {
        return reference == Reference.NO_ACTION || reference == Reference.RESTRICT;
    }
}
