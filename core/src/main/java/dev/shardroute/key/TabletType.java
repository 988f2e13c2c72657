package dev.shardroute.key;

import java.util.Locale;

/** What a tablet is used for. Only the first three serve queries. */
public enum TabletType {
    PRIMARY, REPLICA, RDONLY, SPARE, EXPERIMENTAL, BACKUP, RESTORE, DRAINED;

    /** True for the types that serve queries. */
    public boolean isServing() {
        return this == PRIMARY || this == REPLICA || this == RDONLY;
    }

    /** The name as target strings write it, in lower case. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
