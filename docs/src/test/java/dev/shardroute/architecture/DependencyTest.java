package dev.shardroute.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;

/** Dependencies point one way only: core, vschema, topology, planner, and then the optional modules. */
@AnalyzeClasses(packages = "dev.shardroute", importOptions = {DoNotIncludeTests.class, NoTestJars.class})
final class DependencyTest {
    private static final String[] CORE = {
        "dev.shardroute.sql..", "dev.shardroute.type..", "dev.shardroute.key..", "dev.shardroute.error..",
    };
    private static final String[] VSCHEMA = {"dev.shardroute.vschema..", "dev.shardroute.vindex.."};
    private static final String[] TOPO = {"dev.shardroute.topo.."};
    private static final String[] PLANNER = {"dev.shardroute.planner.."};
    private static final String[] EXECUTOR = {"dev.shardroute.executor.."};
    private static final String[] TABLET = {"dev.shardroute.tablet.."};
    private static final String[] MYSQL = {"dev.shardroute.mysql.."};
    private static final String[] CLI = {"dev.shardroute.cli.."};

    @ArchTest
    static final ArchRule core_usesNoOtherModule = mayUse(CORE, CORE);

    @ArchTest
    static final ArchRule vschema_usesCore = mayUse(VSCHEMA, VSCHEMA, CORE);

    @ArchTest
    static final ArchRule topology_usesCore = mayUse(TOPO, TOPO, CORE);

    @ArchTest
    static final ArchRule planner_usesTheOtherLibraries = mayUse(PLANNER, PLANNER, VSCHEMA, TOPO, CORE);

    @ArchTest
    static final ArchRule executor_usesTheLibraries = mayUse(EXECUTOR, EXECUTOR, PLANNER, VSCHEMA, TOPO, CORE);

    @ArchTest
    static final ArchRule tablet_usesTheExecutor = mayUse(TABLET, TABLET, EXECUTOR, TOPO, CORE);

    @ArchTest
    static final ArchRule mysqlServer_usesCore = mayUse(MYSQL, MYSQL, CORE);

    @ArchTest
    static final ArchRule every_class_belongsToAModule = classes()
            .should()
            .resideInAnyPackage(join(CORE, VSCHEMA, TOPO, PLANNER, EXECUTOR, TABLET, MYSQL, CLI));

    @ArchTest
    static final ArchRule jsqlParser_isSeenInOnePackageOnly = noClasses()
            .that()
            .resideOutsideOfPackage("dev.shardroute.sql.jsqlparser")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("net.sf.jsqlparser..");

    private static ArchRule mayUse(String[] module, String[]... allowed) {
        return noClasses()
                .that()
                .resideInAnyPackage(module)
                .should()
                .dependOnClassesThat(Ours.outside(join(allowed)));
    }

    private static String[] join(String[]... packages) {
        return Arrays.stream(packages).flatMap(Arrays::stream).toArray(String[]::new);
    }
}
