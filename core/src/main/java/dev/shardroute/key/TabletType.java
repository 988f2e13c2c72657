package dev.shardroute.key;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a tablet is used for. Only the first three serve queries. */
public enum TabletType {
    PRIMARY, REPLICA, RDONLY, SPARE, EXPERIMENTAL, BACKUP, RESTORE, DRAINED;

    /** The type of this name in any case, or empty when there is none. {@code batch} is another name of {@link #RDONLY}. */
    public static Optional<TabletType> ofName(String name) {
        if (name.equalsIgnoreCase("batch")) {
            return Optional.of(RDONLY);
        }
        return Stream.of(values()).filter(type -> type.name().equalsIgnoreCase(name)).findFirst();
    }

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
