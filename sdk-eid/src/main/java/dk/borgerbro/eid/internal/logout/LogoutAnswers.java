package dk.borgerbro.eid.internal.logout;

import dk.borgerbro.core.credential.OrganisationKey;
import dk.borgerbro.eid.HttpAnswer;
import dk.borgerbro.eid.internal.binding.EnvelopedSigner;
import dk.borgerbro.eid.internal.binding.FormPage;
import dk.borgerbro.eid.internal.binding.MessageParameter;
import dk.borgerbro.eid.internal.binding.RedirectBinding;
import dk.borgerbro.eid.internal.binding.SoapBinding;
import dk.borgerbro.eid.internal.flow.RandomIds;
import dk.borgerbro.eid.saml.ActiveSession;
import dk.borgerbro.eid.saml.IdentityProvider;
import dk.borgerbro.eid.saml.LogoutEndpoint;
import dk.borgerbro.eid.saml.SamlBinding;
import java.time.Instant;
import java.util.Optional;

/** Puts our messages into bindings, signed. Thread-safe. */
final class LogoutAnswers {
    private final LogoutSettings settings;
    private final LogoutMessages messages;
    private final RandomIds ids;
    private final RedirectBinding redirects;
    private final EnvelopedSigner signer;

    LogoutAnswers(LogoutSettings settings, RandomIds ids, RedirectBinding redirects) {
        this.settings = settings;
        this.messages = new LogoutMessages(settings.entityId());
        this.ids = ids;
        this.redirects = redirects;
        this.signer =
                settings.client().cryptoProvider().map(EnvelopedSigner::with).orElseGet(EnvelopedSigner::standard);
    }

    /** {@return a request to end a session; empty if the identity provider takes none by the browser} */
    Optional<HttpAnswer> request(IdentityProvider identityProvider, String id, Instant now, ActiveSession session) {
        return endpoint(identityProvider, SamlBinding.HTTP_REDIRECT).map(endpoint -> {
            byte[] xml = messages.request(id, now, endpoint.location(), session);
            return endpoint.binding() == SamlBinding.HTTP_REDIRECT
                    ? HttpAnswer.redirect(
                            redirects.encode(endpoint.location(), MessageParameter.REQUEST, xml, key(now).privateKey()))
                    : FormPage.of(endpoint.location(), MessageParameter.REQUEST, signer.sign(xml, key(now)), "");
        });
    }

    /** {@return the answer that a request was fulfilled; to a browser whose answer nobody takes, the page after logout} */
    HttpAnswer success(IdentityProvider identityProvider, ReceivedLogout received, String requestId, Instant now) {
        if (received.binding() == SamlBinding.SOAP) {
            return SoapBinding.answer(signer.sign(messages.success(ids.message(), now, null, requestId), key(now)));
        }
        String relayState = received.message().relayState().orElse("");
        return endpoint(identityProvider, settings.answerBinding())
                .map(endpoint -> {
                    byte[] xml = messages.success(ids.message(), now, endpoint.responseLocation(), requestId);
                    return endpoint.binding() == SamlBinding.HTTP_REDIRECT
                            ? HttpAnswer.redirect(redirects.encode(
                                    endpoint.responseLocation(),
                                    MessageParameter.RESPONSE,
                                    xml,
                                    relayState,
                                    key(now).privateKey()))
                            : FormPage.of(
                                    endpoint.responseLocation(),
                                    MessageParameter.RESPONSE,
                                    signer.sign(xml, key(now)),
                                    relayState);
                })
                .orElseGet(this::afterLogout);
    }

    HttpAnswer afterLogout() {
        return HttpAnswer.redirect(settings.afterLogout());
    }

    private OrganisationKey key(Instant now) {
        return settings.key().current().requireValidAt(now);
    }

    private static Optional<LogoutEndpoint> endpoint(IdentityProvider identityProvider, SamlBinding wanted) {
        SamlBinding other = wanted == SamlBinding.HTTP_REDIRECT ? SamlBinding.HTTP_POST : SamlBinding.HTTP_REDIRECT;
        return identityProvider.logoutEndpoint(wanted).or(() -> identityProvider.logoutEndpoint(other));
    }
}
