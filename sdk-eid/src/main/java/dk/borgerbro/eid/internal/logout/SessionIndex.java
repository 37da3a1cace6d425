package dk.borgerbro.eid.internal.logout;

import dk.borgerbro.core.store.ExpiringStore;
import dk.borgerbro.eid.BrowserSession;
import dk.borgerbro.eid.internal.flow.Fingerprint;
import dk.borgerbro.eid.saml.ActiveSession;
import dk.borgerbro.eid.saml.LoginCheck;
import dk.borgerbro.eid.saml.LoginRejectedException;
import dk.borgerbro.eid.saml.NameId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who is logged in, over a store that nodes share. Thread-safe.
 *
 * <p>Each session has two entries: under its browser, which says that it is there, and under its subject, by which a logout without cookie
 * finds the browser. The second is written first and removed last, so that whatever stops in between, no session is left that such a
 * logout would not find.
 *
 * <p>A subject is found by the value of its name alone. Within one identity provider that is a URI with a UUID, and to end a session too
 * many is the harmless mistake.
 */
public final class SessionIndex {
    private static final int KEYS_AT_A_TIME = 100;
    private static final String WITHOUT_INDEX = "none";

    private final ExpiringStore store;
    private final String provider;

    /**
     * Opens it.
     *
     * @param store shared by all nodes of an application
     * @param provider tells this provider's sessions from those of others in the same store
     */
    public SessionIndex(ExpiringStore store, String provider) {
        this.store = store;
        this.provider = provider;
    }

    /**
     * Begins a session; one that the browser had has ended then.
     *
     * @throws LoginRejectedException of {@link LoginCheck#R26_SESSION} if a logout of the same subject came in between; the session has ended
     *     then
     */
    public void open(BrowserSession browser, ActiveSession session) {
        end(browser);
        String bySubject = bySubject(browser, session);
        put(bySubject, browser.id().getBytes(StandardCharsets.UTF_8), session.expiresAt());
        put(byBrowser(browser), SessionCodec.write(session), session.expiresAt());
        if (store.get(bySubject).isEmpty()) {
            store.remove(byBrowser(browser));
            throw LoginRejectedException.of(
                    LoginCheck.R26_SESSION, "session", "was ended by a logout before it had begun");
        }
    }

    /** {@return the session of a browser, if it is logged in} */
    public Optional<ActiveSession> find(BrowserSession browser) {
        return store.get(byBrowser(browser)).flatMap(SessionCodec::read);
    }

    /** {@return the session of a browser, which has ended now} */
    public Optional<ActiveSession> end(BrowserSession browser) {
        Optional<ActiveSession> session = store.take(byBrowser(browser)).flatMap(SessionCodec::read);
        session.ifPresent(ended -> store.remove(bySubject(browser, ended)));
        return session;
    }

    /**
     * Ends sessions of a subject.
     *
     * @param sessionIndexes names of those to end, all if there is none. One that has no such name ends in any case
     * @return their browsers
     */
    public List<BrowserSession> endAll(NameId subject, List<String> sessionIndexes) {
        List<BrowserSession> ended = new ArrayList<>();
        for (String prefix : prefixes(subject, sessionIndexes)) {
            List<String> found = store.keysWithPrefix(prefix, KEYS_AT_A_TIME);
            while (!found.isEmpty()) {
                found.forEach(bySubject -> end(bySubject).ifPresent(ended::add));
                found = store.keysWithPrefix(prefix, KEYS_AT_A_TIME);
            }
        }
        return ended;
    }

    /** Twice, since a session may begin just now: see {@link #open}, which looks for what is removed in between. */
    private Optional<BrowserSession> end(String bySubject) {
        Optional<BrowserSession> browser =
                store.get(bySubject).map(id -> BrowserSession.of(new String(id, StandardCharsets.UTF_8)));
        browser.ifPresent(there -> {
            store.remove(byBrowser(there));
            store.remove(bySubject);
            store.remove(byBrowser(there));
        });
        return browser;
    }

    private Set<String> prefixes(NameId subject, List<String> sessionIndexes) {
        String all = prefix(subject);
        if (sessionIndexes.isEmpty()) {
            return Set.of(all);
        }
        Set<String> listed = new LinkedHashSet<>();
        sessionIndexes.forEach(index -> listed.add(all + Fingerprint.of(provider, "index", index) + "/"));
        listed.add(all + WITHOUT_INDEX + "/");
        return listed;
    }

    private void put(String name, byte[] value, Instant expiresAt) {
        if (!store.putIfAbsent(name, value, expiresAt)) {
            // Left over from a session that was half ended.
            store.remove(name);
            store.putIfAbsent(name, value, expiresAt);
        }
    }

    private String byBrowser(BrowserSession browser) {
        return "session/" + Fingerprint.of(provider, "browser", browser.id());
    }

    private String bySubject(BrowserSession browser, ActiveSession session) {
        String index = session.sessionIndex()
                .map(name -> Fingerprint.of(provider, "index", name))
                .orElse(WITHOUT_INDEX);
        return prefix(session.subject()) + index + "/" + Fingerprint.of(provider, "browser", browser.id());
    }

    private String prefix(NameId subject) {
        return "name/" + Fingerprint.of(provider, "subject", subject.value()) + "/";
    }
}
