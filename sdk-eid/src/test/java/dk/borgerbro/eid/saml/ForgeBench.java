package dk.borgerbro.eid.saml;

import dk.borgerbro.core.observe.AuditEvent;
import dk.borgerbro.eid.BrowserSession;
import dk.borgerbro.eid.LoginResult;
import dk.borgerbro.testkit.nemlogin.ForgedResponse;
import dk.borgerbro.testkit.nemlogin.IssuedResponse;
import dk.borgerbro.testkit.nemlogin.RegisteredServiceProvider;
import dk.borgerbro.testkit.nemlogin.SamlForge;
import dk.borgerbro.testkit.nemlogin.SimulatedUser;
import dk.borgerbro.testkit.person.TestPerson;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** A service provider on the real engine, and a forge that makes what an identity provider or an attacker would send to it. */
final class ForgeBench {
    static final SimulatedUser ANE = SimulatedUser.person(TestPerson.ADULT);

    final MovingClock clock = new MovingClock(TestKeys.NOW);
    final SamlForge forge = SamlForge.builder(TestKeys.PKI)
            .entityId(LoginBench.IDP)
            .clock(clock)
            .keyBits(2048)
            .seed(9)
            .build();
    final RegisteredServiceProvider registered =
            RegisteredServiceProvider.of(LoginBench.SP, URI.create(LoginBench.ACS), TestKeys.SERVICE);
    final List<AuditEvent> audited = new CopyOnWriteArrayList<>();

    ServiceProviderBuilder builder() {
        return LoginBench.builder(clock, audited).identityProvider(identityProvider());
    }

    /** {@return with two keys in use and one that has expired} */
    IdentityProvider identityProvider() {
        return IdentityProvider.builder(LoginBench.IDP, LoginBench.SSO)
                .signingCertificate(forge.signer().certificate())
                .signingCertificate(forge.secondSigner().certificate())
                .signingCertificate(forge.expiredSigner().certificate())
                .build();
    }

    LoginResult login(
            SamlServiceProvider sp, BrowserSession browser, SimulatedUser user, UnaryOperator<ForgedResponse> change) {
        return login(sp, browser, asked -> {}, user, change);
    }

    LoginResult login(
            SamlServiceProvider sp,
            BrowserSession browser,
            Consumer<LoginRequest.Builder> asked,
            SimulatedUser user,
            UnaryOperator<ForgedResponse> change) {
        LoginRequest.Builder request = LoginRequest.builder(browser);
        asked.accept(request);
        LoginRedirect redirect = sp.startLogin(request.build());
        IssuedResponse issued = change.apply(forge.response(registered, redirect.requestId(), user))
                .issue();
        return complete(sp, browser, issued, LoginBench.relayState(redirect));
    }

    LoginResult complete(SamlServiceProvider sp, BrowserSession browser, IssuedResponse issued, String relayState) {
        return sp.completeLogin(
                LoginBench.form(issued.bytes(), relayState), browser, LoginBench.rotation(browser.id()));
    }
}
