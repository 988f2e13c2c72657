package dev.shardroute.sql.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement that gives rows; what all of its kinds may have around them. */
public sealed interface Query extends Statement permits Select, SetOperation, ValuesRows {
    /** The common table expressions in front, or null. */
    @Nullable With with();

    /** The order; empty for none. */
    List<OrderItem> orderBy();

    /** How many rows, or null. */
    @Nullable Limit limit();
}
