package dk.borgerbro.benchmarks;

import dk.borgerbro.core.config.ClientSettings;
import dk.borgerbro.core.credential.OrganisationKey;
import dk.borgerbro.eid.BrowserSession;
import dk.borgerbro.eid.IncomingRequest;
import dk.borgerbro.eid.LoginResult;
import dk.borgerbro.eid.saml.IdentityProvider;
import dk.borgerbro.eid.saml.IdentityProviderTrust;
import dk.borgerbro.eid.saml.LoginRequest;
import dk.borgerbro.eid.saml.LoginRedirect;
import dk.borgerbro.eid.saml.LoginStores;
import dk.borgerbro.eid.saml.SamlServiceProvider;
import dk.borgerbro.testkit.nemlogin.IssuedResponse;
import dk.borgerbro.testkit.nemlogin.RegisteredServiceProvider;
import dk.borgerbro.testkit.nemlogin.SamlForge;
import dk.borgerbro.testkit.nemlogin.SimulatedUser;
import dk.borgerbro.testkit.person.TestOrganisation;
import dk.borgerbro.testkit.person.TestPerson;
import dk.borgerbro.testkit.pki.TestIdentity;
import dk.borgerbro.testkit.pki.TestPki;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Signature;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** A service provider that sends requests and completes the same answer as often as wanted: from the form to the typed identity. */
final class WholeLogin {
    private static final String ENTITY = "https://sp.example/saml";
    private static final URI CONSUMER = URI.create("https://sp.example/acs");
    private static final BrowserSession BROWSER = BrowserSession.of("browser-before-login");
    private static final BrowserSession AFTERWARDS = BrowserSession.of("browser-after-login");

    private final SamlServiceProvider provider;
    private final LoginRequest request;
    private final PrivateKey key;
    private final byte[] form;

    private WholeLogin(SamlServiceProvider provider, PrivateKey key, SamlForge forge, RegisteredServiceProvider to) {
        this.provider = provider;
        this.request = LoginRequest.builder(BROWSER).returnTo("/sager").build();
        this.key = key;
        IssuedResponse response = forge.response(
                        to,
                        provider.startLogin(request).requestId(),
                        SimulatedUser.professional(TestPerson.ADULT, TestOrganisation.MUNICIPALITY))
                .issue();
        this.form = ("SAMLResponse=" + URLEncoder.encode(response.formValue(), StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** {@return a service with keys of this size, on the JDK's providers or another} */
    static WholeLogin withKeysOf(int bits, @Nullable Provider crypto) {
        Clock clock = Clock.fixed(Instant.now(), ZoneOffset.UTC);
        TestPki pki = TestPki.create();
        SamlForge forge = SamlForge.builder(pki).keyBits(bits).clock(clock).build();
        TestIdentity own = pki.order()
                .organisation("34051178", "Service provider")
                .ownKey()
                .keyBits(bits)
                .issue();
        ClientSettings.Builder settings = ClientSettings.builder().clock(clock);
        if (crypto != null) {
            settings.cryptoProvider(crypto);
        }
        EndlessStore store = new EndlessStore();
        SamlServiceProvider provider = SamlServiceProvider.builder()
                .entityId(ENTITY)
                .assertionConsumerService(CONSUMER)
                .singleLogoutService(URI.create("https://sp.example/logout"))
                .identityProvider(IdentityProvider.parse(
                        forge.metadata(URI.create("https://idp.example/saml/")).bytes(),
                        IdentityProviderTrust.withoutChain(),
                        clock))
                .key(OrganisationKey.of(own.privateKey(), own.chain()))
                .stores(new LoginStores(store, store, store))
                .settings(settings.build())
                .build();
        return new WholeLogin(
                provider, own.privateKey(), forge, RegisteredServiceProvider.of(ENTITY, CONSUMER, own));
    }

    LoginResult complete() {
        return provider.completeLogin(
                IncomingRequest.post("application/x-www-form-urlencoded", new ByteArrayInputStream(form)),
                BROWSER,
                () -> AFTERWARDS);
    }

    LoginRedirect start() {
        return provider.startLogin(request);
    }

    /** {@return one signature of the length of a query, and nothing else} */
    byte[] bareSignature() throws GeneralSecurityException {
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(key);
        signature.update(form, 0, Math.min(form.length, 1000));
        return signature.sign();
    }
}
