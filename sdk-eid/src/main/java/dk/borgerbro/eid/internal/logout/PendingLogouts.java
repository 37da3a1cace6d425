package dk.borgerbro.eid.internal.logout;

import dk.borgerbro.core.store.ExpiringStore;
import dk.borgerbro.eid.BrowserSession;
import dk.borgerbro.eid.internal.flow.Fingerprint;
import java.time.Duration;
import java.time.Instant;

/** The logouts that wait for their answers. Found by browser and request together, so that another browser's answer uses none of them up. */
final class PendingLogouts {
    private static final Duration LIFETIME = Duration.ofMinutes(15);
    private static final byte[] NOTHING = {};

    private final ExpiringStore store;
    private final String provider;

    PendingLogouts(ExpiringStore store, String provider) {
        this.store = store;
        this.provider = provider;
    }

    void keep(BrowserSession browser, String requestId, Instant now) {
        if (!store.putIfAbsent(name(browser, requestId), NOTHING, now.plus(LIFETIME))) {
            throw new IllegalStateException(
                    "the settings' source of randomness repeats itself; ids must not be guessable");
        }
    }

    /** {@return whether the browser began that logout; never a second time} */
    boolean take(BrowserSession browser, String requestId) {
        return store.take(name(browser, requestId)).isPresent();
    }

    private String name(BrowserSession browser, String requestId) {
        return "logout/" + Fingerprint.of(provider, "logout", requestId, browser.id());
    }
}
