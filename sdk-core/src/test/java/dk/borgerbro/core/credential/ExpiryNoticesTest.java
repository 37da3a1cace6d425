package dk.borgerbro.core.credential;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerbro.testkit.pki.TestIdentity;
import dk.borgerbro.testkit.pki.TestPki;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ExpiryNoticesTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final TestPki PKI =
            TestPki.builder().clock(new MovingClock(NOW)).build();

    private final MovingClock clock = new MovingClock(NOW);
    private final List<String> told = new ArrayList<>();
    private final AtomicReference<OrganisationKey> key = new AtomicReference<>(endingIn(Duration.ofDays(100)));
    private final KeySource source = ((KeySource) key::get).notifying(listener(), clock);

    @Test
    void eachThresholdIsToldOnce() {
        for (int day = 0; day <= 101; day++) {
            assertThat(source.current()).isSameAs(key.get());
            source.current();
            clock.advance(Duration.ofDays(1));
        }

        assertThat(told).containsExactly("90 on 2026-03-11", "30 on 2026-05-10", "7 on 2026-06-02");
    }

    @Test
    void thresholdsThatPassedUnseenAreOneNotice() {
        clock.advance(Duration.ofDays(96));
        source.current();
        source.current();

        assertThat(told).containsExactly("7 on 2026-06-05");
    }

    @Test
    void aRenewedCertificateStartsAnew() {
        clock.advance(Duration.ofDays(95));
        source.current();
        OrganisationKey old = key.getAndSet(endingIn(Duration.ofDays(96)));
        source.current();
        source.current();
        key.set(old);
        source.current();

        assertThat(told).containsExactly("7 on 2026-06-04", "7 on 2026-06-04");
    }

    @Test
    void theLastDayOfAThresholdCountsAndTheDayBeforeDoesNot() {
        clock.advance(Duration.ofDays(10).minusSeconds(1));
        source.current();
        assertThat(told).isEmpty();
        clock.advance(Duration.ofSeconds(1));
        source.current();
        assertThat(told).hasSize(1);
    }

    @Test
    void aBrokenListenerStopsNothing() {
        KeySource loud = key.get()
                .notifying(
                        new CredentialListener() {
                            @Override
                            public void expiring(OrganisationKey expiring, int days) {
                                throw new IllegalStateException("alarm is broken");
                            }
                        },
                        clock);
        clock.advance(Duration.ofDays(95));

        assertThat(loud.current()).isSameAs(key.get());
    }

    @Test
    void theSilentListenerHearsEverything() {
        CredentialListener none = CredentialListener.none();

        none.expiring(key.get(), 7);
        none.replaced(key.get(), key.get());
        assertThat(key.get().notifying(none, clock).current()).isSameAs(key.get());
    }

    private CredentialListener listener() {
        return new CredentialListener() {
            @Override
            public void expiring(OrganisationKey expiring, int days) {
                assertThat(expiring).isSameAs(key.get());
                told.add(days + " on " + clock.instant().toString().substring(0, 10));
            }
        };
    }

    private static OrganisationKey endingIn(Duration time) {
        TestIdentity identity = PKI.order().validUntil(NOW.plus(time)).issue();
        return new OrganisationKey(identity.privateKey(), identity.chain());
    }
}
