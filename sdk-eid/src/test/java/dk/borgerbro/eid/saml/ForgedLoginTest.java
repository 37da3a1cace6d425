package dk.borgerbro.eid.saml;

import static dk.borgerbro.eid.saml.LoginBench.browser;
import static dk.borgerbro.eid.saml.LoginCheck.R02_XML;
import static dk.borgerbro.eid.saml.LoginCheck.R04_ISSUER;
import static dk.borgerbro.eid.saml.LoginCheck.R05_DESTINATION;
import static dk.borgerbro.eid.saml.LoginCheck.R06_IN_RESPONSE_TO;
import static dk.borgerbro.eid.saml.LoginCheck.R07_ISSUE_INSTANT;
import static dk.borgerbro.eid.saml.LoginCheck.R09_ASSERTION_COUNT;
import static dk.borgerbro.eid.saml.LoginCheck.R10_DECRYPTION;
import static dk.borgerbro.eid.saml.LoginCheck.R11_ASSERTION_STRUCTURE;
import static dk.borgerbro.eid.saml.LoginCheck.R12_SIGNATURE_MISSING;
import static dk.borgerbro.eid.saml.LoginCheck.R14_SIGNATURE_ALGORITHM;
import static dk.borgerbro.eid.saml.LoginCheck.R15_SIGNATURE_KEY;
import static dk.borgerbro.eid.saml.LoginCheck.R16_ASSERTION_ISSUER;
import static dk.borgerbro.eid.saml.LoginCheck.R17_ASSERTION_ISSUE_INSTANT;
import static dk.borgerbro.eid.saml.LoginCheck.R18_SUBJECT;
import static dk.borgerbro.eid.saml.LoginCheck.R19_SUBJECT_CONFIRMATION;
import static dk.borgerbro.eid.saml.LoginCheck.R20_CONDITIONS;
import static dk.borgerbro.eid.saml.LoginCheck.R21_AUTHENTICATION;
import static dk.borgerbro.eid.saml.LoginCheck.R22_ATTRIBUTES;
import static dk.borgerbro.eid.saml.LoginCheck.R23_ATTRIBUTE_PROFILE;
import static dk.borgerbro.eid.saml.LoginCheck.R24_ASSURANCE;
import static dk.borgerbro.eid.saml.LoginCheck.R25_REPLAY;
import static dk.borgerbro.testkit.nemlogin.SamlAlgorithms.RSA_SHA1;
import static dk.borgerbro.testkit.nemlogin.SamlAlgorithms.SHA1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgerbro.eid.BrowserSession;
import dk.borgerbro.eid.LoggedIn;
import dk.borgerbro.eid.SubjectKind;
import dk.borgerbro.testkit.leak.Confidential;
import dk.borgerbro.testkit.nemlogin.ForgedResponse;
import dk.borgerbro.testkit.nemlogin.IssuedResponse;
import dk.borgerbro.testkit.nemlogin.SignatureRecipe;
import dk.borgerbro.testkit.nemlogin.SimulatedLevel;
import dk.borgerbro.testkit.nemlogin.SimulatedUser;
import dk.borgerbro.testkit.nemlogin.XmlPart;
import dk.borgerbro.testkit.person.TestOrganisation;
import dk.borgerbro.testkit.person.TestPerson;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Attacks S01 to S48 through the whole service provider, on the real engine: each is refused with its code, and told of without content. */
class ForgedLoginTest {
    private static final ForgeBench BENCH = new ForgeBench();
    private static final String EID = "https://data.gov.dk/model/core/eid/";
    private static final String CONFIRMATION = "Subject/SubjectConfirmation";
    private static final String DATA = CONFIRMATION + "/SubjectConfirmationData";
    private static final String AUDIENCE = "Conditions/AudienceRestriction";
    private static final SimulatedUser AT_WORK =
            SimulatedUser.professional(TestPerson.ADULT, TestOrganisation.MUNICIPALITY);

    private final SamlServiceProvider sp = BENCH.builder().build();
    private final BrowserSession browser = browser("one");

    @BeforeAll
    static void watchFor() {
        Confidential.register("NameID", ForgeBench.ANE.nameId(LoginBench.SP));
        Confidential.register("NameID", AT_WORK.nameId(LoginBench.SP));
    }

    private static Arguments attack(String name, LoginCheck check, UnaryOperator<ForgedResponse> change) {
        return Arguments.of(check, Named.of(name, change));
    }

    private static Arguments inAssertion(String name, LoginCheck check, Consumer<XmlPart> change) {
        return attack(name, check, response -> response.changeAssertion(change));
    }

    private static Arguments user(String name, LoginCheck check, SimulatedUser user) {
        return attack(name, check, response -> response.withFacts(facts -> facts.withUser(user)));
    }

    static Stream<Arguments> attacks() {
        SimulatedUser ane = ForgeBench.ANE;
        String loa = Answer.LOA;
        return Stream.of(
                attack("S01 unsigned", R12_SIGNATURE_MISSING, ForgedResponse::withoutSignature),
                attack(
                        "S08 stranger's key",
                        R15_SIGNATURE_KEY,
                        response -> response.withSignature(SignatureRecipe.by(BENCH.forge.stranger()))),
                attack(
                        "S09 retired key",
                        R15_SIGNATURE_KEY,
                        response -> response.withSignature(SignatureRecipe.by(BENCH.forge.retiredSigner()))),
                attack(
                        "S09 expired certificate",
                        R15_SIGNATURE_KEY,
                        response -> response.withSignature(SignatureRecipe.by(BENCH.forge.expiredSigner()))),
                attack(
                        "S12 SHA-1 signature",
                        R14_SIGNATURE_ALGORITHM,
                        response -> response.withSignature(recipe -> recipe.withAlgorithm(RSA_SHA1))),
                attack(
                        "S13 SHA-1 digest",
                        R14_SIGNATURE_ALGORITHM,
                        response -> response.withSignature(recipe -> recipe.withDigest(SHA1))),
                attack(
                        "S15 rsa-1_5",
                        R10_DECRYPTION,
                        response -> response.withEncryption(recipe -> recipe.withRsa15())),
                attack(
                        "S19 encrypted to somebody else",
                        R10_DECRYPTION,
                        response ->
                                response.withEncryption(recipe -> recipe.withRecipients(TestKeys.IDP.certificate()))),
                attack("S20 plain", R09_ASSERTION_COUNT, ForgedResponse::withoutEncryption),
                attack(
                        "S20 none",
                        R09_ASSERTION_COUNT,
                        response -> response.changeResponse(part -> part.remove("EncryptedAssertion"))),
                attack(
                        "S21 only the response is signed",
                        R12_SIGNATURE_MISSING,
                        response -> response.withoutSignature()
                                .withResponseSignature(SignatureRecipe.by(BENCH.forge.signer()))),
                attack(
                        "D9 response signed by a stranger",
                        R15_SIGNATURE_KEY,
                        response -> response.withResponseSignature(SignatureRecipe.by(BENCH.forge.stranger()))),
                attack(
                        "S22 document type",
                        R02_XML,
                        response -> response.changeText(text ->
                                "<!DOCTYPE a [<!ENTITY b \"c\">]>" + text.substring(text.indexOf("<samlp:Response")))),
                attack(
                        "S25 other destination",
                        R05_DESTINATION,
                        response -> response.changeResponse(
                                part -> part.set("@Destination", "https://andre.example/saml/acs"))),
                attack(
                        "S25 no destination",
                        R05_DESTINATION,
                        response -> response.changeResponse(part -> part.remove("@Destination"))),
                attack(
                        "S25 other port",
                        R05_DESTINATION,
                        response -> response.changeResponse(
                                part -> part.set("@Destination", "https://selvbetjening.example:8443/saml/acs"))),
                inAssertion(
                        "S27 other recipient",
                        R19_SUBJECT_CONFIRMATION,
                        part -> part.set(DATA + "/@Recipient", "https://andre.example/saml/acs")),
                inAssertion("S28 both confirmations wrong", R19_SUBJECT_CONFIRMATION, part -> {
                    part.set(DATA + "/@Recipient", "https://andre.example/saml/acs");
                    part.duplicate(CONFIRMATION);
                }),
                inAssertion(
                        "S29 other request in the confirmation",
                        R19_SUBJECT_CONFIRMATION,
                        part -> part.set(DATA + "/@InResponseTo", "_another")),
                inAssertion("S30 no end", R19_SUBJECT_CONFIRMATION, part -> part.remove(DATA + "/@NotOnOrAfter")),
                inAssertion(
                        "S30 ended",
                        R19_SUBJECT_CONFIRMATION,
                        part -> part.set(DATA + "/@NotOnOrAfter", "2026-03-10T08:57:00Z")),
                inAssertion(
                        "S31 confirmation not begun",
                        R19_SUBJECT_CONFIRMATION,
                        part -> part.set(DATA + "/@NotBefore", "2026-03-10T09:03:00.001Z")),
                inAssertion(
                        "S31 conditions not begun",
                        R20_CONDITIONS,
                        part -> part.set("Conditions/@NotBefore", "2026-03-10T09:03:00.001Z")),
                attack(
                        "S32 old response",
                        R07_ISSUE_INSTANT,
                        response ->
                                response.changeResponse(part -> part.set("@IssueInstant", "2026-03-10T08:51:59.999Z"))),
                attack(
                        "S32 response of tomorrow",
                        R07_ISSUE_INSTANT,
                        response -> response.changeResponse(part -> part.set("@IssueInstant", "2026-03-11T09:00:00Z"))),
                inAssertion(
                        "S32 old assertion",
                        R17_ASSERTION_ISSUE_INSTANT,
                        part -> part.set("@IssueInstant", "2026-03-10T08:51:59.999Z")),
                inAssertion(
                        "S33 other audience",
                        R20_CONDITIONS,
                        part -> part.set(AUDIENCE + "/Audience", "https://andre.example")),
                inAssertion(
                        "S33 prefix of our name",
                        R20_CONDITIONS,
                        part -> part.set(AUDIENCE + "/Audience", "https://selvbetjening.example")),
                inAssertion(
                        "S33 second restriction without us",
                        R20_CONDITIONS,
                        part -> part.duplicate(AUDIENCE).set("Audience", "https://andre.example")),
                inAssertion("S33 no restriction", R20_CONDITIONS, part -> part.remove(AUDIENCE)),
                attack(
                        "S34 unsolicited",
                        R06_IN_RESPONSE_TO,
                        response -> response.withFacts(facts -> facts.withInResponseTo(""))),
                attack(
                        "S38 other issuer of the response",
                        R04_ISSUER,
                        response -> response.withFacts(facts -> facts.withIssuer("https://saml.other.example"))),
                inAssertion(
                        "S38 other issuer of the assertion",
                        R16_ASSERTION_ISSUER,
                        part -> part.set("Issuer", "https://saml.other.example")),
                user("S39 low", R24_ASSURANCE, ane.level(SimulatedLevel.LOW)),
                user("S39 unknown level", R24_ASSURANCE, ane.with(loa, "SuperHigh")),
                user("S39 no level", R24_ASSURANCE, ane.without(loa)),
                user("S39 two levels", R22_ATTRIBUTES, ane.with(loa, "Substantial", "High")),
                attack(
                        "S41 professional without CVR number",
                        R23_ATTRIBUTE_PROFILE,
                        response ->
                                response.withFacts(facts -> facts.withUser(AT_WORK.without(EID + "professional/cvr"))
                                        .withNameId(AT_WORK.nameId(LoginBench.SP)))),
                attack(
                        "S41 seven digits",
                        R23_ATTRIBUTE_PROFILE,
                        response -> response.withFacts(
                                facts -> facts.withUser(AT_WORK.with(EID + "professional/cvr", "9900000"))
                                        .withNameId(AT_WORK.nameId(LoginBench.SP)))),
                attack(
                        "S42 doubled prefix",
                        R18_SUBJECT,
                        response -> response.withFacts(facts ->
                                facts.withNameId(EID + "person/uuid/x/uuid/37a5a1aa-67ce-4f70-b7c0-b8e678d585f7"))),
                attack(
                        "S42 odd format",
                        R18_SUBJECT,
                        response -> response.withFacts(facts ->
                                facts.withNameIdFormat("urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified"))),
                inAssertion("S44 no authentication", R21_AUTHENTICATION, part -> part.remove("AuthnStatement")),
                inAssertion("S44 two authentications", R21_AUTHENTICATION, part -> part.duplicate("AuthnStatement")),
                inAssertion(
                        "S44 two lists of attributes", R22_ATTRIBUTES, part -> part.duplicate("AttributeStatement")));
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void isRefused(LoginCheck check, UnaryOperator<ForgedResponse> change) {
        BENCH.audited.clear();
        LoginRejectedException refusal = Refused.by(check, () -> BENCH.login(sp, browser, ForgeBench.ANE, change));
        assertThat(BENCH.audited)
                .extracting(event -> event.details().getOrDefault("check", "begun"))
                .containsExactly("begun", check.name());
        assertThat(sp.session(browser)).isEmpty();
        assertThat(sp.session(browser(browser.id() + "-after"))).isEmpty();
        assertThat(refusal.getMessage())
                .doesNotContain(ForgeBench.ANE.nameId(LoginBench.SP), TestPerson.ADULT.cpr(), "andre.example");
    }

    @Test
    void aConfirmationThatHoldsSufficesBeforeOrBehindOneThatDoesNot() {
        assertThat(BENCH.login(
                        sp,
                        browser,
                        ForgeBench.ANE,
                        response -> response.changeAssertion(part -> part.duplicate(CONFIRMATION)
                                .set("SubjectConfirmationData/@Recipient", "https://andre.example"))))
                .isInstanceOf(LoggedIn.class);
        assertThat(BENCH.login(
                        sp,
                        browser,
                        ForgeBench.ANE,
                        response -> response.changeAssertion(part -> {
                            part.duplicate(CONFIRMATION);
                            part.set(DATA + "/@Recipient", "https://andre.example");
                        })))
                .isInstanceOf(LoggedIn.class);
    }

    /** The schema knows no such element, so a structure check may see it before the conditions are looked at. */
    @Test
    void anUnknownConditionIsRefusedByWhicheverCheckSeesItFirst() {
        assertThatThrownBy(() -> BENCH.login(
                        sp,
                        browser,
                        ForgeBench.ANE,
                        response -> response.changeAssertion(part -> part.append(
                                "Conditions",
                                "<saml:Condition xmlns:saml=\"urn:oasis:names:tc:SAML:2.0:assertion\""
                                        + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                                        + " xmlns:x=\"urn:x\" xsi:type=\"x:Own\"/>"))))
                .isInstanceOfSatisfying(
                        LoginRejectedException.class,
                        refusal -> assertThat(refusal.code()).isIn(R11_ASSERTION_STRUCTURE, R20_CONDITIONS));
    }

    @Test
    void aCommentInTextHidesNothing() {
        LoggedIn in = (LoggedIn) BENCH.login(
                sp,
                browser,
                ForgeBench.ANE,
                response -> response.changeAssertionText(text -> text.replace("Prøvesen<", "Prøv<!-- x -->esen<")));
        assertThat(in.identity().fullName()).contains("Ane Prøvesen");
    }

    @Test
    void anAnswerCannotBeUsedTwiceNorItsAssertionInAnotherAnswer() {
        LoginRedirect first = sp.startLogin(LoginRequest.builder(browser).build());
        IssuedResponse issued = BENCH.forge
                .response(BENCH.registered, first.requestId(), ForgeBench.ANE)
                .issue();
        assertThat(BENCH.complete(sp, browser, issued, "")).isInstanceOf(LoggedIn.class);
        Refused.by(R06_IN_RESPONSE_TO, () -> BENCH.complete(sp, browser, issued, ""));
        String used = issued.facts().assertionId();
        Refused.by(
                R25_REPLAY,
                () -> BENCH.login(
                        sp,
                        browser,
                        ForgeBench.ANE,
                        response -> response.withFacts(facts -> facts.withAssertionId(used))));
        // The old assertion, with its old confirmation, in an envelope for a fresh request.
        LoginRedirect fresh = sp.startLogin(LoginRequest.builder(browser).build());
        String moved = issued.xml().replace(first.requestId(), fresh.requestId());
        Refused.by(
                R19_SUBJECT_CONFIRMATION,
                () -> sp.completeLogin(
                        LoginBench.form(moved.getBytes(java.nio.charset.StandardCharsets.UTF_8), ""),
                        browser,
                        LoginBench.rotation("one")));
    }

    @Test
    void anotherBrowsersAnswerIsRefused() {
        LoginRedirect redirect = sp.startLogin(LoginRequest.builder(browser).build());
        IssuedResponse issued = BENCH.forge
                .response(BENCH.registered, redirect.requestId(), ForgeBench.ANE)
                .issue();
        Refused.by(R06_IN_RESPONSE_TO, () -> BENCH.complete(sp, browser("two"), issued, ""));
    }

    @Test
    void whoeverWasAskedForMustCome() {
        Refused.by(
                R23_ATTRIBUTE_PROFILE,
                () -> BENCH.login(
                        sp,
                        browser,
                        asked -> asked.kind(SubjectKind.PROFESSIONAL),
                        ForgeBench.ANE,
                        response -> response));
        Refused.by(
                R23_ATTRIBUTE_PROFILE,
                () -> BENCH.login(sp, browser, asked -> asked.kind(SubjectKind.PERSON), AT_WORK, response -> response));
    }

    @Test
    void aForcedAuthenticationMustBeNew() {
        UnaryOperator<ForgedResponse> earlier = response ->
                response.withFacts(facts -> facts.withAuthnInstant(TestKeys.NOW.minus(Duration.ofMinutes(4))));
        assertThat(BENCH.login(sp, browser, ForgeBench.ANE, earlier)).isInstanceOf(LoggedIn.class);
        Refused.by(
                R21_AUTHENTICATION,
                () -> BENCH.login(sp, browser, LoginRequest.Builder::forceAuthn, ForgeBench.ANE, earlier));
    }

    @Test
    void cbcIsRefusedWhereOnlyAuthenticatedEncryptionWillDo() {
        UnaryOperator<ForgedResponse> cbc = response -> response.withEncryption(
                recipe -> recipe.withBlockCipher(dk.borgerbro.testkit.nemlogin.SamlAlgorithms.AES256_CBC));
        assertThat(BENCH.login(sp, browser, ForgeBench.ANE, cbc)).isInstanceOf(LoggedIn.class);
        SamlServiceProvider strict =
                BENCH.builder().requireAuthenticatedEncryption().build();
        Refused.by(R10_DECRYPTION, () -> BENCH.login(strict, browser, ForgeBench.ANE, cbc));
    }
}
