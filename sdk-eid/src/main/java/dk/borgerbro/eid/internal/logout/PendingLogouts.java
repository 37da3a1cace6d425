package dk.borgerbro.eid.internal.logout;

import dk.borgerbro.core.store.ExpiringStore;
import dk.borgerbro.eid.BrowserSession;
import java.time.Duration;
import java.time.Instant;

/** The logouts that wait for their answers. Found by browser and request together, so that another browser's answer uses none of them up. */
final class PendingLogouts {
    private static final Duration LIFETIME = Duration.ofMinutes(15);
    private static final byte[] NOTHING = {};

    private final ExpiringStore store;
    private final ScopedKey key;

    PendingLogouts(ExpiringStore store, String provider) {
        this.store = store;
        this.key = new ScopedKey(provider);
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
        // The id comes first, since it is XML and cannot hold what ends a part.
        return "logout/" + key.of("logout", requestId, browser.id());
    }
}
