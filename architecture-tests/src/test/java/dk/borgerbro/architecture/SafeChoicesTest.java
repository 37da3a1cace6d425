package dk.borgerbro.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Calls that look harmless and are not: each has a way that is right, which the rule names. */
class SafeChoicesTest {
    private static final JavaClasses SDK = Modules.sdk();
    private static final Set<String> CLOCKS = Set.of(
            "java.time.Instant",
            "java.time.LocalDate",
            "java.time.LocalDateTime",
            "java.time.ZonedDateTime",
            "java.time.YearMonth");
    private static final Set<String> WAITING = Set.of("dk.borgerbro.core.config.Sleeper");

    @Test
    void timeComesFromAClockThatTheCallerGave() {
        forbid(
                "ask a static clock; take a Clock",
                call -> CLOCKS.contains(owner(call))
                        && call.getName().equals("now")
                        && call.getTarget().getRawParameterTypes().isEmpty());
    }

    @Test
    void waitingGoesThroughTheSleeper() {
        forbid(
                "sleep; use the Sleeper of the settings",
                call -> owner(call).equals("java.lang.Thread")
                        && call.getName().equals("sleep")
                        && !WAITING.contains(call.getOriginOwner().getName()));
    }

    @Test
    void xmlFactoriesAreTheJdksOwn() {
        forbid(
                "look an XML factory up on the class path; use newDefaultFactory or newDefaultInstance",
                call -> owner(call).startsWith("javax.xml.")
                        && !owner(call).startsWith("javax.xml.crypto.")
                        && Set.of("newInstance", "newFactory").contains(call.getName()));
    }

    @Test
    void nothingIsPrinted() {
        noClasses()
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(SDK);
        forbid("print a stack trace; throw or log", call -> call.getName().equals("printStackTrace"));
    }

    @Test
    void securityProvidersAreNeverRegistered() {
        forbid(
                "change the JVM's providers; pass a Provider",
                call -> owner(call).equals("java.security.Security")
                        && Set.of("addProvider", "insertProviderAt", "setProperty")
                                .contains(call.getName()));
        forbid(
                "change system properties",
                call -> owner(call).equals("java.lang.System")
                        && Set.of("setProperty", "clearProperty", "setProperties")
                                .contains(call.getName()));
    }

    private static String owner(JavaMethodCall call) {
        return call.getTargetOwner().getName();
    }

    private static void forbid(String what, Predicate<JavaMethodCall> forbidden) {
        ArchRuleDefinition.classes()
                .should(new ArchCondition<JavaClass>("not " + what) {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        type.getMethodCallsFromSelf().stream()
                                .filter(forbidden)
                                .forEach(
                                        call -> events.add(SimpleConditionEvent.violated(type, call.getDescription())));
                    }
                })
                .check(SDK);
    }
}
