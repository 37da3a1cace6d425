package dk.borgerbro.eid.internal.login;

import dk.borgerbro.eid.BrowserSession;
import dk.borgerbro.eid.LoggedIn;
import dk.borgerbro.eid.SessionRotation;
import dk.borgerbro.eid.SubjectId;
import dk.borgerbro.eid.internal.flow.Fingerprint;
import dk.borgerbro.eid.internal.flow.Trail;
import dk.borgerbro.eid.internal.logout.SessionIndex;
import dk.borgerbro.eid.internal.saml.TimeWindow;
import dk.borgerbro.eid.saml.ActiveSession;
import dk.borgerbro.eid.saml.LoginCheck;
import dk.borgerbro.eid.saml.LoginRejectedException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** R26: lets an identity into a web session with a new id, and no sooner. Thread-safe. */
final class SessionStart {
    private static final Duration LONGEST = Duration.ofHours(24);

    private final SessionIndex sessions;
    private final PendingLogins pending;
    private final LoginAudit audit;
    private final Duration lifetime;

    /**
     * Opens the door.
     *
     * @param lifetime of a session whose end the identity provider does not state
     */
    SessionStart(SessionIndex sessions, PendingLogins pending, LoginAudit audit, Duration lifetime) {
        this.sessions = sessions;
        this.pending = pending;
        this.audit = audit;
        this.lifetime = lifetime;
    }

    /** {@return what stands for a subject where only equality counts} */
    static String fingerprint(SubjectId subject) {
        return Fingerprint.of(subject.kind().name(), subject.uuid().toString());
    }

    LoggedIn begin(
            VerifiedLogin login,
            Asked asked,
            BrowserSession before,
            SessionRotation rotation,
            TimeWindow time,
            Trail trail) {
        requireHeldSubject(login, asked);
        endForeignSession(login, before);
        BrowserSession after = rotation.rotate();
        if (after.equals(before)) {
            throw refuse(
                    "the rotation gave the session the id that it had; whoever knew that id would be logged in too");
        }
        Instant expiresAt = expiry(login, time);
        // Before the session begins, so that none begins that the trail does not have.
        audit.ended(trail, "LoggedIn");
        pending.move(before, after);
        sessions.open(after, session(login, expiresAt));
        sessions.end(before);
        return LoggedIn.builder(login.identity(), after)
                .times(login.authentication().at(), expiresAt)
                .returnTo(asked.returnTo())
                .correlationId(trail.correlationId())
                .build();
    }

    private static ActiveSession session(VerifiedLogin login, Instant expiresAt) {
        ActiveSession session =
                ActiveSession.of(login.nameId(), login.identity().assuranceLevel(), expiresAt);
        return login.authentication()
                .sessionIndex()
                .map(session::withSessionIndex)
                .orElse(session);
    }

    private static void requireHeldSubject(VerifiedLogin login, Asked asked) {
        Optional<String> held = asked.heldSubject();
        if (held.isPresent() && !held.get().equals(fingerprint(login.identity().subject()))) {
            throw refuse("the level was to be raised, but somebody else logged in; the session from before stays");
        }
    }

    /** A session of somebody else ends before anything of the new one is there, whatever goes wrong in between. */
    private void endForeignSession(VerifiedLogin login, BrowserSession before) {
        if (sessions.find(before)
                .filter(session -> !session.subject().equals(login.nameId()))
                .isPresent()) {
            sessions.end(before);
        }
    }

    /**
     * As the identity provider says, at most a day. If that has passed by this clock, and only the clocks' difference let the login
     * through, the same difference is granted to the session.
     */
    private Instant expiry(VerifiedLogin login, TimeWindow time) {
        Instant end =
                login.authentication().sessionNotOnOrAfter().orElse(time.now().plus(lifetime));
        Instant latest = time.now().plus(LONGEST);
        if (end.isAfter(latest)) {
            return latest;
        }
        return end.isAfter(time.now()) ? end : end.plus(time.skew());
    }

    private static LoginRejectedException refuse(String reason) {
        return LoginRejectedException.of(LoginCheck.R26_SESSION, "session", reason);
    }
}
