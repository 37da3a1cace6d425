package dk.borgerbro.eid.internal.logout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dk.borgerbro.core.store.ExpiringStore;
import dk.borgerbro.eid.AssuranceLevel;
import dk.borgerbro.eid.BrowserSession;
import dk.borgerbro.eid.saml.ActiveSession;
import dk.borgerbro.eid.saml.LoginCheck;
import dk.borgerbro.eid.saml.LoginRejectedException;
import dk.borgerbro.eid.saml.NameId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the index does, whatever its store is kept in. */
abstract class SessionIndexContract {
    private static final Instant NOW = Instant.parse("2026-03-10T09:00:00Z");
    private static final NameId ANNA = NameId.of("https://data.gov.dk/model/core/eid/person/uuid/a");
    private static final NameId BO = NameId.of("https://data.gov.dk/model/core/eid/person/uuid/b");
    private static final BrowserSession FIRST = browser(1);
    private static final BrowserSession SECOND = browser(2);

    private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
    private ExpiringStore store = ExpiringStore.inMemory(clock(), 1);
    private SessionIndex index = new SessionIndex(store, "provider");

    abstract ExpiringStore open(Clock clock);

    @BeforeEach
    void openIndex() {
        store = open(clock());
        index = new SessionIndex(store, "provider");
    }

    final Clock clock() {
        return new Clock() {
            @Override
            public Instant instant() {
                return now.get();
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
    }

    private static BrowserSession browser(int number) {
        return BrowserSession.of("browser-number-%05d".formatted(number));
    }

    private static ActiveSession session(NameId subject, String sessionIndex) {
        ActiveSession session = ActiveSession.of(subject, AssuranceLevel.SUBSTANTIAL, NOW.plus(Duration.ofHours(1)));
        return sessionIndex.isEmpty() ? session : session.withSessionIndex(sessionIndex);
    }

    private boolean isThere(BrowserSession browser) {
        return index.find(browser).isPresent();
    }

    @Test
    void openSessionIsFoundByEveryNodeAndByItsOwnBrowserOnly() {
        index.open(FIRST, session(ANNA, "one"));

        assertThat(new SessionIndex(open(clock()), "provider").find(FIRST)).contains(session(ANNA, "one"));
        assertThat(isThere(SECOND)).isFalse();
    }

    @Test
    void sessionIsOverWhenItExpires() {
        index.open(FIRST, session(ANNA, "one"));

        now.set(NOW.plus(Duration.ofHours(1)).minusMillis(1));
        assertThat(isThere(FIRST)).isTrue();
        now.set(NOW.plus(Duration.ofHours(1)));
        assertThat(isThere(FIRST)).isFalse();
        assertThat(index.endAll(ANNA, List.of())).isEmpty();
    }

    @Test
    void endedSessionIsGoneAndToldOnce() {
        index.open(FIRST, session(ANNA, "one"));

        assertThat(index.end(FIRST)).contains(session(ANNA, "one"));
        assertThat(index.end(FIRST)).isEmpty();
        assertThat(isThere(FIRST)).isFalse();
        assertThat(index.endAll(ANNA, List.of())).isEmpty();
    }

    @Test
    void newSessionOfABrowserReplacesTheOldOne() {
        index.open(FIRST, session(ANNA, "one"));
        index.open(FIRST, session(BO, "two"));

        assertThat(index.find(FIRST)).contains(session(BO, "two"));
        assertThat(index.endAll(ANNA, List.of())).isEmpty();
        assertThat(isThere(FIRST)).isTrue();
        assertThat(index.endAll(BO, List.of())).containsExactly(FIRST);
    }

    @Test
    void subjectIsFoundByItsValueWhateverStandsAroundIt() {
        index.open(FIRST, session(ANNA.withFormat(NameId.PERSISTENT).withNameQualifier("idp"), "one"));

        assertThat(index.endAll(ANNA, List.of())).containsExactly(FIRST);
        assertThat(isThere(FIRST)).isFalse();
    }

    @Test
    void listedSessionsEndAndThoseWithoutIndex() {
        index.open(FIRST, session(ANNA, "one"));
        index.open(SECOND, session(ANNA, "two"));
        index.open(browser(3), session(ANNA, ""));
        index.open(browser(4), session(BO, "one"));
        index.open(browser(5), session(BO, ""));

        assertThat(index.endAll(ANNA, List.of("one", "unknown", "one"))).containsExactlyInAnyOrder(FIRST, browser(3));

        assertThat(isThere(SECOND)).isTrue();
        assertThat(isThere(browser(4))).isTrue();
        assertThat(isThere(browser(5))).isTrue();
        assertThat(index.endAll(ANNA, List.of())).containsExactly(SECOND);
    }

    @Test
    void sessionsWithoutNumberEnd() {
        IntStream.range(0, 250).forEach(i -> index.open(browser(i), session(ANNA, "index-" + i % 2)));

        assertThat(index.endAll(ANNA, List.of("index-0"))).hasSize(125);
        assertThat(index.endAll(ANNA, List.of())).hasSize(125);
        assertThat(IntStream.range(0, 250).filter(i -> isThere(browser(i)))).isEmpty();
    }

    @Test
    void providersThatShareAStoreDoNotMeet() {
        SessionIndex other = new SessionIndex(store, "another");
        index.open(FIRST, session(ANNA, "one"));

        assertThat(other.find(FIRST)).isEmpty();
        assertThat(other.end(FIRST)).isEmpty();
        assertThat(other.endAll(ANNA, List.of())).isEmpty();
        assertThat(isThere(FIRST)).isTrue();
    }

    @Test
    void keysSayNothing() {
        index.open(FIRST, session(ANNA, "one"));

        List<String> keys = new ArrayList<>(store.keysWithPrefix("name/", 10));
        keys.addAll(store.keysWithPrefix("session/", 10));
        assertThat(keys).hasSize(2).allMatch(key -> key.matches("(name|session)(/[A-Za-z0-9_-]{43}){1,3}"));
    }

    /** Whatever stops in between: no session is left that a logout of its subject would not find. */
    private void assertNothingIsLeft(String what) {
        index.endAll(ANNA, List.of());
        assertThat(isThere(FIRST)).as(what).isFalse();
        assertThat(isThere(SECOND)).as(what).isFalse();
    }

    @Test
    void crashBetweenAnyTwoStepsLeavesNothingThatStaysLoggedIn() {
        List<Operation> operations = List.of(
                broken -> broken.open(FIRST, session(ANNA, "one")),
                broken -> broken.end(FIRST),
                broken -> broken.endAll(ANNA, List.of()),
                broken -> broken.endAll(ANNA, List.of("one", "two")));
        for (Operation operation : operations) {
            int step = 0;
            boolean stopped = true;
            while (stopped) {
                index.open(FIRST, session(ANNA, "one"));
                index.open(SECOND, session(ANNA, "two"));
                StoppingStore stopping = new StoppingStore(store);
                stopping.stopBefore(step);
                stopped = stops(() -> operation.run(new SessionIndex(stopping, "provider")));
                assertNothingIsLeft("stopped before step " + step++);
            }
            assertThat(step).isGreaterThan(2);
        }
    }

    @Test
    void crashOfALogoutAfterItsFirstWriteHasLoggedOut() {
        index.open(FIRST, session(ANNA, "one"));
        StoppingStore stopping = new StoppingStore(store);
        stopping.stopBefore(1);

        assertThat(stops(() -> new SessionIndex(stopping, "provider").end(FIRST)))
                .isTrue();
        assertThat(isThere(FIRST)).isFalse();
    }

    private static boolean stops(Runnable operation) {
        try {
            operation.run();
            return false;
        } catch (StoppingStore.Stopped e) {
            return true;
        }
    }

    @Test
    void logoutBetweenAnyTwoStepsOfALoginWinsOrIsOver() {
        int refused = 0;
        for (int step = 0; step < 8; step++) {
            List<BrowserSession> ended = new ArrayList<>();
            StoppingStore interrupted = new StoppingStore(store);
            interrupted.before(step, () -> ended.addAll(index.endAll(ANNA, List.of())));
            try {
                new SessionIndex(interrupted, "provider").open(FIRST, session(ANNA, "one"));
                assertThat(isThere(FIRST)).as("step %s", step).isEqualTo(ended.isEmpty());
            } catch (LoginRejectedException e) {
                refused++;
                assertThat(e.code()).isEqualTo(LoginCheck.R26_SESSION);
                assertThat(isThere(FIRST)).as("step %s", step).isFalse();
            }
            assertNothingIsLeft("step " + step);
        }
        assertThat(refused).isPositive();
    }

    @Test
    void loginBetweenAnyTwoStepsOfALogoutEndsOrCanBeEnded() {
        for (int step = 0; step < 12; step++) {
            index.open(FIRST, session(ANNA, "one"));
            StoppingStore interrupted = new StoppingStore(store);
            interrupted.before(step, () -> index.open(SECOND, session(ANNA, "two")));

            List<BrowserSession> ended = new SessionIndex(interrupted, "provider").endAll(ANNA, List.of());

            assertThat(isThere(FIRST)).as("step %s", step).isFalse();
            assertThat(isThere(SECOND) && ended.contains(SECOND))
                    .as("step %s", step)
                    .isFalse();
            assertNothingIsLeft("step " + step);
        }
    }

    @Test
    void loginThatWaitsHalfwayWhileALogoutPassesWinsOrIsOver() throws InterruptedException {
        // A login has written its entry under the subject and comes to write the one under the browser, or to look
        // back.
        for (int halfway : List.of(2, 3)) {
            for (int step = 0; step < 7; step++) {
                CountDownLatch there = new CountDownLatch(1);
                CountDownLatch goOn = new CountDownLatch(1);
                StoppingStore waiting = new StoppingStore(store);
                waiting.before(halfway, () -> {
                    there.countDown();
                    await(goOn);
                });
                SessionIndex slow = new SessionIndex(waiting, "provider");
                Thread login = new Thread(() -> quietly(() -> slow.open(FIRST, session(ANNA, "one"))));
                login.start();
                await(there);
                StoppingStore interrupted = new StoppingStore(store);
                interrupted.before(step, () -> finish(login, goOn));

                List<BrowserSession> ended = new SessionIndex(interrupted, "provider").endAll(ANNA, List.of());

                finish(login, goOn);
                assertThat(isThere(FIRST) && ended.contains(FIRST))
                        .as("login at step %s, logout at step %s", halfway, step)
                        .isFalse();
                assertNothingIsLeft("login at step " + halfway + ", logout at step " + step);
            }
        }
    }

    private static void finish(Thread login, CountDownLatch goOn) {
        goOn.countDown();
        try {
            login.join(Duration.ofMinutes(1).toMillis());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatACrashLeftBehindDoesNotShortenTheNextSession() {
        index.open(FIRST, session(ANNA, "one"));
        StoppingStore stopping = new StoppingStore(store);
        stopping.stopBefore(1);
        assertThat(stops(() -> new SessionIndex(stopping, "provider").end(FIRST)))
                .isTrue();

        index.open(
                FIRST,
                ActiveSession.of(ANNA, AssuranceLevel.LOW, NOW.plus(Duration.ofHours(2)))
                        .withSessionIndex("one"));
        now.set(NOW.plus(Duration.ofMinutes(90)));

        assertThat(isThere(FIRST)).isTrue();
        assertThat(index.endAll(ANNA, List.of())).containsExactly(FIRST);
        assertThat(isThere(FIRST)).isFalse();
    }

    @Test
    void loginsAndLogoutsAtOnceLeaveNoSessionThatCannotBeEnded() throws InterruptedException {
        for (int round = 0; round < 100; round++) {
            CountDownLatch go = new CountDownLatch(1);
            List<Thread> threads = List.of(
                    after(go, () -> quietly(() -> index.open(FIRST, session(ANNA, "one")))),
                    after(go, () -> quietly(() -> index.open(SECOND, session(ANNA, "two")))),
                    after(go, () -> index.endAll(ANNA, List.of())),
                    after(go, () -> index.endAll(ANNA, List.of("one"))));
            go.countDown();
            for (Thread thread : threads) {
                thread.join(Duration.ofMinutes(1).toMillis());
            }
            assertNothingIsLeft("round " + round);
        }
    }

    private static Thread after(CountDownLatch go, Runnable work) {
        Thread thread = new Thread(() -> {
            await(go);
            work.run();
        });
        thread.start();
        return thread;
    }

    private static void quietly(Runnable login) {
        try {
            login.run();
        } catch (LoginRejectedException logoutCameFirst) {
            assertThat(logoutCameFirst.code()).isEqualTo(LoginCheck.R26_SESSION);
        }
    }

    @Test
    void faultOfTheStoreIsNoSession() {
        StoppingStore stopping = new StoppingStore(store);
        stopping.stopBefore(0);

        assertThatExceptionOfType(StoppingStore.Stopped.class)
                .isThrownBy(() -> new SessionIndex(stopping, "provider").find(FIRST));
    }

    /** One operation of an index. */
    @FunctionalInterface
    private interface Operation {
        void run(SessionIndex index);
    }
}
