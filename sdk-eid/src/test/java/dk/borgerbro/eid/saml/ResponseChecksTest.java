package dk.borgerbro.eid.saml;

import static dk.borgerbro.eid.saml.LoginBench.browser;
import static dk.borgerbro.eid.saml.LoginBench.rotation;
import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerbro.eid.BrowserSession;
import dk.borgerbro.eid.IncomingRequest;
import dk.borgerbro.eid.LoggedIn;
import dk.borgerbro.eid.LoginResult;
import dk.borgerbro.eid.internal.saml.EngineCheck;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** R1 to R9, and those that an engine makes: what stands on the envelope. */
class ResponseChecksTest {
    private static final Duration TOLERATED_AGE = Duration.ofMinutes(8);
    private static final Duration SKEW = Duration.ofMinutes(3);

    private final LoginBench bench = new LoginBench();
    private final BrowserSession browser = browser("one");

    private void accepted(Consumer<Answer> change) {
        assertThat(answered(change)).isInstanceOf(LoggedIn.class);
    }

    private void refused(LoginCheck check, Consumer<Answer> change) {
        Refused.by(check, () -> answered(change));
    }

    private LoginResult answered(Consumer<Answer> change) {
        Answer answer = bench.answer(bench.start(browser));
        answer.assertionId = "_assertion-" + bench.audited.size();
        change.accept(answer);
        return bench.complete(answer, browser, "", rotation("one"));
    }

    @Test
    void everythingRightLogsIn() {
        accepted(answer -> {});
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "SAMLResponse=",
                "SAMLRequest=PGEvPg==",
                "SAMLResponse=PGEvPg==&SAMLResponse=PGEvPg==",
                "SAMLResponse=PGEvPg",
                "SAMLResponse=PGEvPg=%3D=",
                "SAMLResponse=%2A%2A%2A%2A"
            })
    void aFormThatIsNotOneMessageInBase64IsRefused(String body) {
        Refused.by(
                LoginCheck.R01_TRANSPORT,
                () -> bench.sp.completeLogin(LoginBench.form(body), browser, rotation("one")));
    }

    @Test
    void whatCameByGetOrAsAnotherTypeIsRefused() {
        Refused.by(
                LoginCheck.R01_TRANSPORT,
                () -> bench.sp.completeLogin(IncomingRequest.get("SAMLResponse=PGEvPg=="), browser, rotation("one")));
        ByteArrayInputStream body =
                new ByteArrayInputStream("SAMLResponse=PGEvPg==".getBytes(StandardCharsets.US_ASCII));
        Refused.by(
                LoginCheck.R01_TRANSPORT,
                () -> bench.sp.completeLogin(IncomingRequest.post("text/plain", body), browser, rotation("one")));
    }

    @ParameterizedTest
    @CsvSource({
        "XML, R02_XML",
        "STRUCTURE, R03_STRUCTURE",
        "DECRYPTION, R10_DECRYPTION",
        "ASSERTION_STRUCTURE, R11_ASSERTION_STRUCTURE",
        "SIGNATURE_MISSING, R12_SIGNATURE_MISSING",
        "SIGNATURE_FORM, R13_SIGNATURE_FORM",
        "SIGNATURE_ALGORITHM, R14_SIGNATURE_ALGORITHM",
        "SIGNATURE_KEY, R15_SIGNATURE_KEY"
    })
    void whatTheEngineRefusesIsRefusedWithItsCode(EngineCheck check, LoginCheck code) {
        refused(code, answer -> answer.refused.add(check));
    }

    @Test
    void aSignedResponseIsFineAndOneWithABadSignatureIsNot() {
        accepted(answer -> answer.responseSigned = true);
        refused(
                LoginCheck.R15_SIGNATURE_KEY,
                answer -> answer.responseSignature = Optional.of(EngineCheck.SIGNATURE_KEY));
    }

    @Test
    void aResponseNeedNotNameItsIssuer() {
        accepted(answer -> answer.issuer = Optional.empty());
        accepted(answer -> answer.issuer = Optional.of(NameId.of(LoginBench.IDP).withFormat(NameId.ENTITY)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://saml.idp.example/", "https://SAML.idp.example", "https://other.example", ""})
    void aResponseOfAnotherIssuerIsRefused(String issuer) {
        refused(LoginCheck.R04_ISSUER, answer -> answer.issuer = Optional.of(NameId.of(issuer)));
        refused(LoginCheck.R16_ASSERTION_ISSUER, answer -> answer.assertionIssuer = NameId.of(issuer));
    }

    @Test
    void anIssuerWithAnotherFormatIsRefused() {
        NameId odd = NameId.of(LoginBench.IDP).withFormat(NameId.PERSISTENT);
        refused(LoginCheck.R04_ISSUER, answer -> answer.issuer = Optional.of(odd));
        refused(LoginCheck.R16_ASSERTION_ISSUER, answer -> answer.assertionIssuer = odd);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://andre.example/saml/acs",
                "https://selvbetjening.example/saml/ACS",
                "https://selvbetjening.example:443/saml/acs",
                "https://selvbetjening.example/saml/acs/",
                "http://selvbetjening.example/saml/acs",
                ""
            })
    void aResponseForAnotherAddressIsRefused(String destination) {
        refused(LoginCheck.R05_DESTINATION, answer -> answer.destination = Optional.of(destination));
    }

    @Test
    void aResponseWithoutDestinationIsRefused() {
        refused(LoginCheck.R05_DESTINATION, answer -> answer.destination = Optional.empty());
    }

    @Test
    void aResponseIsAcceptedUntilItIsTooOldAndNotAMillisecondLonger() {
        accepted(answer -> answer.issueInstant = TestKeys.NOW.minus(TOLERATED_AGE));
        refused(
                LoginCheck.R07_ISSUE_INSTANT,
                answer ->
                        answer.issueInstant = TestKeys.NOW.minus(TOLERATED_AGE).minusMillis(1));
        accepted(answer -> answer.issueInstant = TestKeys.NOW.plus(SKEW));
        refused(
                LoginCheck.R07_ISSUE_INSTANT,
                answer -> answer.issueInstant = TestKeys.NOW.plus(SKEW).plusMillis(1));
    }

    @Test
    void thereMustBeOneAssertionAndItMustBeEncrypted() {
        refused(LoginCheck.R09_ASSERTION_COUNT, answer -> answer.sealed = 0);
        refused(LoginCheck.R09_ASSERTION_COUNT, answer -> answer.sealed = 2);
        refused(LoginCheck.R09_ASSERTION_COUNT, answer -> answer.plain = 1);
        refused(LoginCheck.R09_ASSERTION_COUNT, answer -> {
            answer.plain = 1;
            answer.sealed = 0;
        });
    }

    @Test
    void withoutSkewTheLimitsAreTheNamedInstants() {
        LoginBench strict =
                new LoginBench(builder -> builder.clockSkew(Duration.ZERO).maxAge(Duration.ofMinutes(1)));
        Answer ahead = strict.answer(strict.start(browser));
        ahead.issueInstant = TestKeys.NOW.plusMillis(1);
        Refused.by(LoginCheck.R07_ISSUE_INSTANT, () -> strict.complete(ahead, browser));
        Answer old = strict.answer(strict.start(browser));
        old.issueInstant = TestKeys.NOW.minus(Duration.ofMinutes(1)).minusMillis(1);
        Refused.by(LoginCheck.R07_ISSUE_INSTANT, () -> strict.complete(old, browser));
        Answer limit = strict.answer(strict.start(browser));
        limit.issueInstant = TestKeys.NOW.minus(Duration.ofMinutes(1));
        assertThat(strict.complete(limit, browser)).isInstanceOf(LoggedIn.class);
    }
}
