package dk.borgerbro.eid.internal.login;

import dk.borgerbro.core.store.ExpiringStore;
import dk.borgerbro.eid.internal.flow.Fingerprint;
import dk.borgerbro.eid.internal.saml.AssertionContent;
import dk.borgerbro.eid.internal.saml.TimeWindow;
import dk.borgerbro.eid.saml.LoginCheck;
import dk.borgerbro.eid.saml.LoginRejectedException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** R25: each assertion counts once, for as long as it could be believed. */
final class UsedAssertions {
    private static final String PREFIX = "assertion/";
    private static final byte[] NOTHING = {};
    /** The clocks of our own nodes differ a little too. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private final ExpiringStore store;
    private final String provider;

    UsedAssertions(ExpiringStore store, String provider) {
        this.store = store;
        this.provider = provider;
    }

    void use(AssertionContent assertion, TimeWindow time) {
        String key = PREFIX + Fingerprint.of(provider, assertion.id());
        if (!store.putIfAbsent(key, NOTHING, lastUse(assertion, time.skew().plus(MARGIN)))) {
            throw LoginRejectedException.of(LoginCheck.R25_REPLAY, "Assertion/@ID", "was used before");
        }
    }

    /** {@return the end of the longest of its lives} */
    private static Instant lastUse(AssertionContent assertion, Duration longer) {
        Stream<Instant> confirmed = assertion.subject().stream()
                .flatMap(subject -> subject.confirmations().stream())
                .flatMap(confirmation -> confirmation.notOnOrAfter().stream());
        Stream<Instant> stated = assertion.conditions().flatMap(AssertionContent.Conditions::notOnOrAfter).stream();
        Optional<Instant> last = Stream.concat(confirmed, stated).max(Instant::compareTo);
        // A confirmation without an end was refused before, so there is one; it may lie so far ahead that nothing can
        // be added.
        return last.filter(end -> end.isBefore(Instant.MAX.minus(longer)))
                .map(end -> end.plus(longer))
                .orElse(Instant.MAX);
    }
}
