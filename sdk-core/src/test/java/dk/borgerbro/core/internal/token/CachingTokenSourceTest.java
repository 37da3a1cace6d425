package dk.borgerbro.core.internal.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgerbro.core.credential.Secret;
import dk.borgerbro.core.error.CallReference;
import dk.borgerbro.core.error.NotSentException;
import dk.borgerbro.core.error.ServiceException;
import dk.borgerbro.core.error.ServiceFault;
import dk.borgerbro.core.loopback.TestTime;
import dk.borgerbro.core.token.AccessToken;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class CachingTokenSourceTest {
    private static final Duration LIFE = Duration.ofHours(1);

    private final TestTime clock = new TestTime();
    private final AtomicInteger fetched = new AtomicInteger();
    private final AtomicReference<Object> certificate = new AtomicReference<>("first certificate");
    private volatile boolean serviceFails;

    private final CachingTokenSource source = new CachingTokenSource(this::fetch, certificate::get, clock);

    private AccessToken fetch() {
        int number = fetched.incrementAndGet();
        if (serviceFails) {
            throw new ServiceException(
                    new CallReference("token", "fetch", "c-" + number, 1),
                    ServiceFault.builder(503).build());
        }
        return new AccessToken(
                "Bearer", Secret.of("token-" + number), clock.instant().plus(LIFE));
    }

    @Test
    void oneFetchServesUntilShortlyBeforeTheEnd() {
        AccessToken first = source.token();
        clock.pass(Duration.ofMinutes(57));

        assertThat(source.token()).isSameAs(first);
        assertThat(fetched).hasValue(1);
    }

    @Test
    void aTokenIsRenewedTwoMinutesAheadOfALongLife() {
        AccessToken first = source.token();
        clock.pass(Duration.ofMinutes(58));

        assertThat(source.token()).isNotSameAs(first);
        assertThat(fetched).hasValue(2);
    }

    @Test
    void theOldTokenServesOnWhileRenewingFails() {
        AccessToken first = source.token();
        serviceFails = true;
        clock.pass(Duration.ofMinutes(58));

        assertThat(source.token()).isSameAs(first);
        assertThat(source.token()).as("no second try right away").isSameAs(first);
        assertThat(fetched).hasValue(2);

        clock.pass(Duration.ofSeconds(5));
        assertThat(source.token()).isSameAs(first);
        assertThat(fetched).hasValue(3);
    }

    @Test
    void anExpiredTokenIsNeverHandedOut() {
        source.token();
        serviceFails = true;
        clock.pass(LIFE);

        assertThatThrownBy(source::token).isInstanceOf(ServiceException.class);
    }

    @Test
    void aFailureIsNotRemembered() {
        serviceFails = true;
        assertThatThrownBy(source::token).isInstanceOf(ServiceException.class);
        serviceFails = false;

        assertThat(source.token().expiresAt()).isEqualTo(clock.instant().plus(LIFE));
    }

    @Test
    void aNewCertificateGetsANewToken() {
        AccessToken first = source.token();
        certificate.set("renewed certificate");

        assertThat(source.token()).isNotSameAs(first);
    }

    @Test
    void aRefusedTokenIsDroppedAndANewerOneIsKept() {
        AccessToken first = source.token();
        source.invalidate(first);
        AccessToken second = source.token();
        source.invalidate(first);

        assertThat(source.token()).isSameAs(second);
        assertThat(fetched).hasValue(2);
    }

    @Test
    void tenThousandAskersCauseOneRequest() throws Exception {
        int askers = 10_000;
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(64);
        try {
            List<Future<AccessToken>> answers = new ArrayList<>();
            for (int i = 0; i < askers; i++) {
                answers.add(threads.submit(() -> {
                    start.await();
                    return source.token();
                }));
            }
            start.countDown();
            AccessToken token = answers.get(0).get();
            for (Future<AccessToken> answer : answers) {
                assertThat(answer.get()).isSameAs(token);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(fetched).hasValue(1);
    }

    @Test
    void whoWaitsForAnotherThreadsFetchSharesItsFailure() throws Exception {
        CountDownLatch fetching = new CountDownLatch(1);
        CountDownLatch mayFail = new CountDownLatch(1);
        AtomicInteger requests = new AtomicInteger();
        CachingTokenSource slow = new CachingTokenSource(
                () -> {
                    requests.incrementAndGet();
                    fetching.countDown();
                    awaitQuietly(mayFail);
                    throw new NotSentException(CallReference.local("token", "fetch"), "no connection", null);
                },
                () -> "",
                clock);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<AccessToken> first = threads.submit(slow::token);
            fetching.await();
            Thread second = new Thread(() -> assertThatThrownBy(slow::token).isInstanceOf(NotSentException.class));
            AtomicReference<Throwable> failed = new AtomicReference<>();
            second.setUncaughtExceptionHandler((thread, e) -> failed.set(e));
            second.start();
            while (second.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
            mayFail.countDown();
            second.join();

            assertThat(failed.get()).isNull();
            assertThatThrownBy(first::get).hasCauseInstanceOf(NotSentException.class);
            assertThat(requests).hasValue(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void anInterruptedWaiterStopsWaitingAndStaysInterrupted() throws Exception {
        CountDownLatch fetching = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        CachingTokenSource slow = new CachingTokenSource(
                () -> {
                    fetching.countDown();
                    awaitQuietly(mayEnd);
                    return fetch();
                },
                () -> "",
                clock);
        ExecutorService threads = Executors.newFixedThreadPool(1);
        try {
            Future<AccessToken> first = threads.submit(slow::token);
            fetching.await();
            AtomicReference<Boolean> stillInterrupted = new AtomicReference<>();
            Thread waiter = new Thread(() -> {
                assertThatThrownBy(slow::token)
                        .isInstanceOf(NotSentException.class)
                        .hasMessageContaining("interrupted");
                stillInterrupted.set(Thread.currentThread().isInterrupted());
            });
            waiter.start();
            waiter.interrupt();
            waiter.join();

            assertThat(stillInterrupted).hasValue(true);
            mayEnd.countDown();
            assertThat(first.get().scheme()).isEqualTo("Bearer");
        } finally {
            threads.shutdownNow();
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
