package dk.borgerbro.eid.saml;

import dk.borgerbro.core.config.ClientSettings;
import dk.borgerbro.core.observe.AuditEvent;
import dk.borgerbro.eid.BrowserSession;
import dk.borgerbro.eid.IncomingRequest;
import dk.borgerbro.eid.LoginResult;
import dk.borgerbro.eid.SessionRotation;
import dk.borgerbro.eid.internal.login.StandardServiceProvider;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One service provider on a scripted engine and a clock that stands, with everything around it in memory. */
final class LoginBench {
    static final String SP = "https://selvbetjening.example/saml";
    static final String ACS = "https://selvbetjening.example/saml/acs";
    static final URI SLO = URI.create("https://selvbetjening.example/saml/logout");
    static final String IDP = "https://saml.idp.example";
    static final URI SSO = URI.create("https://login.idp.example/idp/saml/3.0/");
    private static final Pattern RELAY_STATE = Pattern.compile("[?&]RelayState=([^&]*)");

    final MovingClock clock = new MovingClock(TestKeys.NOW);
    final ScriptedEngine engine = new ScriptedEngine();
    final List<AuditEvent> audited = new CopyOnWriteArrayList<>();
    final SamlServiceProvider sp;

    LoginBench() {
        this(builder -> {});
    }

    LoginBench(Consumer<ServiceProviderBuilder> change) {
        ServiceProviderBuilder builder = builder(clock, audited);
        change.accept(builder);
        sp = StandardServiceProvider.assemble(builder.checked(), engine);
    }

    static ServiceProviderBuilder builder(MovingClock clock, List<AuditEvent> audited) {
        return SamlServiceProvider.builder()
                .entityId(SP)
                .assertionConsumerService(URI.create(ACS))
                .singleLogoutService(SLO)
                .identityProvider(identityProvider())
                .key(TestKeys.key(TestKeys.SERVICE))
                .stores(LoginStores.inMemory(clock))
                .settings(ClientSettings.builder()
                        .clock(clock)
                        .audit(audited::add)
                        .build());
    }

    static IdentityProvider identityProvider() {
        return IdentityProvider.builder(IDP, SSO)
                .signingCertificate(TestKeys.IDP.certificate())
                .build();
    }

    static BrowserSession browser(String name) {
        return BrowserSession.of("browser-session-of-" + name);
    }

    /** {@return a rotation to a session that nothing else has} */
    static SessionRotation rotation(String name) {
        return () -> browser(name + "-after");
    }

    LoginRedirect start(BrowserSession browser) {
        return start(browser, request -> {});
    }

    LoginRedirect start(BrowserSession browser, Consumer<LoginRequest.Builder> change) {
        LoginRequest.Builder request = LoginRequest.builder(browser);
        change.accept(request);
        return sp.startLogin(request.build());
    }

    /** {@return an answer with everything right} */
    Answer answer(LoginRedirect redirect) {
        return answer(Optional.of(redirect.requestId()));
    }

    Answer answer(Optional<String> requestId) {
        return new Answer(IDP, ACS, SP, requestId, clock.instant());
    }

    LoginResult complete(Answer answer, BrowserSession browser, String relayState, SessionRotation rotation) {
        return sp.completeLogin(form(engine.bytesOf(answer), relayState), browser, rotation);
    }

    LoginResult complete(Answer answer, BrowserSession browser) {
        return complete(answer, browser, "", () -> browser("rotated"));
    }

    static String relayState(LoginRedirect redirect) {
        Matcher found = RELAY_STATE.matcher(redirect.uri().toString());
        if (!found.find()) {
            throw new IllegalStateException("the request has no relay state");
        }
        return URLDecoder.decode(found.group(1), StandardCharsets.UTF_8);
    }

    static IncomingRequest form(byte[] xml, String relayState) {
        return form("SAMLResponse="
                + URLEncoder.encode(Base64.getEncoder().encodeToString(xml), StandardCharsets.UTF_8)
                + (relayState.isEmpty() ? "" : "&RelayState=" + URLEncoder.encode(relayState, StandardCharsets.UTF_8)));
    }

    static IncomingRequest form(String body) {
        return IncomingRequest.post(
                "application/x-www-form-urlencoded",
                new ByteArrayInputStream(body.getBytes(StandardCharsets.ISO_8859_1)));
    }
}
