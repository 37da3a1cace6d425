package dk.borgerbro.eid.internal.login;

import dk.borgerbro.eid.BrowserSession;
import dk.borgerbro.eid.HttpAnswer;
import dk.borgerbro.eid.IncomingRequest;
import dk.borgerbro.eid.LoginResult;
import dk.borgerbro.eid.LogoutResult;
import dk.borgerbro.eid.SessionRotation;
import dk.borgerbro.eid.internal.binding.RedirectBinding;
import dk.borgerbro.eid.internal.flow.AuditTrail;
import dk.borgerbro.eid.internal.flow.RandomIds;
import dk.borgerbro.eid.internal.identity.IdentityReader;
import dk.borgerbro.eid.internal.logout.LogoutFlow;
import dk.borgerbro.eid.internal.logout.SessionIndex;
import dk.borgerbro.eid.internal.metadata.ServiceProviderMetadataWriter;
import dk.borgerbro.eid.internal.opensaml.OpenSamlEngine;
import dk.borgerbro.eid.internal.saml.SamlEngine;
import dk.borgerbro.eid.saml.ActiveSession;
import dk.borgerbro.eid.saml.LoginRedirect;
import dk.borgerbro.eid.saml.LoginRequest;
import dk.borgerbro.eid.saml.SamlServiceProvider;
import java.util.Optional;

/** The service provider, put together from its parts. */
public final class StandardServiceProvider implements SamlServiceProvider {
    private final LoginStart start;
    private final LoginFlow flow;
    private final LogoutFlow logout;
    private final ProviderSettings settings;

    private StandardServiceProvider(LoginStart start, LoginFlow flow, LogoutFlow logout, ProviderSettings settings) {
        this.start = start;
        this.flow = flow;
        this.logout = logout;
        this.settings = settings;
    }

    /** {@return a provider with these settings} */
    public static StandardServiceProvider of(ProviderSettings settings) {
        return assemble(
                settings,
                settings.client().cryptoProvider().map(OpenSamlEngine::on).orElseGet(OpenSamlEngine::create));
    }

    /** {@return a provider that reads messages with an engine} */
    public static StandardServiceProvider assemble(ProviderSettings settings, SamlEngine engine) {
        RedirectBinding redirect =
                settings.client().cryptoProvider().map(RedirectBinding::with).orElseGet(RedirectBinding::standard);
        String scope = settings.scope();
        SessionIndex sessions = new SessionIndex(settings.stores().sessions(), scope);
        PendingLogins pending = new PendingLogins(settings.stores().pending(), scope);
        LoginAudit audit = new LoginAudit(new AuditTrail(
                settings.client().audit(),
                settings.authority(),
                settings.client().clock()));
        RandomIds ids = new RandomIds(settings.client().random());
        AssertionJudge judge = new AssertionJudge(
                settings, reader(settings), new UsedAssertions(settings.stores().replay(), scope));
        SessionStart sessionStart = new SessionStart(sessions, pending, audit, settings.sessionLifetime());
        return new StandardServiceProvider(
                new LoginStart(settings, redirect, pending, sessions, audit, ids),
                new LoginFlow(settings, engine, pending, judge, sessionStart, audit, ids),
                new LogoutFlow(settings.logout(), engine, sessions),
                settings);
    }

    private static IdentityReader reader(ProviderSettings settings) {
        // Only 4.0 has a name of its own on the wire.
        IdentityReader reader =
                settings.profile().protocol().isPresent() ? IdentityReader.oio4() : IdentityReader.oio3();
        return settings.legacyLevel() ? reader.acceptingLegacyLevel() : reader;
    }

    @Override
    public byte[] metadata() {
        return ServiceProviderMetadataWriter.write(settings.metadata());
    }

    @Override
    public LoginRedirect startLogin(LoginRequest request) {
        return start.start(request);
    }

    @Override
    public LoginResult completeLogin(IncomingRequest request, BrowserSession browser, SessionRotation rotation) {
        return flow.complete(request, browser, rotation);
    }

    @Override
    public Optional<ActiveSession> session(BrowserSession browser) {
        return logout.session(browser);
    }

    @Override
    public HttpAnswer startLogout(BrowserSession browser) {
        return logout.start(browser);
    }

    @Override
    public LogoutResult handleLogout(IncomingRequest request, BrowserSession browser) {
        return logout.handle(request, browser);
    }

    @Override
    public LogoutResult handleLogout(IncomingRequest request) {
        return logout.handle(request);
    }
}
