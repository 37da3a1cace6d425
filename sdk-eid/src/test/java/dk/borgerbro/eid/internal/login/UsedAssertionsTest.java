package dk.borgerbro.eid.internal.login;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerbro.core.store.ExpiringStore;
import dk.borgerbro.eid.internal.saml.AssertionContent;
import dk.borgerbro.eid.internal.saml.TimeWindow;
import dk.borgerbro.eid.saml.NameId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UsedAssertionsTest {
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    private static final Duration SKEW = Duration.ofMinutes(3);
    private static final Instant END = NOW.plus(Duration.ofMinutes(5));

    /** A store that only tells how long it was asked to remember. */
    private static final class Remembering implements ExpiringStore {
        private Instant until = Instant.MIN;

        @Override
        public boolean putIfAbsent(String key, byte[] value, Instant expiresAt) {
            until = expiresAt;
            return true;
        }

        @Override
        public Optional<byte[]> get(String key) {
            return Optional.empty();
        }

        @Override
        public Optional<byte[]> take(String key) {
            return Optional.empty();
        }

        @Override
        public void remove(String key) {}

        @Override
        public List<String> keysWithPrefix(String prefix, int most) {
            return List.of();
        }
    }

    private static AssertionContent assertion() {
        AssertionContent.Confirmation bearer = new AssertionContent.Confirmation(
                "bearer", Optional.empty(), Optional.empty(), Optional.of(END), Optional.empty());
        return new AssertionContent(
                "_assertion",
                NOW,
                NameId.of("https://idp.example"),
                Optional.of(new AssertionContent.Subject(Optional.empty(), List.of(bearer))),
                Optional.empty(),
                List.of(),
                List.of());
    }

    @Test
    void anAssertionIsRememberedAMinuteLongerThanItIsBelievedSinceNodesClocksDiffer() {
        Remembering store = new Remembering();

        new UsedAssertions(store, "provider").use(assertion(), new TimeWindow(NOW, SKEW, Duration.ofMinutes(5)));

        assertThat(store.until).isEqualTo(END.plus(SKEW).plusSeconds(60));
    }
}
