package dev.shardroute.architecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;

/** Leaves out what modules give to the tests of others. */
public final class NoTestJars implements ImportOption {
    /** Made by ArchUnit. */
    public NoTestJars() {}

    @Override
    public boolean includes(Location location) {
        return !location.contains("-tests.jar");
    }
}
