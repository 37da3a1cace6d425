package dk.borgerbro.eid.internal.login;

import dk.borgerbro.core.error.ConfigurationException;
import dk.borgerbro.eid.SubjectId;
import dk.borgerbro.eid.internal.binding.MessageParameter;
import dk.borgerbro.eid.internal.binding.RedirectBinding;
import dk.borgerbro.eid.internal.flow.RandomIds;
import dk.borgerbro.eid.internal.flow.Trail;
import dk.borgerbro.eid.internal.logout.SessionIndex;
import dk.borgerbro.eid.saml.AppPlatform;
import dk.borgerbro.eid.saml.ArchivedMessage;
import dk.borgerbro.eid.saml.CredentialType;
import dk.borgerbro.eid.saml.IdentityProvider;
import dk.borgerbro.eid.saml.LoginRedirect;
import dk.borgerbro.eid.saml.LoginRequest;
import dk.borgerbro.eid.saml.LoginRequest.StepUp;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Begins logins: remembers what was asked, and sends the browser off with a signed request. Thread-safe. */
final class LoginStart {
    private final ProviderSettings settings;
    private final RedirectBinding redirect;
    private final PendingLogins pending;
    private final SessionIndex sessions;
    private final LoginAudit audit;
    private final RandomIds ids;

    LoginStart(
            ProviderSettings settings,
            RedirectBinding redirect,
            PendingLogins pending,
            SessionIndex sessions,
            LoginAudit audit,
            RandomIds ids) {
        this.settings = settings;
        this.redirect = redirect;
        this.pending = pending;
        this.sessions = sessions;
        this.audit = audit;
        this.ids = ids;
    }

    LoginRedirect start(LoginRequest request) {
        // As precise as a message says it.
        Instant now = settings.client().clock().instant().truncatedTo(ChronoUnit.MILLIS);
        IdentityProvider identityProvider = settings.identityProvider().current();
        // Asked now already: without a key that can be trusted, the user would authenticate for nothing.
        identityProvider.trustedKeys(now);
        PendingLogin login = login(request, now);
        AuthnRequest message = message(request, login, identityProvider);
        PrivateKey key = settings.key().current().requireValidAt(now).privateKey();
        URI uri = redirect.encode(
                identityProvider.singleSignOn(),
                MessageParameter.REQUEST,
                AuthnRequestWriter.write(message),
                login.relayState(),
                key);
        pending.keep(request.browser(), login);
        record(request, login, uri);
        return LoginRedirect.of(login.requestId(), uri);
    }

    private PendingLogin login(LoginRequest request, Instant now) {
        return new PendingLogin(
                ids.message(),
                ids.handle(),
                now,
                settings.required(request),
                request.kind(),
                request.forceAuthn(),
                request.returnTo().orElse(settings.defaultPage()),
                heldSubject(request));
    }

    private Optional<String> heldSubject(LoginRequest request) {
        return request.stepUp() == StepUp.SAME_SUBJECT
                ? sessions.find(request.browser())
                        .map(session -> SubjectId.parse(session.subject().value()))
                        .map(SessionStart::fingerprint)
                : Optional.empty();
    }

    private AuthnRequest message(LoginRequest request, PendingLogin login, IdentityProvider identityProvider) {
        List<String> references = new ArrayList<>(List.of(settings.profile().levelReference(login.required())));
        request.kind().flatMap(settings.profile()::kindReference).ifPresent(references::add);
        request.credentialTypes().stream().map(CredentialType::uri).forEach(references::add);
        return new AuthnRequest(
                login.requestId(),
                login.sentAt(),
                settings.entityId(),
                identityProvider.singleSignOn(),
                settings.consumerService(),
                request.forceAuthn(),
                request.passive(),
                references,
                attributeProfiles(request),
                request.appSwitch().map(this::appSwitch));
    }

    private List<String> attributeProfiles(LoginRequest request) {
        if (request.attributeProfiles().isEmpty()) {
            return request.kind().map(settings.profile()::attributeProfiles).orElse(List.of());
        }
        if (settings.profile().protocol().isEmpty()) {
            throw new ConfigurationException(
                    "login",
                    List.of(settings.profile()
                            + " knows no attribute profiles; ask for a kind, or set another profile"));
        }
        return request.attributeProfiles();
    }

    private AuthnRequest.AppSwitch appSwitch(AppPlatform platform) {
        URI returnUrl = settings.appReturn().get(platform);
        if (returnUrl == null) {
            throw new ConfigurationException(
                    "login",
                    List.of("a login with a switch to an app on " + platform + " needs appSwitch(AppPlatform."
                            + platform + ", …) in the service provider's builder"));
        }
        return new AuthnRequest.AppSwitch(platform, returnUrl);
    }

    private void record(LoginRequest request, PendingLogin login, URI uri) {
        settings.archive()
                .keep(ArchivedMessage.of(
                        ArchivedMessage.Kind.REQUEST,
                        login.sentAt(),
                        login.requestId(),
                        uri.toString().getBytes(StandardCharsets.US_ASCII)));
        Trail trail = new Trail(login.requestId());
        LoginTrail.request(trail, login);
        trail.put("level", login.required())
                .put("forceAuthn", request.forceAuthn())
                .put("passive", request.passive());
        login.kind().ifPresent(kind -> trail.put("kind", kind));
        audit.started(trail);
    }
}
