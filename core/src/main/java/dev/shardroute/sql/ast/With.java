package dev.shardroute.sql.ast;

import java.util.List;

/** {@code WITH [RECURSIVE] …}, one table at least. */
public record With(boolean recursive, List<CommonTable> tables) implements Clause {
    /** Copies the list. */
    public With {
        tables = List.copyOf(tables);
    }
}
