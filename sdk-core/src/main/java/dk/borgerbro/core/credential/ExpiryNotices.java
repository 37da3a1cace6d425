package dk.borgerbro.core.credential;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Tells a listener when the certificate of a source comes to its end. Thread-safe, without threads of its own. */
final class ExpiryNotices implements KeySource {
    private static final int[] DAYS = {7, 30, 90};

    private final KeySource source;
    private final CredentialListener listener;
    private final Clock clock;
    // One entry for each certificate ever in use: one in three years.
    private final Map<X509Certificate, Integer> told = new ConcurrentHashMap<>();

    ExpiryNotices(KeySource source, CredentialListener listener, Clock clock) {
        this.source = source;
        this.listener = new QuietListener(listener);
        this.clock = clock;
    }

    @Override
    public OrganisationKey current() {
        OrganisationKey key = source.current();
        Duration left = Duration.between(
                clock.instant(), key.certificate().getNotAfter().toInstant());
        for (int days : DAYS) {
            if (left.compareTo(Duration.ofDays(days)) <= 0) {
                tellOnce(key, days);
                break;
            }
        }
        return key;
    }

    private void tellOnce(OrganisationKey key, int days) {
        Integer before = told.get(key.certificate());
        if (before != null && before <= days) {
            return;
        }
        boolean[] first = new boolean[1];
        told.compute(key.certificate(), (certificate, last) -> {
            first[0] = last == null || last > days;
            return first[0] ? days : last;
        });
        if (first[0]) {
            listener.expiring(key, days);
        }
    }
}
