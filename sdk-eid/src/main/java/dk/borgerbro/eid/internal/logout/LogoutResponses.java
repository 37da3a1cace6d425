package dk.borgerbro.eid.internal.logout;

import dk.borgerbro.eid.BrowserSession;
import dk.borgerbro.eid.HttpAnswer;
import dk.borgerbro.eid.LogoutResult;
import dk.borgerbro.eid.ProviderStatus;
import dk.borgerbro.eid.internal.flow.Trail;
import dk.borgerbro.eid.internal.saml.LogoutResponseMessage;
import dk.borgerbro.eid.internal.saml.Refusal;
import dk.borgerbro.eid.internal.saml.SamlEngine;
import dk.borgerbro.eid.internal.saml.StatusValue;
import dk.borgerbro.eid.internal.saml.TimeWindow;
import dk.borgerbro.eid.saml.IdentityProvider;
import dk.borgerbro.eid.saml.LogoutCheck;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes the identity provider's answer to a logout that began here. The session has ended before. Thread-safe. */
final class LogoutResponses {
    private static final String PARTIAL = "urn:oasis:names:tc:SAML:2.0:status:PartialLogout";

    private final LogoutSettings settings;
    private final SamlEngine engine;
    private final PendingLogouts pending;
    private final LogoutAnswers answers;

    LogoutResponses(LogoutSettings settings, SamlEngine engine, PendingLogouts pending, LogoutAnswers answers) {
        this.settings = settings;
        this.engine = engine;
        this.pending = pending;
        this.answers = answers;
    }

    /** {@return what the identity provider says, once it is clear that it does, and to whom} */
    LogoutResult accept(
            ReceivedLogout received,
            IdentityProvider identityProvider,
            @Nullable BrowserSession browser,
            TimeWindow time,
            Trail trail)
            throws LogoutRefusal {
        LogoutResponseMessage response = verified(received, identityProvider, time, trail);
        LogoutRules.checkIssuer(response.issuer().orElse(null), identityProvider.entityId());
        LogoutRules.checkDestination(
                response.destination().orElse(null), settings.address().toString());
        LogoutRules.checkIssueInstant(response.issueInstant(), time);
        String requestId = begunHere(response.inResponseTo().orElse(null), browser);
        trail.put("requestId", requestId).belongsTo(requestId);
        return result(response.status());
    }

    private LogoutResponseMessage verified(
            ReceivedLogout received, IdentityProvider identityProvider, TimeWindow time, Trail trail)
            throws LogoutRefusal {
        try {
            LogoutResponseMessage response =
                    engine.readLogoutResponse(received.message().xml());
            trail.put("responseId", response.id())
                    .put("issueInstant", response.issueInstant())
                    .put("status", status(response.status()));
            response.inResponseTo().ifPresent(id -> trail.put("inResponseTo", id));
            received.verify(response.signature().orElse(null), identityProvider.trustedKeys(time.now()));
            return response;
        } catch (Refusal refusal) {
            throw LogoutRefusal.of(refusal);
        }
    }

    private String begunHere(@Nullable String inResponseTo, @Nullable BrowserSession browser) throws LogoutRefusal {
        if (inResponseTo == null || browser == null || !pending.take(browser, inResponseTo)) {
            throw new LogoutRefusal(
                    LogoutCheck.L13_IN_RESPONSE_TO,
                    "LogoutResponse/@InResponseTo",
                    "names no logout that this browser began within 15 minutes; the browser must keep its session id until"
                            + " the answer comes, and an answer counts once");
        }
        return inResponseTo;
    }

    private LogoutResult result(StatusValue status) {
        HttpAnswer answer = answers.afterLogout();
        List<String> codes = status.codes();
        if (codes.contains(PARTIAL)) {
            return new LogoutResult.Partial(answer, status(status));
        }
        return codes.get(0).equals(LogoutMessages.SUCCESS)
                ? new LogoutResult.Finished(answer)
                : new LogoutResult.Failed(answer, status(status));
    }

    private static ProviderStatus status(StatusValue value) {
        ProviderStatus status = ProviderStatus.of(value.codes().get(0));
        status = value.codes().size() > 1 ? status.withSubcode(value.codes().get(1)) : status;
        return value.message().map(status::withMessage).orElse(status);
    }
}
