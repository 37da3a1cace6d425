package dk.borgerbro.eid.saml;

import static dk.borgerbro.eid.saml.LoginBench.browser;
import static dk.borgerbro.eid.saml.LoginBench.rotation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgerbro.core.error.StorageException;
import dk.borgerbro.core.store.ExpiringStore;
import dk.borgerbro.eid.AssuranceLevel;
import dk.borgerbro.eid.BrowserSession;
import dk.borgerbro.eid.LoggedIn;
import dk.borgerbro.eid.LoginResult;
import dk.borgerbro.eid.internal.saml.AssertionContent.Authentication;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** R26: how a session begins, and what becomes of the one before. */
class SessionStartTest {
    private static final String OTHER =
            "https://data.gov.dk/model/core/eid/person/uuid/11111111-67ce-4f70-b7c0-b8e678d585f7";

    private final LoginBench bench = new LoginBench();
    private final BrowserSession before = browser("one");
    private int logins;

    private LoginResult login(
            BrowserSession browser, String name, Consumer<LoginRequest.Builder> asked, Consumer<Answer> change) {
        Answer answer = bench.answer(bench.start(browser, asked));
        answer.assertionId = "_assertion-" + ++logins;
        change.accept(answer);
        return bench.complete(answer, browser, "", rotation(name));
    }

    @Test
    void aLoginGetsASessionWithANewIdAndOnlyThere() {
        LoggedIn in = (LoggedIn) login(before, "one", asked -> {}, answer -> {});
        assertThat(in.browser()).isEqualTo(browser("one-after"));
        assertThat(bench.sp.session(before)).isEmpty();
        assertThat(bench.sp.session(in.browser())).hasValueSatisfying(session -> {
            assertThat(session.level()).isEqualTo(AssuranceLevel.SUBSTANTIAL);
            assertThat(session.sessionIndex()).contains("_session");
            assertThat(session.subject().value()).isEqualTo(Answer.SUBJECT);
            assertThat(session.expiresAt()).isEqualTo(in.expiresAt());
        });
    }

    @Test
    void aRotationThatChangesNothingLogsNobodyIn() {
        Answer answer = bench.answer(bench.start(before));
        Refused.by(LoginCheck.R26_SESSION, () -> bench.complete(answer, before, "", () -> before));
        assertThat(bench.sp.session(before)).isEmpty();
    }

    @Test
    void aRotationThatBreaksDownLogsNobodyIn() {
        Answer answer = bench.answer(bench.start(before));
        assertThatThrownBy(() -> bench.complete(answer, before, "", () -> {
                    throw new IllegalStateException("container");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(bench.audited)
                .last()
                .satisfies(event -> assertThat(event.details()).containsEntry("outcome", "Failed"));
    }

    @Test
    void theSessionEndsWhenTheIdentityProviderSaysSo() {
        LoggedIn in = (LoggedIn) login(before, "one", asked -> {}, answer -> {});
        assertThat(in.expiresAt()).isEqualTo(TestKeys.NOW.plus(Duration.ofHours(1)));
        assertThat(in.authenticatedAt()).isEqualTo(TestKeys.NOW);
        bench.clock.advance(Duration.ofHours(1).minusMillis(1));
        assertThat(bench.sp.session(in.browser())).isPresent();
        bench.clock.advance(Duration.ofMillis(1));
        assertThat(bench.sp.session(in.browser())).isEmpty();
    }

    private static void ends(Answer answer, Optional<Instant> end) {
        answer.authentications =
                List.of(new Authentication(TestKeys.NOW, Optional.of("_session"), end, Optional.empty()));
    }

    @Test
    void withoutAStatedEndTheConfiguredLifetimeCounts() {
        LoggedIn in = (LoggedIn) login(before, "one", asked -> {}, answer -> ends(answer, Optional.empty()));
        assertThat(in.expiresAt()).isEqualTo(TestKeys.NOW.plus(Duration.ofMinutes(30)));
    }

    @Test
    void aStatedEndCountsUpToADay() {
        Optional<Instant> far = Optional.of(TestKeys.NOW.plus(Duration.ofDays(30)));
        LoggedIn in = (LoggedIn) login(before, "one", asked -> {}, answer -> ends(answer, far));
        assertThat(in.expiresAt()).isEqualTo(TestKeys.NOW.plus(Duration.ofHours(24)));
    }

    @Test
    void anEndThatOnlyTheSkewExcusesIsMovedByTheSkew() {
        Optional<Instant> justPassed = Optional.of(TestKeys.NOW.minusSeconds(60));
        LoggedIn in = (LoggedIn) login(before, "one", asked -> {}, answer -> ends(answer, justPassed));
        assertThat(in.expiresAt()).isEqualTo(TestKeys.NOW.plusSeconds(120));
    }

    @Test
    void aSecondLoginEndsTheFirstSessionOfTheBrowser() {
        LoggedIn first = (LoggedIn) login(before, "one", asked -> {}, answer -> {});
        LoggedIn second = (LoggedIn) login(first.browser(), "two", asked -> {}, answer -> {});
        assertThat(bench.sp.session(first.browser())).isEmpty();
        assertThat(bench.sp.session(second.browser())).isPresent();
    }

    @Test
    void aStepUpReplacesTheSessionOfTheSameSubject() {
        LoggedIn first = (LoggedIn) login(before, "one", asked -> {}, answer -> {});
        LoggedIn second = (LoggedIn) login(
                first.browser(),
                "two",
                asked -> asked.level(AssuranceLevel.HIGH).stepUp(),
                answer -> answer.level("High"));
        assertThat(bench.sp.session(first.browser())).isEmpty();
        assertThat(bench.sp.session(second.browser()))
                .hasValueSatisfying(session -> assertThat(session.level()).isEqualTo(AssuranceLevel.HIGH));
    }

    @Test
    void aStepUpToSomebodyElseIsRefusedAndTheSessionStays() {
        LoggedIn first = (LoggedIn) login(before, "one", asked -> {}, answer -> {});
        Refused.by(
                LoginCheck.R26_SESSION,
                () -> login(
                        first.browser(),
                        "two",
                        LoginRequest.Builder::stepUp,
                        answer -> answer.nameId = NameId.of(OTHER).withFormat(NameId.PERSISTENT)));
        assertThat(bench.sp.session(first.browser())).isPresent();
        assertThat(bench.sp.session(browser("two-after"))).isEmpty();
    }

    @Test
    void aStepUpIsHeldToItsSubjectEvenIfTheSessionEndsMeanwhile() {
        LoggedIn first = (LoggedIn) login(before, "one", asked -> {}, answer -> {});
        Answer answer = bench.answer(bench.start(first.browser(), LoginRequest.Builder::stepUp));
        answer.assertionId = "_late";
        answer.nameId = NameId.of(OTHER).withFormat(NameId.PERSISTENT);
        bench.sp.startLogout(first.browser());
        Refused.by(LoginCheck.R26_SESSION, () -> bench.complete(answer, first.browser(), "", rotation("two")));
    }

    @Test
    void anotherSubjectIsTakenWhereTheCallerAcceptsThatAndItsPredecessorEndsFirst() {
        LoggedIn first = (LoggedIn) login(before, "one", asked -> {}, answer -> {});
        Answer answer =
                bench.answer(bench.start(first.browser(), asked -> asked.stepUp(LoginRequest.StepUp.ANY_SUBJECT)));
        answer.assertionId = "_other";
        answer.nameId = NameId.of(OTHER).withFormat(NameId.PERSISTENT);
        LoggedIn second = (LoggedIn) bench.complete(answer, first.browser(), "", () -> {
            assertThat(bench.sp.session(first.browser())).isEmpty();
            return browser("two-after");
        });
        assertThat(bench.sp.session(second.browser()))
                .hasValueSatisfying(
                        session -> assertThat(session.subject().value()).isEqualTo(OTHER));
    }

    @Test
    void aStepUpWithoutASessionIsALoginLikeAnyOther() {
        assertThat(login(before, "one", LoginRequest.Builder::stepUp, answer -> {}))
                .isInstanceOf(LoggedIn.class);
    }

    @Test
    void aStepUpThatIsCancelledOrFailsLeavesTheSession() {
        LoggedIn first = (LoggedIn) login(before, "one", asked -> {}, answer -> {});
        LoginResult cancelled = login(
                first.browser(),
                "two",
                LoginRequest.Builder::stepUp,
                answer -> answer.status = Answer.status("Responder", "AuthnFailed"));
        assertThat(cancelled).isInstanceOf(LoginResult.Cancelled.class);
        Refused.by(
                LoginCheck.R24_ASSURANCE,
                () -> login(
                        first.browser(),
                        "two",
                        asked -> asked.level(AssuranceLevel.HIGH).stepUp(),
                        answer -> {}));
        assertThat(bench.sp.session(first.browser())).isPresent();
    }

    @Test
    void aFullStoreOfSessionsLogsNobodyIn() {
        LoginStores memory = LoginStores.inMemory(bench.clock);
        LoginBench full = new LoginBench(builder -> builder.stores(
                new LoginStores(memory.pending(), memory.replay(), ExpiringStore.inMemory(bench.clock, 1))));
        Answer answer = full.answer(full.start(before));
        assertThatThrownBy(() -> full.complete(answer, before)).isInstanceOf(StorageException.class);
        assertThat(full.sp.session(browser("rotated"))).isEmpty();
    }

    @Test
    void aFullReplayStoreLogsNobodyIn() {
        LoginStores memory = LoginStores.inMemory(bench.clock);
        LoginBench full = new LoginBench(builder -> builder.stores(
                new LoginStores(memory.pending(), ExpiringStore.inMemory(bench.clock, 1), memory.sessions())));
        assertThat(full.complete(full.answer(full.start(before)), before)).isInstanceOf(LoggedIn.class);
        Answer second = full.answer(full.start(before));
        second.assertionId = "_second";
        assertThatThrownBy(() -> full.complete(second, before)).isInstanceOf(StorageException.class);
    }

    @Test
    void theResultPrintsNobody() {
        LoggedIn in = (LoggedIn) login(before, "one", asked -> {}, answer -> {});
        assertThat(in.toString())
                .doesNotContain(Answer.SUBJECT)
                .doesNotContain(in.browser().id());
    }
}
