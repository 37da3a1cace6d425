package dk.borgerbro.eid.internal.login;

import dk.borgerbro.eid.BrowserSession;
import dk.borgerbro.eid.IncomingRequest;
import dk.borgerbro.eid.LoginResult;
import dk.borgerbro.eid.ProviderStatus;
import dk.borgerbro.eid.SessionRotation;
import dk.borgerbro.eid.internal.binding.BoundMessage;
import dk.borgerbro.eid.internal.binding.FormReader;
import dk.borgerbro.eid.internal.binding.MessageParameter;
import dk.borgerbro.eid.internal.binding.TransportFault;
import dk.borgerbro.eid.internal.flow.RandomIds;
import dk.borgerbro.eid.internal.flow.Trail;
import dk.borgerbro.eid.internal.saml.EngineChecks;
import dk.borgerbro.eid.internal.saml.IssuerRule;
import dk.borgerbro.eid.internal.saml.Refusal;
import dk.borgerbro.eid.internal.saml.ResponseMessage;
import dk.borgerbro.eid.internal.saml.ResponseRules;
import dk.borgerbro.eid.internal.saml.SamlEngine;
import dk.borgerbro.eid.internal.saml.StatusRule;
import dk.borgerbro.eid.internal.saml.StatusVerdict;
import dk.borgerbro.eid.internal.saml.TimeWindow;
import dk.borgerbro.eid.saml.ArchivedMessage;
import dk.borgerbro.eid.saml.IdentityProvider;
import dk.borgerbro.eid.saml.LoginCheck;
import dk.borgerbro.eid.saml.LoginRejectedException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Completes logins: R1 to R26 in this order, and the trail of each. Thread-safe. */
final class LoginFlow {
    private final ProviderSettings settings;
    private final SamlEngine engine;
    private final PendingLogins pending;
    private final AssertionJudge judge;
    private final SessionStart sessionStart;
    private final LoginAudit audit;
    private final RandomIds ids;

    LoginFlow(
            ProviderSettings settings,
            SamlEngine engine,
            PendingLogins pending,
            AssertionJudge judge,
            SessionStart sessionStart,
            LoginAudit audit,
            RandomIds ids) {
        this.settings = settings;
        this.engine = engine;
        this.pending = pending;
        this.judge = judge;
        this.sessionStart = sessionStart;
        this.audit = audit;
        this.ids = ids;
    }

    LoginResult complete(IncomingRequest request, BrowserSession browser, SessionRotation rotation) {
        Trail trail = new Trail(ids.message());
        try {
            return complete(request, browser, rotation, trail);
        } catch (LoginRejectedException e) {
            LoginRejectedException told = e.withCorrelationId(trail.correlationId());
            audit.refused(trail, told);
            throw told;
        } catch (RuntimeException e) {
            audit.failed(trail, e);
            throw e;
        }
    }

    private LoginResult complete(
            IncomingRequest request, BrowserSession browser, SessionRotation rotation, Trail trail) {
        Instant now = settings.client().clock().instant();
        TimeWindow time = new TimeWindow(now, settings.clockSkew(), settings.maxAge());
        IdentityProvider identityProvider = settings.identityProvider().current();
        BoundMessage form = form(request);
        ResponseMessage response = read(form);
        LoginTrail.response(trail, response);
        IssuerRule.checkResponse(response, identityProvider.entityId());
        ResponseRules.checkDestination(response, settings.consumerService().toString());
        Asked asked = asked(response, browser, form, trail);
        settings.archive()
                .keep(ArchivedMessage.of(ArchivedMessage.Kind.RESPONSE, now, trail.correlationId(), form.xml()));
        ResponseRules.checkIssueInstant(response, time);
        StatusVerdict verdict = StatusRule.judge(response.status());
        if (verdict != StatusVerdict.SUCCESS) {
            LoginResult outcome = outcome(verdict, StatusRule.clean(response.status()), asked);
            audit.ended(trail, outcome.getClass().getSimpleName());
            return outcome;
        }
        VerifiedLogin login = judge.judge(response, identityProvider, asked, time, trail);
        return sessionStart.begin(login, asked, browser, rotation, time, trail);
    }

    private static BoundMessage form(IncomingRequest request) {
        try {
            return FormReader.read(request, Set.of(MessageParameter.RESPONSE));
        } catch (TransportFault fault) {
            throw LoginRejectedException.of(LoginCheck.R01_TRANSPORT, fault.path(), fault.reason());
        }
    }

    private ResponseMessage read(BoundMessage form) {
        try {
            return engine.readResponse(form.xml());
        } catch (Refusal refusal) {
            throw EngineChecks.login(refusal);
        }
    }

    /** R6. Whoever names a pending login uses it up, whatever follows. */
    private Asked asked(ResponseMessage response, BrowserSession browser, BoundMessage form, Trail trail) {
        if (response.inResponseTo().isEmpty()) {
            if (settings.unsolicited()) {
                return Asked.nothing(settings.minimumAssurance(), settings.defaultPage());
            }
            throw refuseAnswer("is missing, and a login that begins at the identity provider is not allowed here");
        }
        PendingLogin login = pending.take(browser, response.inResponseTo().get())
                .orElseThrow(() -> refuseAnswer(
                        "names no login that this browser began within the last minutes, or one that has ended;"
                                + " with several nodes, check that they share their stores"));
        LoginTrail.request(trail, login);
        return Asked.by(login, settings.minimumAssurance(), returnTo(login, form));
    }

    private static LoginRejectedException refuseAnswer(String reason) {
        return LoginRejectedException.of(LoginCheck.R06_IN_RESPONSE_TO, "Response/@InResponseTo", reason);
    }

    /** The relay state only says whether the page that was kept is the one to go to; it never names one. */
    private String returnTo(PendingLogin login, BoundMessage form) {
        return form.relayState().equals(Optional.of(login.relayState())) ? login.returnTo() : settings.defaultPage();
    }

    private static LoginResult outcome(StatusVerdict verdict, ProviderStatus status, Asked asked) {
        String returnTo = asked.returnTo();
        return switch (verdict) {
            case CANCELLED -> new LoginResult.Cancelled(status, returnTo);
            case NOT_LOGGED_IN -> new LoginResult.NotLoggedIn(status, returnTo);
            case ASSURANCE_NOT_AVAILABLE -> new LoginResult.AssuranceNotAvailable(asked.required(), status, returnTo);
            case DENIED -> new LoginResult.Denied(status, returnTo);
            case SUCCESS -> throw new IllegalStateException("success has an assertion");
        };
    }
}
