package dk.borgerbro.benchmarks;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import dk.borgerbro.core.config.ClientSettings;
import dk.borgerbro.core.credential.OrganisationKey;
import dk.borgerbro.core.store.ExpiringStore;
import dk.borgerbro.eid.BrowserSession;
import dk.borgerbro.eid.IncomingRequest;
import dk.borgerbro.eid.LoginResult;
import dk.borgerbro.eid.saml.IdentityProvider;
import dk.borgerbro.eid.saml.LoginRedirect;
import dk.borgerbro.eid.saml.LoginRequest;
import dk.borgerbro.eid.saml.LoginStores;
import dk.borgerbro.eid.saml.SamlServiceProvider;
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
import java.security.Signature;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Both halves of a login through the service provider with every check on, each beside what its mathematics alone cost: from the form to the
 * typed identity in a session, and from the wish to log in to the signed address. The stores are in memory and let one answer be used again.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@SuppressWarnings("NullAway.Init") // JMH calls prepare() before anything else
public class LoginBenchmark {
    private static final URI ADDRESS = URI.create("https://sp.example/acs");
    private static final BrowserSession BROWSER = BrowserSession.of("a-browser-session");
    private static final BrowserSession AFTER = BrowserSession.of("a-browser-session-after-login");

    /** The size of all keys. */
    @Param({"2048", "3072"})
    public int bits;

    private final byte[] query = new byte[900];
    /** How long it took to set the provider up and to begin a login, in nanoseconds. */
    long setUp;

    private SamlServiceProvider sp;
    private SamlServiceProvider nativeSp;
    private SamlMessage message;
    private PrivateKey key;
    private byte[] form;

    /** Makes keys, provider and answer. */
    @Setup(Level.Trial)
    public void prepare() {
        message = SamlMessage.withKeysOf(bits);
        Clock clock = Clock.fixed(Instant.now(), ZoneOffset.UTC);
        TestPki pki = TestPki.create();
        SamlForge forge =
                SamlForge.builder(pki).clock(clock).keyBits(bits).seed(1).build();
        TestIdentity own = pki.order()
                .organisation(TestOrganisation.MUNICIPALITY.cvr(), "Service provider")
                .ownKey()
                .keyBits(bits)
                .issue();
        key = own.privateKey();
        LoginStores stores =
                new LoginStores(new FirstEntryStore(), new FirstEntryStore(), ExpiringStore.inMemory(clock, 1000));
        ClientSettings settings = ClientSettings.builder().clock(clock).build();
        long start = System.nanoTime();
        sp = provider(forge, own, stores, settings);
        LoginRedirect redirect = sp.startLogin(LoginRequest.builder(BROWSER).build());
        setUp = System.nanoTime() - start;
        nativeSp = provider(
                forge,
                own,
                stores,
                settings.toBuilder()
                        .cryptoProvider(AmazonCorrettoCryptoProvider.INSTANCE)
                        .build());
        RegisteredServiceProvider to = RegisteredServiceProvider.of("https://sp.example/saml", ADDRESS, own);
        SimulatedUser user = SimulatedUser.professional(TestPerson.ADULT, TestOrganisation.MUNICIPALITY);
        String value = forge.response(to, redirect.requestId(), user).issue().formValue();
        form = ("SAMLResponse=" + URLEncoder.encode(value, StandardCharsets.US_ASCII))
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static SamlServiceProvider provider(
            SamlForge forge, TestIdentity own, LoginStores stores, ClientSettings settings) {
        return SamlServiceProvider.builder()
                .entityId("https://sp.example/saml")
                .assertionConsumerService(ADDRESS)
                .singleLogoutService(URI.create("https://sp.example/logout"))
                .identityProvider(IdentityProvider.builder(forge.entityId(), URI.create("https://idp.example/sso"))
                        .signingCertificate(forge.signer().certificate())
                        .build())
                .key(OrganisationKey.of(own.privateKey(), own.chain()))
                .stores(stores)
                .settings(settings)
                .build();
    }

    /** {@return whether the signature was verified} */
    @Benchmark
    public boolean answerByBareJca() throws GeneralSecurityException {
        return message.byBareJca();
    }

    /** {@return who logged in} */
    @Benchmark
    public LoginResult answer() {
        return completed(sp);
    }

    /** {@return who logged in} */
    @Benchmark
    public LoginResult answerOnNativeProvider() {
        return completed(nativeSp);
    }

    private LoginResult completed(SamlServiceProvider provider) {
        IncomingRequest request =
                IncomingRequest.post("application/x-www-form-urlencoded", new ByteArrayInputStream(form));
        return provider.completeLogin(request, BROWSER, () -> AFTER);
    }

    /** {@return one signature} */
    @Benchmark
    public byte[] requestByBareJca() throws GeneralSecurityException {
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(key);
        signature.update(query);
        return signature.sign();
    }

    /** {@return where to send the browser} */
    @Benchmark
    public URI request() {
        return sp.startLogin(LoginRequest.builder(BROWSER).returnTo("/sager").build())
                .uri();
    }
}
