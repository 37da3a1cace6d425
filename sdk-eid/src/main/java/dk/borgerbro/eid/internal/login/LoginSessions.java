package dk.borgerbro.eid.internal.login;

import dk.borgerbro.eid.AssuranceLevel;
import dk.borgerbro.eid.BrowserSession;
import dk.borgerbro.eid.saml.NameId;
import java.time.Instant;
import java.util.Optional;

/** What a login needs of the index of sessions. */
interface LoginSessions {
    /** {@return whose session a browser has now} */
    Optional<NameId> subject(BrowserSession browser);

    /** Begins a session. */
    void open(
            BrowserSession browser,
            NameId subject,
            Optional<String> sessionIndex,
            AssuranceLevel level,
            Instant expiresAt);

    /** Ends a browser's session, if it has one. */
    void end(BrowserSession browser);
}
