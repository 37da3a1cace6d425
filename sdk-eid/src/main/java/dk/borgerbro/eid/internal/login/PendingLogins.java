package dk.borgerbro.eid.internal.login;

import dk.borgerbro.core.store.ExpiringStore;
import dk.borgerbro.eid.BrowserSession;
import dk.borgerbro.eid.internal.flow.Fingerprint;
import java.time.Duration;
import java.util.Optional;

/**
 * The logins that wait for their answers, any number for each browser. A key is made of provider and browser, then request: another
 * browser's answer finds nothing, and so cannot use up what it has no right to.
 */
final class PendingLogins {
    private static final Duration LIFETIME = Duration.ofMinutes(15);
    private static final int MOST_TABS = 50;
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

    /**
     * Lets the logins of a browser go on after its session got another id: those in its other tabs.
     *
     * <p>Whoever planted the old id in the browser can have begun logins under it too, but gets no session by them: what their answers
     * begin, begins in that browser, under an id that he does not know.
     */
    void move(BrowserSession before, BrowserSession after) {
        for (String key : store.keysWithPrefix(of(before), MOST_TABS)) {
            store.take(key).flatMap(PendingLoginCodec::read).ifPresent(login -> keep(after, login));
        }
    }

    private String key(BrowserSession browser, String requestId) {
        return of(browser) + Fingerprint.of(requestId);
    }

    private String of(BrowserSession browser) {
        return PREFIX + Fingerprint.of(provider, browser.id()) + "/";
    }
}
