package dk.borgerbro.eid.internal.logout;

import dk.borgerbro.core.store.ExpiringStore;
import dk.borgerbro.eid.internal.flow.Fingerprint;
import dk.borgerbro.eid.internal.saml.TimeWindow;
import dk.borgerbro.eid.saml.LogoutCheck;
import java.time.Duration;

/** L11: each request counts once, for as long as it could be believed. */
final class UsedRequests {
    private static final byte[] NOTHING = {};
    /** The clocks of our own nodes differ a little too. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private final ExpiringStore store;
    private final String provider;

    UsedRequests(ExpiringStore store, String provider) {
        this.store = store;
        this.provider = provider;
    }

    void use(String requestId, TimeWindow time) throws LogoutRefusal {
        // Issued by the skew from now at the latest, it is believed until age and skew from then.
        Duration life = time.maxAge().plus(time.skew().multipliedBy(2)).plus(MARGIN);
        if (!store.putIfAbsent(name(requestId), NOTHING, time.now().plus(life))) {
            throw new LogoutRefusal(LogoutCheck.L11_REPLAY, "LogoutRequest/@ID", "was used before");
        }
    }

    /** Lets a request count again that could not be fulfilled, so that the browser's reload can finish it. */
    void release(String requestId) {
        store.remove(name(requestId));
    }

    private String name(String requestId) {
        return "logout-request/" + Fingerprint.of(provider, "logout-request", requestId);
    }
}
