package dk.borgerbro.eid.saml;

import static dk.borgerbro.eid.saml.LoginBench.browser;
import static dk.borgerbro.eid.saml.LoginBench.rotation;
import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerbro.core.error.Responsibility;
import dk.borgerbro.eid.AssuranceLevel;
import dk.borgerbro.eid.BrowserSession;
import dk.borgerbro.eid.LoginResult;
import dk.borgerbro.eid.internal.saml.StatusValue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** R8: what identity providers say instead of success. */
class LoginOutcomeTest {
    private final LoginBench bench = new LoginBench();
    private final BrowserSession browser = browser("one");

    private LoginResult said(StatusValue status) {
        LoginRedirect redirect =
                bench.start(browser, asked -> asked.returnTo("/sager").level(AssuranceLevel.HIGH));
        Answer answer = bench.answer(redirect);
        answer.status = status;
        answer.sealed = 0;
        return bench.complete(answer, browser, LoginBench.relayState(redirect), rotation("one"));
    }

    @ParameterizedTest
    @CsvSource({
        "Responder, AuthnFailed, Cancelled",
        "Requester, AuthnFailed, Cancelled",
        "Responder, NoPassive, NotLoggedIn",
        "Requester, NoPassive, NotLoggedIn",
        "Responder, NoAuthnContext, AssuranceNotAvailable",
        "Requester, NoAuthnContext, AssuranceNotAvailable",
        "Responder, RequestDenied, Denied",
        "Requester, RequestDenied, Denied"
    })
    void whatIsPartOfDailyLifeIsAValue(String top, String second, String outcome) {
        LoginResult result = said(Answer.status(top, second));
        assertThat(result.getClass().getSimpleName()).isEqualTo(outcome);
        assertThat(result.returnTo()).isEqualTo("/sager");
        assertThat(bench.audited)
                .last()
                .satisfies(event -> assertThat(event.details()).containsEntry("outcome", outcome));
    }

    @Test
    void anUnreachableLevelIsNamed() {
        assertThat(said(Answer.status("Responder", "NoAuthnContext")))
                .isInstanceOfSatisfying(LoginResult.AssuranceNotAvailable.class, result -> {
                    assertThat(result.required()).isEqualTo(AssuranceLevel.HIGH);
                    assertThat(result.status().subcode()).contains("urn:oasis:names:tc:SAML:2.0:status:NoAuthnContext");
                });
    }

    @ParameterizedTest
    @CsvSource({
        "Responder, ''",
        "Requester, ''",
        "VersionMismatch, ''",
        "VersionMismatch, AuthnFailed",
        "Responder, UnknownPrincipal",
        "Requester, UnsupportedBinding",
        "Requester, urn:other:AuthnFailed",
        "urn:other:Responder, AuthnFailed",
        "AuthnFailed, Responder"
    })
    void everyOtherPairIsAFailureWithItsCodes(String top, String second) {
        StatusValue status = second.isEmpty() ? Answer.status(top) : Answer.status(top, second);
        LoginRejectedException refusal = Refused.by(LoginCheck.R08_STATUS, () -> said(status));
        assertThat(refusal.status())
                .hasValueSatisfying(
                        told -> assertThat(told.code()).isEqualTo(status.codes().get(0)));
        assertThat(refusal.getMessage()).doesNotContain("urn:other");
    }

    @Test
    void whoeverSetTheServiceUpMustActOnARequestThatIsWrong() {
        LoginRejectedException ours =
                Refused.by(LoginCheck.R08_STATUS, () -> said(Answer.status("Requester", "InvalidNameIDPolicy")));
        assertThat(ours.responsibility()).isEqualTo(Responsibility.SETUP);
        assertThat(ours.getMessage()).contains("Requester with InvalidNameIDPolicy");
        LoginRejectedException theirs = Refused.by(LoginCheck.R08_STATUS, () -> said(Answer.status("Responder")));
        assertThat(theirs.responsibility()).isEqualTo(Responsibility.SERVICE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "a\r\nb", "Ane \"x\" & 'y'"})
    void wordsAreCleanedInOutcomesAndFailuresAndStandInNoMessage(String words) {
        StatusValue cancelled =
                new StatusValue(Answer.status("Responder", "AuthnFailed").codes(), Optional.of(words));
        assertThat(said(cancelled))
                .isInstanceOfSatisfying(
                        LoginResult.Cancelled.class,
                        result -> assertThat(result.status().message()).doesNotContainPattern("[<>&\"'\\r\\n]"));
        StatusValue failed = new StatusValue(List.of("urn:x:<b>"), Optional.of(words));
        LoginRejectedException refusal = Refused.by(LoginCheck.R08_STATUS, () -> said(failed));
        assertThat(refusal.status().orElseThrow().message()).doesNotContainPattern("[<>&\"'\\r\\n]");
        assertThat(refusal.getMessage()).doesNotContain("alert", "Ane", "<b>");
    }

    @Test
    void anOutcomeIsBelievedOnlyIfTheEnvelopeIs() {
        LoginRedirect redirect = bench.start(browser);
        Answer old = bench.answer(redirect);
        old.status = Answer.status("Responder", "AuthnFailed");
        old.issueInstant = TestKeys.NOW.minus(Duration.ofHours(1));
        Refused.by(LoginCheck.R07_ISSUE_INSTANT, () -> bench.complete(old, browser));
        Answer other = bench.answer(Optional.of("_invented"));
        other.status = Answer.status("Responder", "AuthnFailed");
        Refused.by(LoginCheck.R06_IN_RESPONSE_TO, () -> bench.complete(other, browser));
    }

    @Test
    void anOutcomeRotatesNoSession() {
        Answer answer = bench.answer(bench.start(browser));
        answer.status = Answer.status("Responder", "AuthnFailed");
        assertThat(bench.complete(answer, browser, "", () -> {
                    throw new IllegalStateException("must not be called");
                }))
                .isInstanceOf(LoginResult.Cancelled.class);
    }
}
