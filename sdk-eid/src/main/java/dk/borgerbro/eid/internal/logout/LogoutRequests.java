package dk.borgerbro.eid.internal.logout;

import dk.borgerbro.eid.BrowserSession;
import dk.borgerbro.eid.LogoutResult;
import dk.borgerbro.eid.internal.flow.Trail;
import dk.borgerbro.eid.internal.saml.LogoutRequestMessage;
import dk.borgerbro.eid.internal.saml.Refusal;
import dk.borgerbro.eid.internal.saml.SamlEngine;
import dk.borgerbro.eid.internal.saml.TimeWindow;
import dk.borgerbro.eid.saml.IdentityProvider;
import dk.borgerbro.eid.saml.LogoutCheck;
import dk.borgerbro.eid.saml.NameId;
import java.util.List;

/** Ends sessions because the identity provider says so. Thread-safe. */
final class LogoutRequests {
    private final LogoutSettings settings;
    private final SamlEngine engine;
    private final SessionIndex sessions;
    private final UsedRequests used;
    private final LogoutAnswers answers;

    LogoutRequests(
            LogoutSettings settings,
            SamlEngine engine,
            SessionIndex sessions,
            UsedRequests used,
            LogoutAnswers answers) {
        this.settings = settings;
        this.engine = engine;
        this.sessions = sessions;
        this.used = used;
        this.answers = answers;
    }

    /** {@return the sessions that ended and the answer, which is the same whether or not there were any} */
    LogoutResult fulfil(ReceivedLogout received, IdentityProvider identityProvider, TimeWindow time, Trail trail)
            throws LogoutRefusal {
        LogoutRequestMessage request = verified(received, identityProvider, time, trail);
        LogoutRules.checkIssuer(request.issuer().orElse(null), identityProvider.entityId());
        LogoutRules.checkDestination(
                request.destination().orElse(null), settings.address().toString());
        LogoutRules.checkIssueInstant(request.issueInstant(), time);
        LogoutRules.checkEnd(request.notOnOrAfter().orElse(null), time);
        used.use(request.id(), time);
        NameId subject = request.nameId()
                .orElseThrow(() -> new LogoutRefusal(
                        LogoutCheck.L12_SUBJECT,
                        "LogoutRequest/NameID",
                        "is missing; an encrypted name is not part of the profile"));
        trail.put("subject", subject.value());
        List<BrowserSession> ended = end(request, subject);
        trail.put("ended", ended.size());
        return new LogoutResult.EndedByProvider(
                answers.success(identityProvider, received, request.id(), time.now()), ended);
    }

    private LogoutRequestMessage verified(
            ReceivedLogout received, IdentityProvider identityProvider, TimeWindow time, Trail trail)
            throws LogoutRefusal {
        try {
            LogoutRequestMessage request =
                    engine.readLogoutRequest(received.message().xml());
            trail.put("requestId", request.id()).put("issueInstant", request.issueInstant());
            if (!request.sessionIndexes().isEmpty()) {
                trail.put("sessionIndex", String.join(" ", request.sessionIndexes()));
            }
            received.verify(request.signature().orElse(null), identityProvider.trustedKeys(time.now()));
            trail.belongsTo(request.id());
            return request;
        } catch (Refusal refusal) {
            throw LogoutRefusal.of(refusal);
        }
    }

    private List<BrowserSession> end(LogoutRequestMessage request, NameId subject) {
        boolean done = false;
        try {
            List<BrowserSession> ended = sessions.endAll(subject, request.sessionIndexes());
            done = true;
            return ended;
        } finally {
            if (!done) {
                used.release(request.id());
            }
        }
    }
}
