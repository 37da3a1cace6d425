package dk.borgerbro.eid.internal.login;

import dk.borgerbro.core.store.ExpiringStore;
import dk.borgerbro.eid.BrowserSession;
import java.time.Duration;
import java.util.Optional;

/**
 * The logins that wait for their answers, any number for each browser. A key is made of provider, browser and request together: another
 * browser's answer finds nothing, and so cannot use up what it has no right to.
 */
final class PendingLogins {
    private static final Duration LIFETIME = Duration.ofMinutes(15);
    private static final String PREFIX = "login/";

    private final ExpiringStore store;
    private final String provider;

    /**
     * Opens them.
     *
     * @param provider tells this provider's logins from those of others in the same store
     */
    PendingLogins(ExpiringStore store, String provider) {
        this.store = store;
        this.provider = provider;
    }

    void keep(BrowserSession browser, PendingLogin login) {
        boolean stored = store.putIfAbsent(
                key(browser, login.requestId()),
                PendingLoginCodec.write(login),
                login.sentAt().plus(LIFETIME));
        if (!stored) {
            throw new IllegalStateException(
                    "the settings' source of randomness repeats itself; ids must not be guessable");
        }
    }

    /** {@return the login, which nobody gets a second time} */
    Optional<PendingLogin> take(BrowserSession browser, String requestId) {
        return store.take(key(browser, requestId)).flatMap(PendingLoginCodec::read);
    }

    private String key(BrowserSession browser, String requestId) {
        return PREFIX + Fingerprint.of(provider, browser.id(), requestId);
    }
}
