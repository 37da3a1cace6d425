package dk.borgerbro.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who may import whom: the table of {@code docs/adr/0001-modules-and-imports.md}. */
class ImportTableTest {
    private static final String[] JDK = {
        "java..", "javax..", "org.w3c.dom..", "org.xml.sax..", "org.jspecify.annotations", ""
    };
    private static final DescribedPredicate<JavaClass> INTERNAL = resideInAPackage("dk.borgerbro..internal..");
    private static final DescribedPredicate<JavaClass> SUPPORT = resideInAPackage("dk.borgerbro.core.support..");
    private static final DescribedPredicate<JavaClass> OURS = resideInAPackage("dk.borgerbro..");
    private static final DescribedPredicate<JavaClass> PUBLIC = OURS.and(DescribedPredicate.not(INTERNAL))
            .and(DescribedPredicate.not(SUPPORT))
            .as("public packages");

    @Test
    void publicPackagesKnowNoThirdPartyLibrary() {
        classes()
                .that(PUBLIC)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(JDK).or(OURS))
                .because("a library in a public package becomes the user's problem")
                .check(Modules.sdk());
    }

    @Test
    void supportKnowsTheLoggingFacadeAndNoOtherLibrary() {
        classes()
                .that(SUPPORT)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(JDK).or(OURS).or(resideInAPackage("org.slf4j..")))
                .check(Modules.sdk());
    }

    @Test
    void coreKnowsNoClient() {
        noClasses()
                .that()
                .resideInAPackage("dk.borgerbro.core..")
                .should()
                .dependOnClassesThat(OURS.and(resideOutsideOfPackages("dk.borgerbro.core..")))
                .check(Modules.sdk());
    }

    @Test
    void clientsKnowNeitherEachOtherNorTheInternalsOfCore() {
        for (String client : Modules.CLIENTS) {
            String own = "dk.borgerbro." + client.substring("sdk-".length()) + "..";
            classes()
                    .that()
                    .resideInAPackage(own)
                    .should()
                    .onlyDependOnClassesThat(resideInAPackage(own)
                            .or(resideInAPackage("dk.borgerbro.core..").and(DescribedPredicate.not(INTERNAL)))
                            .or(DescribedPredicate.not(OURS)))
                    .check(Modules.of(List.of(client)));
        }
    }

    @Test
    void onlyTheInternalsOfClientsAndTheirEntrancesUseThePlumbing() {
        classes()
                .that(PUBLIC)
                .and()
                .resideOutsideOfPackage("dk.borgerbro.core..")
                .should()
                .onlyDependOnClassesThat(DescribedPredicate.not(SUPPORT))
                .because("plumbing is for internal packages; the public face of a client stays free of it")
                .check(Modules.of(Modules.CLIENTS));
    }

    @Test
    void testkitsKnowNoClientAndNoLibraryButTheirOwn() {
        classes()
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(JDK)
                        .or(resideInAnyPackage(
                                "dk.borgerbro.testkit..",
                                "com.sun.net.httpserver..",
                                "jdk.jfr..",
                                "com.fasterxml.jackson..",
                                "org.bouncycastle..",
                                "org.junit..",
                                "org.opentest4j..",
                                "ch.qos.logback..",
                                "org.slf4j.."))
                        .or(resideInAPackage("dk.borgerbro.core..")
                                .and(DescribedPredicate.not(INTERNAL))
                                .and(DescribedPredicate.not(SUPPORT))))
                .because("a simulator is a second opinion, written without the client's classes")
                .check(Modules.of(Modules.TESTKITS));
    }

    @Test
    void theBaseOfTheTestkitKnowsNothingOfTheSdk() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage("dk.borgerbro.core.."))
                .because("the tests of the core use it")
                .check(Modules.of(List.of("sdk-testkit-base")));
    }
}
