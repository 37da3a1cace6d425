package dk.borgerbro.eid.saml;

import static dk.borgerbro.eid.saml.Answer.bearer;
import static dk.borgerbro.eid.saml.LoginBench.ACS;
import static dk.borgerbro.eid.saml.LoginBench.SP;
import static dk.borgerbro.eid.saml.LoginBench.browser;
import static dk.borgerbro.eid.saml.LoginBench.rotation;
import static dk.borgerbro.eid.saml.TestKeys.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerbro.eid.AssuranceLevel;
import dk.borgerbro.eid.BrowserSession;
import dk.borgerbro.eid.LoggedIn;
import dk.borgerbro.eid.LoginResult;
import dk.borgerbro.eid.Professional;
import dk.borgerbro.eid.SubjectKind;
import dk.borgerbro.eid.internal.saml.AssertionContent.AttributeValue;
import dk.borgerbro.eid.internal.saml.AssertionContent.Authentication;
import dk.borgerbro.eid.internal.saml.AssertionContent.Conditions;
import dk.borgerbro.eid.internal.saml.AssertionContent.Confirmation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** R16 to R25: what a verified assertion says. */
class AssertionChecksTest {
    private static final Duration SKEW = Duration.ofMinutes(3);
    private static final Instant LATER = NOW.plus(Duration.ofMinutes(5));
    private static final String EID = "https://data.gov.dk/model/core/eid/";

    private final LoginBench bench = new LoginBench();
    private final BrowserSession browser = browser("one");
    private int logins;

    private LoggedIn accepted(Consumer<Answer> change) {
        return (LoggedIn) answered(request -> {}, (answer, id) -> change.accept(answer));
    }

    private void refused(LoginCheck check, Consumer<Answer> change) {
        Refused.by(check, () -> answered(request -> {}, (answer, id) -> change.accept(answer)));
    }

    private LoginResult answered(Consumer<LoginRequest.Builder> asked, BiConsumer<Answer, Optional<String>> change) {
        LoginRedirect redirect = bench.start(browser, asked);
        Answer answer = bench.answer(redirect);
        answer.assertionId = "_assertion-" + ++logins;
        change.accept(answer, Optional.of(redirect.requestId()));
        return bench.complete(answer, browser, "", rotation("one"));
    }

    @Test
    void anAssertionIsAcceptedUntilItIsTooOldAndNotAMillisecondLonger() {
        Duration tolerated = Duration.ofMinutes(8);
        accepted(answer -> answer.assertionIssueInstant = NOW.minus(tolerated));
        accepted(answer -> answer.assertionIssueInstant = NOW.plus(SKEW));
        refused(
                LoginCheck.R17_ASSERTION_ISSUE_INSTANT,
                answer -> answer.assertionIssueInstant = NOW.minus(tolerated).minusMillis(1));
        refused(
                LoginCheck.R17_ASSERTION_ISSUE_INSTANT,
                answer -> answer.assertionIssueInstant = NOW.plus(SKEW).plusMillis(1));
    }

    @Test
    void theSubjectMustHaveAFormatAndAnIdentifierOfTheProfile() {
        accepted(answer -> answer.nameId = NameId.of(Answer.SUBJECT).withFormat(NameId.TRANSIENT));
        refused(LoginCheck.R18_SUBJECT, answer -> answer.nameId = NameId.of(Answer.SUBJECT));
        refused(
                LoginCheck.R18_SUBJECT,
                answer -> answer.nameId = NameId.of("https://data.gov.dk/model/core/eid/person/uuid/x/uuid/"
                                + "37a5a1aa-67ce-4f70-b7c0-b8e678d585f7")
                        .withFormat(NameId.PERSISTENT));
    }

    private void confirmed(LoginCheck check, Confirmation... confirmations) {
        Refused.by(check, () -> answered(request -> {}, (answer, id) -> answer.confirmations = List.of(confirmations)));
    }

    @Test
    void aConfirmationForAnotherAddressOrWithoutOneIsRefused() {
        for (Optional<String> recipient : List.of(
                Optional.<String>empty(), Optional.of(ACS + "/"), Optional.of("https://andre.example/saml/acs"))) {
            Refused.by(
                    LoginCheck.R19_SUBJECT_CONFIRMATION,
                    () -> answered(
                            request -> {},
                            (answer, id) -> answer.confirmations =
                                    List.of(bearer(recipient, Optional.empty(), Optional.of(LATER), id))));
        }
    }

    @Test
    void aConfirmationEndsAtItsEndPlusSkewExactly() {
        Optional<Instant> justAlive = Optional.of(NOW.minus(SKEW).plusMillis(1));
        Optional<Instant> ended = Optional.of(NOW.minus(SKEW));
        assertThat(answered(
                        request -> {},
                        (answer, id) -> answer.confirmations =
                                List.of(bearer(Optional.of(ACS), Optional.empty(), justAlive, id))))
                .isInstanceOf(LoggedIn.class);
        for (Optional<Instant> end : List.of(ended, Optional.<Instant>empty())) {
            Refused.by(
                    LoginCheck.R19_SUBJECT_CONFIRMATION,
                    () -> answered(
                            request -> {},
                            (answer, id) -> answer.confirmations =
                                    List.of(bearer(Optional.of(ACS), Optional.empty(), end, id))));
        }
    }

    @Test
    void aConfirmationThatHasNotBegunIsRefused() {
        Optional<Instant> begun = Optional.of(NOW.plus(SKEW));
        Optional<Instant> ahead = Optional.of(NOW.plus(SKEW).plusMillis(1));
        assertThat(answered(
                        request -> {},
                        (answer, id) -> answer.confirmations =
                                List.of(bearer(Optional.of(ACS), begun, Optional.of(LATER), id))))
                .isInstanceOf(LoggedIn.class);
        Refused.by(
                LoginCheck.R19_SUBJECT_CONFIRMATION,
                () -> answered(
                        request -> {},
                        (answer, id) -> answer.confirmations =
                                List.of(bearer(Optional.of(ACS), ahead, Optional.of(LATER), id))));
    }

    @Test
    void aConfirmationForAnotherRequestOrForNoneIsRefused() {
        Optional<String> acs = Optional.of(ACS);
        Optional<Instant> end = Optional.of(LATER);
        confirmed(LoginCheck.R19_SUBJECT_CONFIRMATION, bearer(acs, Optional.empty(), end, Optional.of("_another")));
        confirmed(LoginCheck.R19_SUBJECT_CONFIRMATION, bearer(acs, Optional.empty(), end, Optional.empty()));
    }

    @Test
    void aConfirmationOfAnotherMethodOrNoneAtAllIsRefused() {
        confirmed(LoginCheck.R19_SUBJECT_CONFIRMATION);
        Refused.by(
                LoginCheck.R19_SUBJECT_CONFIRMATION,
                () -> answered(
                        request -> {},
                        (answer, id) -> answer.confirmations = List.of(new Confirmation(
                                "urn:oasis:names:tc:SAML:2.0:cm:sender-vouches",
                                Optional.of(ACS),
                                Optional.empty(),
                                Optional.of(LATER),
                                id))));
    }

    @Test
    void oneGoodConfirmationSufficesWhereverItStandsAndTwoHalvesDoNot() {
        Optional<Instant> end = Optional.of(LATER);
        BiConsumer<Answer, Optional<String>> badThenGood = (answer, id) -> answer.confirmations = List.of(
                bearer(Optional.of("https://andre.example"), Optional.empty(), end, id),
                bearer(Optional.of(ACS), Optional.empty(), end, id));
        BiConsumer<Answer, Optional<String>> goodThenBad = (answer, id) -> answer.confirmations = List.of(
                bearer(Optional.of(ACS), Optional.empty(), end, id),
                bearer(Optional.of("https://andre.example"), Optional.empty(), end, id));
        BiConsumer<Answer, Optional<String>> halves = (answer, id) -> answer.confirmations = List.of(
                bearer(Optional.of("https://andre.example"), Optional.empty(), end, id),
                bearer(Optional.of(ACS), Optional.empty(), end, Optional.of("_another")));
        assertThat(answered(request -> {}, badThenGood)).isInstanceOf(LoggedIn.class);
        assertThat(answered(request -> {}, goodThenBad)).isInstanceOf(LoggedIn.class);
        Refused.by(LoginCheck.R19_SUBJECT_CONFIRMATION, () -> answered(request -> {}, halves));
    }

    private static Conditions conditions(Optional<Instant> from, Optional<Instant> until, List<Set<String>> audiences) {
        return new Conditions(from, until, audiences, false);
    }

    @Test
    void conditionsHoldWithinTheirTimesPlusSkewExactly() {
        List<Set<String>> us = List.of(Set.of(SP));
        accepted(answer -> answer.conditions = Optional.of(conditions(
                Optional.of(NOW.plus(SKEW)), Optional.of(NOW.minus(SKEW).plusMillis(1)), us)));
        accepted(answer -> answer.conditions = Optional.of(conditions(Optional.empty(), Optional.empty(), us)));
        refused(
                LoginCheck.R20_CONDITIONS,
                answer -> answer.conditions =
                        Optional.of(conditions(Optional.of(NOW.plus(SKEW).plusMillis(1)), Optional.of(LATER), us)));
        refused(
                LoginCheck.R20_CONDITIONS,
                answer -> answer.conditions =
                        Optional.of(conditions(Optional.empty(), Optional.of(NOW.minus(SKEW)), us)));
    }

    @Test
    void timesAtTheEndOfTimeAreComparedAndNotAddedTo() {
        Optional<Instant> never = Optional.of(Instant.MAX);
        assertThat(answered(request -> {}, (answer, id) -> {
                    answer.conditions = Optional.of(conditions(Optional.of(Instant.MIN), never, List.of(Set.of(SP))));
                    answer.confirmations = List.of(bearer(Optional.of(ACS), Optional.of(Instant.MIN), never, id));
                    answer.authentications =
                            List.of(new Authentication(Instant.MIN, Optional.empty(), never, Optional.empty()));
                }))
                .isInstanceOfSatisfying(
                        LoggedIn.class, in -> assertThat(in.expiresAt()).isEqualTo(NOW.plus(Duration.ofHours(24))));
        refused(LoginCheck.R17_ASSERTION_ISSUE_INSTANT, answer -> answer.assertionIssueInstant = Instant.MAX);
        refused(LoginCheck.R07_ISSUE_INSTANT, answer -> answer.issueInstant = Instant.MIN);
    }

    @Test
    void everyAudienceRestrictionMustNameThisService() {
        accepted(answer -> answer.conditions = Optional.of(
                conditions(Optional.empty(), Optional.of(LATER), List.of(Set.of("https://andre.example", SP)))));
        List<List<Set<String>>> wrong = List.of(
                List.of(),
                List.of(Set.of()),
                List.of(Set.of("https://andre.example")),
                List.of(Set.of("https://selvbetjening.example")),
                List.of(Set.of(SP + "/")),
                List.of(Set.of(SP), Set.of("https://andre.example")),
                List.of(Set.of("https://andre.example"), Set.of(SP)));
        for (List<Set<String>> audiences : wrong) {
            refused(
                    LoginCheck.R20_CONDITIONS,
                    answer -> answer.conditions =
                            Optional.of(conditions(Optional.empty(), Optional.of(LATER), audiences)));
        }
    }

    @Test
    void missingAndUnknownConditionsAreRefused() {
        refused(LoginCheck.R20_CONDITIONS, answer -> answer.conditions = Optional.empty());
        refused(
                LoginCheck.R20_CONDITIONS,
                answer -> answer.conditions =
                        Optional.of(new Conditions(Optional.empty(), Optional.of(LATER), List.of(Set.of(SP)), true)));
    }

    private static List<Authentication> authenticated(Instant at, Optional<Instant> until) {
        return List.of(new Authentication(at, Optional.of("_session"), until, Optional.empty()));
    }

    @Test
    void thereMustBeOneAuthentication() {
        Authentication one = authenticated(NOW, Optional.empty()).get(0);
        refused(LoginCheck.R21_AUTHENTICATION, answer -> answer.authentications = List.of());
        refused(LoginCheck.R21_AUTHENTICATION, answer -> answer.authentications = List.of(one, one));
    }

    @Test
    void anAuthenticationMayBeOldButNotAhead() {
        accepted(answer -> answer.authentications = authenticated(NOW.minus(Duration.ofHours(7)), Optional.empty()));
        accepted(answer -> answer.authentications = authenticated(NOW.plus(SKEW), Optional.empty()));
        refused(
                LoginCheck.R21_AUTHENTICATION,
                answer -> answer.authentications = authenticated(NOW.plus(SKEW).plusMillis(1), Optional.empty()));
    }

    @Test
    void anAuthenticationThatWasForcedMustNotBeFromBeforeTheRequest() {
        assertThat(answered(
                        LoginRequest.Builder::forceAuthn,
                        (answer, id) -> answer.authentications = authenticated(NOW.minus(SKEW), Optional.empty())))
                .isInstanceOf(LoggedIn.class);
        Refused.by(
                LoginCheck.R21_AUTHENTICATION,
                () -> answered(
                        LoginRequest.Builder::forceAuthn,
                        (answer, id) -> answer.authentications =
                                authenticated(NOW.minus(SKEW).minusMillis(1), Optional.empty())));
    }

    @Test
    void aSessionThatHasEndedThereDoesNotBeginHere() {
        accepted(answer -> answer.authentications =
                authenticated(NOW, Optional.of(NOW.minus(SKEW).plusMillis(1))));
        refused(
                LoginCheck.R21_AUTHENTICATION,
                answer -> answer.authentications = authenticated(NOW, Optional.of(NOW.minus(SKEW))));
    }

    @Test
    void thereMustBeOneListOfAttributesWithoutContradictions() {
        refused(LoginCheck.R22_ATTRIBUTES, answer -> answer.attributeStatements = 0);
        refused(LoginCheck.R22_ATTRIBUTES, answer -> answer.attributeStatements = 2);
        refused(LoginCheck.R22_ATTRIBUTES, answer -> answer.attributes.add(Answer.attribute(Answer.LOA, "High")));
        refused(
                LoginCheck.R22_ATTRIBUTES,
                answer -> answer.attributes.add(
                        new AttributeValue(EID + "fullName", Optional.empty(), List.of(), false)));
    }

    private static void professional(Answer answer) {
        answer.nameId = NameId.of(Answer.PROFESSIONAL).withFormat(NameId.PERSISTENT);
        answer.attributes.add(Answer.attribute(EID + "professional/cvr", "99000007"));
        answer.attributes.add(Answer.attribute(EID + "professional/orgName", "Prøvested Kommune"));
    }

    @Test
    void whoeverWasAskedForMustCome() {
        assertThat(answered(request -> request.kind(SubjectKind.PROFESSIONAL), (answer, id) -> professional(answer)))
                .isInstanceOfSatisfying(
                        LoggedIn.class, in -> assertThat(in.identity()).isInstanceOf(Professional.class));
        Refused.by(
                LoginCheck.R23_ATTRIBUTE_PROFILE,
                () -> answered(request -> request.kind(SubjectKind.PERSON), (answer, id) -> professional(answer)));
        Refused.by(
                LoginCheck.R23_ATTRIBUTE_PROFILE,
                () -> answered(request -> request.kind(SubjectKind.PROFESSIONAL), (answer, id) -> {}));
    }

    @Test
    void aPersonWithTheAttributesOfAnOrganisationIsRefused() {
        refused(
                LoginCheck.R23_ATTRIBUTE_PROFILE,
                answer -> answer.attributes.add(Answer.attribute(EID + "professional/cvr", "99000007")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Low", "substantial", "SuperHigh", "https://data.gov.dk/concept/core/nsis/loa/High", ""})
    void aLevelBelowTheMinimumOrUnknownIsRefused(String word) {
        refused(LoginCheck.R24_ASSURANCE, answer -> answer.level(word));
    }

    @Test
    void aHigherLevelThanTheMinimumIsFineAndWhatWasAskedForCountsToo() {
        assertThat(accepted(answer -> answer.level("High")).identity().assuranceLevel())
                .isEqualTo(AssuranceLevel.HIGH);
        Refused.by(
                LoginCheck.R24_ASSURANCE,
                () -> answered(request -> request.level(AssuranceLevel.HIGH), (answer, id) -> {}));
        Refused.by(
                LoginCheck.R24_ASSURANCE,
                () -> answered(request -> request.level(AssuranceLevel.LOW), (answer, id) -> answer.level("Low")));
    }

    @Test
    void aMissingLevelIsRefused() {
        refused(
                LoginCheck.R24_ASSURANCE,
                answer ->
                        answer.attributes.removeIf(attribute -> attribute.name().equals(Answer.LOA)));
    }

    @Test
    void anAssertionCountsOnceEvenInAnotherResponse() {
        accepted(answer -> answer.assertionId = "_same");
        refused(LoginCheck.R25_REPLAY, answer -> answer.assertionId = "_same");
        accepted(answer -> answer.assertionId = "_other");
    }

    @Test
    void anAssertionIsRememberedForAsLongAsItCouldBeBelieved() {
        LoginBench patient = new LoginBench(builder -> builder.maxAge(Duration.ofMinutes(15)));
        Answer first = patient.answer(patient.start(browser));
        assertThat(patient.complete(first, browser)).isInstanceOf(LoggedIn.class);
        // One millisecond before five minutes and the skew have passed, it is still remembered.
        patient.clock.advance(Duration.ofMinutes(8).minusMillis(1));
        LoginRedirect again = patient.start(browser);
        Answer second = patient.answer(again);
        second.conditions = first.conditions;
        second.confirmations =
                List.of(bearer(Optional.of(ACS), Optional.empty(), Optional.of(LATER), Optional.of(again.requestId())));
        Refused.by(LoginCheck.R25_REPLAY, () -> patient.complete(second, browser));
    }
}
