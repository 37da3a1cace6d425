package dk.borgerbro.eid.saml;

import static dk.borgerbro.eid.saml.LoginBench.browser;
import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerbro.eid.BrowserSession;
import dk.borgerbro.eid.IncomingRequest;
import dk.borgerbro.eid.LoggedIn;
import dk.borgerbro.eid.SessionRotation;
import dk.borgerbro.eid.internal.saml.EngineCheck;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever is wrong with an answer, alone or together: the first wrong check in order is told, and nobody is logged in. */
class FirstWrongCheckTest {
    private static final Instant LONG_AGO = TestKeys.NOW.minus(Duration.ofDays(1));
    private static final Map<LoginCheck, Consumer<Answer>> WRONG = new EnumMap<>(Map.ofEntries(
            Map.entry(LoginCheck.R02_XML, answer -> answer.refused.add(EngineCheck.XML)),
            Map.entry(LoginCheck.R03_STRUCTURE, answer -> answer.refused.add(EngineCheck.STRUCTURE)),
            Map.entry(LoginCheck.R04_ISSUER, answer -> answer.issuer = Optional.of(NameId.of("urn:other"))),
            Map.entry(LoginCheck.R05_DESTINATION, answer -> answer.destination = Optional.empty()),
            Map.entry(LoginCheck.R06_IN_RESPONSE_TO, answer -> answer.inResponseTo = Optional.of("_other")),
            Map.entry(LoginCheck.R07_ISSUE_INSTANT, answer -> answer.issueInstant = LONG_AGO),
            Map.entry(LoginCheck.R08_STATUS, answer -> answer.status = Answer.status("Responder")),
            Map.entry(LoginCheck.R09_ASSERTION_COUNT, answer -> answer.plain = 1),
            Map.entry(LoginCheck.R10_DECRYPTION, answer -> answer.refused.add(EngineCheck.DECRYPTION)),
            Map.entry(
                    LoginCheck.R11_ASSERTION_STRUCTURE, answer -> answer.refused.add(EngineCheck.ASSERTION_STRUCTURE)),
            Map.entry(LoginCheck.R12_SIGNATURE_MISSING, answer -> answer.refused.add(EngineCheck.SIGNATURE_MISSING)),
            Map.entry(LoginCheck.R13_SIGNATURE_FORM, answer -> answer.refused.add(EngineCheck.SIGNATURE_FORM)),
            Map.entry(
                    LoginCheck.R14_SIGNATURE_ALGORITHM, answer -> answer.refused.add(EngineCheck.SIGNATURE_ALGORITHM)),
            Map.entry(LoginCheck.R15_SIGNATURE_KEY, answer -> answer.refused.add(EngineCheck.SIGNATURE_KEY)),
            Map.entry(LoginCheck.R16_ASSERTION_ISSUER, answer -> answer.assertionIssuer = NameId.of("urn:other")),
            Map.entry(LoginCheck.R17_ASSERTION_ISSUE_INSTANT, answer -> answer.assertionIssueInstant = LONG_AGO),
            Map.entry(LoginCheck.R18_SUBJECT, answer -> answer.nameId = NameId.of(Answer.SUBJECT)),
            Map.entry(LoginCheck.R19_SUBJECT_CONFIRMATION, answer -> answer.confirmations = List.of()),
            Map.entry(LoginCheck.R20_CONDITIONS, answer -> answer.conditions = Optional.empty()),
            Map.entry(LoginCheck.R21_AUTHENTICATION, answer -> answer.authentications = List.of()),
            Map.entry(
                    LoginCheck.R22_ATTRIBUTES,
                    answer -> answer.attributes.add(Answer.attribute(Answer.LOA, "one", "other"))),
            Map.entry(
                    LoginCheck.R23_ATTRIBUTE_PROFILE,
                    answer -> answer.attributes.removeIf(
                            attribute -> attribute.name().endsWith("specVersion"))),
            Map.entry(LoginCheck.R24_ASSURANCE, answer -> answer.level("Low")),
            Map.entry(LoginCheck.R25_REPLAY, answer -> answer.assertionId = "_used")));

    private final LoginBench bench = new LoginBench();
    private final BrowserSession browser = browser("one");
    private int logins;

    FirstWrongCheckTest() {
        Answer first = answer();
        first.assertionId = "_used";
        assertThat(bench.complete(first, browser)).isInstanceOf(LoggedIn.class);
    }

    private Answer answer() {
        Answer answer = bench.answer(bench.start(browser));
        answer.assertionId = "_assertion-" + ++logins;
        return answer;
    }

    private void complete(Set<LoginCheck> wrong) {
        Answer answer = answer();
        // R22's contradiction must not be undone by R24's other level.
        wrong.stream()
                .sorted((one, other) -> other.compareTo(one))
                .filter(WRONG::containsKey)
                .forEach(check -> WRONG.get(check).accept(answer));
        byte[] xml = bench.engine.bytesOf(answer);
        IncomingRequest request =
                wrong.contains(LoginCheck.R01_TRANSPORT) ? LoginBench.form("SAMLResponse=%") : LoginBench.form(xml, "");
        SessionRotation rotation =
                wrong.contains(LoginCheck.R26_SESSION) ? () -> browser : () -> browser("after-" + logins);
        bench.sp.completeLogin(request, browser, rotation);
    }

    @ParameterizedTest
    @EnumSource(LoginCheck.class)
    void eachCheckRefusesAlone(LoginCheck check) {
        Refused.by(check, () -> complete(EnumSet.of(check)));
    }

    @Test
    void ofSeveralTheFirstInOrderIsTold() {
        Random random = new Random(26);
        LoginCheck[] all = LoginCheck.values();
        for (int i = 0; i < 1500; i++) {
            Set<LoginCheck> wrong = EnumSet.noneOf(LoginCheck.class);
            for (int count = 1 + random.nextInt(5); count > 0; count--) {
                wrong.add(all[random.nextInt(all.length)]);
            }
            LoginCheck first = wrong.stream().min(LoginCheck::compareTo).orElseThrow();
            Refused.by(first, () -> complete(wrong));
        }
        assertThat(bench.sp.session(browser("after-" + logins))).isEmpty();
    }
}
