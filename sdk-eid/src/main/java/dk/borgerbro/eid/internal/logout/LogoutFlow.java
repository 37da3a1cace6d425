package dk.borgerbro.eid.internal.logout;

import dk.borgerbro.eid.BrowserSession;
import dk.borgerbro.eid.HttpAnswer;
import dk.borgerbro.eid.IncomingRequest;
import dk.borgerbro.eid.LogoutResult;
import dk.borgerbro.eid.internal.binding.MessageParameter;
import dk.borgerbro.eid.internal.binding.RedirectBinding;
import dk.borgerbro.eid.internal.binding.RefusalPage;
import dk.borgerbro.eid.internal.binding.SoapBinding;
import dk.borgerbro.eid.internal.binding.TransportFault;
import dk.borgerbro.eid.internal.flow.AuditTrail;
import dk.borgerbro.eid.internal.flow.RandomIds;
import dk.borgerbro.eid.internal.flow.Trail;
import dk.borgerbro.eid.internal.saml.Refusal;
import dk.borgerbro.eid.internal.saml.SamlEngine;
import dk.borgerbro.eid.internal.saml.TimeWindow;
import dk.borgerbro.eid.saml.ActiveSession;
import dk.borgerbro.eid.saml.IdentityProvider;
import dk.borgerbro.eid.saml.LogoutRejectedException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Single logout, whoever begins it (SAML profiles 4.4): L01 to L13 in this order, and the trail of each. Thread-safe. */
public final class LogoutFlow {
    private final LogoutSettings settings;
    private final SessionIndex sessions;
    private final PendingLogouts pending;
    private final LogoutAnswers answers;
    private final LogoutRequests requests;
    private final LogoutResponses responses;
    private final LogoutAudit audit;
    private final RedirectBinding redirects;
    private final RandomIds ids;

    /**
     * Sets logout up.
     *
     * @param engine reads messages and verifies what is signed inside them
     * @param sessions the index that logins write
     */
    public LogoutFlow(LogoutSettings settings, SamlEngine engine, SessionIndex sessions) {
        this.settings = settings;
        this.sessions = sessions;
        this.ids = new RandomIds(settings.client().random());
        this.redirects =
                settings.client().cryptoProvider().map(RedirectBinding::with).orElseGet(RedirectBinding::standard);
        this.pending = new PendingLogouts(settings.pending(), settings.provider());
        this.answers = new LogoutAnswers(settings, ids, redirects);
        this.audit = new LogoutAudit(new AuditTrail(
                settings.client().audit(),
                settings.authority(),
                settings.client().clock()));
        UsedRequests used = new UsedRequests(settings.replay(), settings.provider());
        this.requests = new LogoutRequests(settings, engine, sessions, used, answers);
        this.responses = new LogoutResponses(settings, engine, pending, answers);
    }

    /** {@return the session of a browser, if it is logged in} */
    public Optional<ActiveSession> session(BrowserSession browser) {
        return sessions.find(browser);
    }

    /**
     * {@return what takes the browser to the identity provider to log out there too; without a session, to the page after logout}
     *
     * <p>Whatever is thrown, the session has ended, unless the store of sessions could not be asked.
     */
    public HttpAnswer start(BrowserSession browser) {
        Optional<ActiveSession> session = sessions.end(browser);
        return session.map(ended -> start(browser, ended)).orElseGet(answers::afterLogout);
    }

    private HttpAnswer start(BrowserSession browser, ActiveSession session) {
        String id = ids.message();
        Trail trail = new Trail(id)
                .put("requestId", id)
                .put("subject", session.subject().value())
                .put("level", session.level());
        session.sessionIndex().ifPresent(index -> trail.put("sessionIndex", index));
        audit.started(trail);
        Instant now = settings.client().clock().instant();
        pending.keep(browser, id, now);
        return answers.request(settings.identityProvider().current(), id, now, session)
                .orElseGet(answers::afterLogout);
    }

    /**
     * {@return how a logout goes on after a message of the identity provider}
     *
     * @throws LogoutRejectedException if the message failed a check; no session was touched
     */
    public LogoutResult handle(IncomingRequest request, BrowserSession browser) {
        return handled(request, browser);
    }

    /**
     * {@return as {@link #handle(IncomingRequest, BrowserSession)}, for a message that came without a session, as those by SOAP do}
     *
     * @throws LogoutRejectedException if the message failed a check, as every answer to a logout then does
     */
    public LogoutResult handle(IncomingRequest request) {
        return handled(request, null);
    }

    private LogoutResult handled(IncomingRequest request, @Nullable BrowserSession browser) {
        Trail trail = new Trail(ids.message());
        try {
            return judged(request, browser, trail);
        } catch (LogoutRefusal refusal) {
            audit.refused(trail, refusal);
            HttpAnswer answer = SoapBinding.isSoap(request) ? SoapBinding.fault() : RefusalPage.ofLogout();
            throw LogoutRejectedException.of(refusal.check(), refusal.path(), refusal.reason(), answer);
        } catch (RuntimeException e) {
            audit.failed(trail, e);
            throw e;
        }
    }

    private LogoutResult judged(IncomingRequest request, @Nullable BrowserSession browser, Trail trail)
            throws LogoutRefusal {
        Instant now = settings.client().clock().instant();
        TimeWindow time = new TimeWindow(now, settings.clockSkew(), settings.maxAge());
        IdentityProvider identityProvider = settings.identityProvider().current();
        ReceivedLogout received;
        try {
            received = ReceivedLogout.of(request, redirects);
        } catch (TransportFault fault) {
            throw LogoutRefusal.of(fault);
        } catch (Refusal refusal) {
            throw LogoutRefusal.of(refusal);
        }
        trail.put("binding", received.binding());
        LogoutResult result = received.message().parameter() == MessageParameter.REQUEST
                ? requests.fulfil(received, identityProvider, time, trail)
                : responses.accept(received, identityProvider, browser, time, trail);
        audit.ended(trail, result.getClass().getSimpleName());
        return result;
    }
}
