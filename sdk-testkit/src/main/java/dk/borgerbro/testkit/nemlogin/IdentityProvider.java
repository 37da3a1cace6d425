package dk.borgerbro.testkit.nemlogin;

import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** The parts of the identity provider that HTTP and code share. Thread-safe. */
final class IdentityProvider {
    private final SamlForge forge;
    private final Clock clock;
    private final IncomingMessages messages;
    private final IdpSessions sessions = new IdpSessions();
    private final IdpSigning signing;
    private final AuthnRequests requests;
    private final LoginAnswers answers;
    private final Logouts logouts;

    IdentityProvider(SamlForge forge, IncomingMessages messages, SSLContext tls, NemLogInSimulator.Builder settings) {
        this.forge = forge;
        this.clock = settings.clock();
        this.messages = messages;
        this.signing = new IdpSigning(forge);
        this.requests = new AuthnRequests(forge.profile(), messages, clock);
        this.answers = new LoginAnswers(forge, signing);
        this.logouts = new Logouts(forge, signing, sessions, messages, new BackChannel(tls), settings);
    }

    SimulatedProfile profile() {
        return forge.profile();
    }

    String newId() {
        return forge.newId();
    }

    IncomingMessages messages() {
        return messages;
    }

    IdpSigning signing() {
        return signing;
    }

    IdpSessions sessions() {
        return sessions;
    }

    LoginAnswers answers() {
        return answers;
    }

    Logouts logouts() {
        return logouts;
    }

    Incoming redirect(String rawQuery, URI endpoint) {
        return messages.redirect(rawQuery, endpoint);
    }

    Incoming post(String base64, String relayState, URI endpoint) {
        return messages.post(base64, relayState, endpoint);
    }

    LoginRequest authnRequest(Incoming incoming) {
        return requests.read(incoming);
    }

    IdpSession start(SimulatedUser user) {
        IdpSession session = IdpSession.start(forge.newId(), forge.newId(), user, clock.instant());
        sessions.put(session);
        return session;
    }

    Optional<IdpSession> session(String id) {
        return sessions.get(id);
    }

    /** Service providers stay registered. */
    void reset() {
        sessions.clear();
        logouts.clear();
        signing.reset();
        messages.forget();
    }
}
