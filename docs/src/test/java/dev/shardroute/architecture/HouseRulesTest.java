package dev.shardroute.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.net.DatagramSocket;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Timer;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;

/** What no code here does, or no code of the four libraries. */
@AnalyzeClasses(packages = "dev.shardroute", importOptions = {DoNotIncludeTests.class, NoTestJars.class})
final class HouseRulesTest {
    @ArchTest
    static final ArchRule libraries_writeToNoStream =
            noClasses().that().resideInAnyPackage(Ours.LIBRARIES).should(ACCESS_STANDARD_STREAMS);

    @ArchTest
    static final ArchRule libraries_doNotLog = noClasses()
            .that()
            .resideInAnyPackage(Ours.LIBRARIES)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.util.logging..", "org.slf4j..", "org.apache.logging..", "org.apache.commons.logging..",
                    "ch.qos.logback..")
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(System.Logger.class);

    @ArchTest
    static final ArchRule libraries_startNoThread = noClasses()
            .that()
            .resideInAnyPackage(Ours.LIBRARIES)
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Thread.class, Executors.class, ForkJoinPool.class, Timer.class);

    @ArchTest
    static final ArchRule libraries_openNoSocket = noClasses()
            .that()
            .resideInAnyPackage(Ours.LIBRARIES)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.nio.channels..", "java.net.http..", "javax.net..", "java.sql..")
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(Socket.class, ServerSocket.class, DatagramSocket.class);

    @ArchTest
    static final ArchRule nobody_usesThreadLocals =
            noClasses().should().dependOnClassesThat().areAssignableTo(ThreadLocal.class);

    @ArchTest
    static final ArchRule nobody_throwsABareException = noClasses()
            .should()
            .callConstructorWhere(
                    Calls.constructorOf(Throwable.class, Exception.class, RuntimeException.class, Error.class));

    @ArchTest
    static final ArchRule no_methodIsSynchronized = noMethods().should().haveModifier(JavaModifier.SYNCHRONIZED);

    @ArchTest
    static final ArchRule no_fieldIsStaticAndMutable = noFields()
            .that()
            .areStatic()
            .and()
            .doNotHaveModifier(JavaModifier.SYNTHETIC)
            .should()
            .notBeFinal();
}
