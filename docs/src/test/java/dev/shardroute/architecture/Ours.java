package dev.shardroute.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;

/** Predicates on the classes of this project. */
final class Ours {
    /** The packages of the four libraries. */
    static final String[] LIBRARIES = {
        "dev.shardroute.sql..",
        "dev.shardroute.type..",
        "dev.shardroute.key..",
        "dev.shardroute.error..",
        "dev.shardroute.vschema..",
        "dev.shardroute.vindex..",
        "dev.shardroute.topo..",
        "dev.shardroute.planner..",
    };

    private Ours() {}

    /** Our classes, without those in {@code packages}. */
    static DescribedPredicate<JavaClass> outside(String... packages) {
        return resideInAPackage("dev.shardroute..")
                .and(DescribedPredicate.not(resideInAnyPackage(packages)))
                .as("are ours and reside outside of %s", String.join(", ", packages));
    }
}
