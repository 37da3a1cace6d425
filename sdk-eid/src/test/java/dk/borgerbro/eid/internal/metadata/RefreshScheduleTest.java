package dk.borgerbro.eid.internal.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerbro.eid.saml.IdentityProvider;
import dk.borgerbro.testkit.pki.TestPki;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefreshScheduleTest {
    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private static final IdentityProvider PLAIN = IdentityProvider.builder(
                    "https://idp.example", URI.create("https://idp.example/sso/"))
            .signingCertificate(TestPki.create().order().issue().certificate())
            .build();

    @Test
    void waitsAreSpreadOverAFifthSoThatServicesDoNotAskAtOnce() {
        RefreshSchedule schedule = new RefreshSchedule(Duration.ofHours(6), new Random(7));
        Set<Duration> waits = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            waits.add(schedule.next(PLAIN, 0, NOW));
        }

        assertThat(waits)
                .hasSizeGreaterThan(900)
                .allSatisfy(wait -> assertThat(wait).isBetween(Duration.ofMinutes(288), Duration.ofHours(6)));
        assertThat(waits).anyMatch(wait -> wait.compareTo(Duration.ofMinutes(295)) < 0);
        assertThat(waits).anyMatch(wait -> wait.compareTo(Duration.ofMinutes(353)) > 0);
    }

    @ParameterizedTest
    @CsvSource({"1,PT1M", "2,PT2M", "5,PT16M", "9,PT4H16M", "10,PT6H", "1000,PT6H", "2147483647,PT6H"})
    void failuresAreRepeatedSoonAndThenLessAndLessOften(int failures, Duration expected) {
        assertThat(next(PLAIN, failures)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"PT3H,PT3H", "PT12H,PT6H", "PT0S,PT1M", "PT10S,PT1M"})
    void whatMetadataSayOfKeepingShortensTheWaitDownToAMinute(Duration said, Duration expected) {
        assertThat(next(PLAIN.toBuilder().cacheDuration(said).build(), 0)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"P30D,PT6H", "PT4H,PT2H", "PT1M,PT1M", "PT0S,PT1M", "-P1D,PT1M"})
    void theEndOfMetadataIsNotWaitedFor(Duration left, Duration expected) {
        assertThat(next(PLAIN.toBuilder().validUntil(NOW.plus(left)).build(), 0))
                .isEqualTo(expected);
    }

    private static Duration next(IdentityProvider provider, int failures) {
        RandomGenerator noSpread = () -> 0L;
        return new RefreshSchedule(Duration.ofHours(6), noSpread).next(provider, failures, NOW);
    }
}
