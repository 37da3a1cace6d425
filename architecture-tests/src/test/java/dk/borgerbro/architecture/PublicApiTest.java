package dk.borgerbro.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What users see: signatures, nullness, immutability. */
class PublicApiTest {
    private static final List<String> ALLOWED_IN_SIGNATURES =
            List.of("java.", "javax.net.ssl.", "javax.sql.", "org.jspecify.", "dk.borgerbro.");
    private static final Set<String> PRIMITIVES =
            Set.of("void", "boolean", "byte", "short", "int", "long", "char", "float", "double");

    @Test
    void signaturesMentionTheJdkAndOurOwnTypesOnly() {
        classes().that(Visible.toUsers()).should(mentionOnlyAllowedTypes()).check(Modules.sdk());
    }

    @Test
    void everyPackageIsNullMarked() {
        Set<String> unmarked = new TreeSet<>();
        for (JavaClass type : Modules.of(Modules.PUBLISHED)) {
            JavaPackage home = type.getPackage();
            if (!home.isAnnotatedWith("org.jspecify.annotations.NullMarked")) {
                unmarked.add(home.getName());
            }
        }
        assertThat(unmarked).isEmpty();
    }

    @Test
    void noMethodTakesAnOptional() {
        methods().should(takeNoOptional()).check(Modules.of(Modules.PUBLISHED));
    }

    @Test
    void publicClassesOtherThanBuildersAreImmutable() {
        fields().that()
                .areDeclaredInClassesThat(Visible.toUsers())
                .and()
                .areDeclaredInClassesThat()
                .haveSimpleNameNotEndingWith("Builder")
                .and()
                .doNotHaveModifier(JavaModifier.VOLATILE)
                .should()
                .beFinal()
                .check(Modules.sdk());
    }

    @Test
    void nothingIsStaticAndChangeable() {
        fields().that().areStatic().should().beFinal().check(Modules.of(Modules.PUBLISHED));
        noFields()
                .that()
                .areStatic()
                .should()
                .haveRawType("java.lang.ThreadLocal")
                .because("one JVM serves many authorities, on virtual threads too")
                .check(Modules.of(Modules.PUBLISHED));
    }

    private static ArchCondition<JavaClass> mentionOnlyAllowedTypes() {
        return new ArchCondition<>("mention only allowed types in public signatures") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                Stream<JavaClass> heritage =
                        Stream.concat(type.getRawSuperclass().stream(), type.getRawInterfaces().stream());
                Stream<JavaClass> signatures = Stream.concat(
                        type.getFields().stream()
                                .filter(field -> Visible.isVisible(field.getModifiers()))
                                .map(field -> field.getRawType()),
                        type.getCodeUnits().stream()
                                .filter(unit -> Visible.isVisible(unit.getModifiers()))
                                .flatMap(PublicApiTest::mentioned));
                Stream.concat(heritage, signatures)
                        .map(JavaClass::getBaseComponentType)
                        .map(JavaClass::getName)
                        .filter(name -> !PRIMITIVES.contains(name))
                        .filter(name -> ALLOWED_IN_SIGNATURES.stream().noneMatch(name::startsWith) || isHidden(name))
                        .distinct()
                        .forEach(name ->
                                events.add(SimpleConditionEvent.violated(type, type.getName() + " mentions " + name)));
            }
        };
    }

    private static boolean isHidden(String name) {
        return name.startsWith("dk.borgerbro.") && (name.contains(".internal.") || name.contains(".core.support."));
    }

    private static Stream<JavaClass> mentioned(JavaCodeUnit unit) {
        return Stream.concat(unit.getAllInvolvedRawTypes().stream(), unit.getExceptionTypes().stream());
    }

    private static ArchCondition<JavaCodeUnit> takeNoOptional() {
        return new ArchCondition<>("take no Optional") {
            @Override
            public void check(JavaCodeUnit unit, ConditionEvents events) {
                boolean taken =
                        unit.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Optional.class));
                boolean lambda = unit.getName().startsWith("lambda$");
                if (taken && !lambda) {
                    events.add(SimpleConditionEvent.violated(unit, unit.getFullName() + " takes an Optional"));
                }
            }
        };
    }
}
