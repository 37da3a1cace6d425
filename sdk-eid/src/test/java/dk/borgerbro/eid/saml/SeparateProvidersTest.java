package dk.borgerbro.eid.saml;

import static dk.borgerbro.eid.saml.LoginBench.browser;
import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerbro.eid.BrowserSession;
import dk.borgerbro.eid.LoggedIn;
import dk.borgerbro.testkit.nemlogin.IssuedResponse;
import dk.borgerbro.testkit.nemlogin.RegisteredServiceProvider;
import dk.borgerbro.testkit.nemlogin.SamlForge;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** Several service providers in one JVM, on the same stores: none takes what is meant for another. */
class SeparateProvidersTest {
    private static final String OTHER_SP = "https://nabo.example/saml";
    private static final String OTHER_ACS = "https://nabo.example/saml/acs";

    private final ForgeBench bench = new ForgeBench();
    private final LoginStores stores = LoginStores.inMemory(bench.clock);
    private final BrowserSession browser = browser("one");
    private final SamlServiceProvider ours = bench.builder().stores(stores).build();

    private SamlServiceProvider neighbour() {
        return bench.builder()
                .stores(stores)
                .entityId(OTHER_SP)
                .assertionConsumerService(URI.create(OTHER_ACS))
                .key(TestKeys.key(TestKeys.SERVICE_NEXT))
                .build();
    }

    private IssuedResponse answer(LoginRedirect redirect) {
        return bench.forge
                .response(bench.registered, redirect.requestId(), ForgeBench.ANE)
                .issue();
    }

    @Test
    void anAnswerToOneServiceIsRefusedByAnother() {
        LoginRedirect redirect = ours.startLogin(LoginRequest.builder(browser).build());
        IssuedResponse issued = answer(redirect);
        Refused.by(LoginCheck.R05_DESTINATION, () -> bench.complete(neighbour(), browser, issued, ""));
        SamlServiceProvider sameAddress =
                bench.builder().stores(stores).entityId(OTHER_SP).build();
        Refused.by(LoginCheck.R06_IN_RESPONSE_TO, () -> bench.complete(sameAddress, browser, issued, ""));
        assertThat(bench.complete(ours, browser, issued, "")).isInstanceOf(LoggedIn.class);
    }

    @Test
    void theAnswerOfAnotherIdentityProviderIsRefused() {
        SamlForge test = SamlForge.builder(TestKeys.PKI)
                .entityId("https://saml.test.example")
                .clock(bench.clock)
                .keyBits(2048)
                .seed(60)
                .build();
        LoginRedirect redirect = ours.startLogin(LoginRequest.builder(browser).build());
        RegisteredServiceProvider registered = bench.registered;
        Refused.by(
                LoginCheck.R04_ISSUER,
                () -> bench.complete(
                        ours,
                        browser,
                        test.response(registered, redirect.requestId(), ForgeBench.ANE)
                                .issue(),
                        ""));
        Refused.by(
                LoginCheck.R15_SIGNATURE_KEY,
                () -> bench.complete(
                        ours,
                        browser,
                        test.response(registered, redirect.requestId(), ForgeBench.ANE)
                                .withFacts(facts -> facts.withIssuer(LoginBench.IDP))
                                .issue(),
                        ""));
    }

    @Test
    void sessionsOfOneAreNotThoseOfAnother() {
        LoginRedirect redirect = ours.startLogin(LoginRequest.builder(browser).build());
        LoggedIn in = (LoggedIn) bench.complete(ours, browser, answer(redirect), "");
        assertThat(ours.session(in.browser())).isPresent();
        assertThat(neighbour().session(in.browser())).isEmpty();
    }
}
