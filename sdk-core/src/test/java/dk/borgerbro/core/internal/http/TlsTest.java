package dk.borgerbro.core.internal.http;

import static dk.borgerbro.core.internal.http.TransportBench.PKI;
import static dk.borgerbro.core.internal.http.TransportBench.key;
import static dk.borgerbro.core.internal.http.TransportBench.open;
import static dk.borgerbro.core.internal.http.TransportBench.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgerbro.core.config.ClientSettings;
import dk.borgerbro.core.config.ServiceEnvironment;
import dk.borgerbro.core.credential.KeySource;
import dk.borgerbro.core.credential.OrganisationKey;
import dk.borgerbro.core.error.CredentialException;
import dk.borgerbro.core.http.HttpCall;
import dk.borgerbro.core.http.HttpHeaders;
import dk.borgerbro.core.http.RequestNotSentException;
import dk.borgerbro.core.loopback.ReceivedRequest;
import dk.borgerbro.core.loopback.Reply;
import dk.borgerbro.core.loopback.ScriptedServer;
import dk.borgerbro.testkit.pki.TestIdentity;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.security.KeyStore;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlsTest {
    private static final TestIdentity FIRST = PKI.organisation("12345678", "Første Kommune");
    private static final TestIdentity SECOND = PKI.organisation("87654321", "Anden Kommune");

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void bothSidesShowTheirCertificates(String protocol) throws Exception {
        try (ScriptedServer server = ScriptedServer.start(PKI.server().sslContext(PKI.root()), socket -> {
                    socket.setEnabledProtocols(new String[] {protocol});
                    socket.setNeedClientAuth(true);
                });
                HttpClientTransport transport = open(server, key(FIRST), ClientSettings.defaults())) {
            assertThat(post(transport, server)).isEqualTo("fine");
            assertThat(server.received()).extracting(ReceivedRequest::client).allMatch(name -> name.contains("Første"));
        }
    }

    @Test
    void aServerOfAnotherHierarchyIsRefused() throws Exception {
        refuses(PKI.order().server("localhost").byOtherAuthority().issue(), "does not lead to a trust anchor");
    }

    @Test
    void aServerThatSignedItsOwnCertificateIsRefused() throws Exception {
        refuses(PKI.order().server("localhost").selfSigned().issue(), "does not lead to a trust anchor");
    }

    @Test
    void aServerWithAnExpiredCertificateIsRefused() throws Exception {
        refuses(PKI.order().server("localhost").expired().issue(), "has expired");
    }

    @Test
    void aServerWithACertificateOfTomorrowIsRefused() throws Exception {
        refuses(PKI.order().server("localhost").notYetValid().issue(), "is not valid yet");
    }

    @Test
    void aServerWithTheCertificateOfAnotherHostIsRefused() throws Exception {
        refuses(PKI.server("post.example"), "is for another host name");
    }

    @Test
    void aServerThatHangsUpInTheHandshakeIsNamedSo() throws Exception {
        try (ServerSocket rude = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread thread = new Thread(() -> {
                try (Socket socket = rude.accept()) {
                    socket.getInputStream().read();
                } catch (IOException e) {
                    // closed
                }
            });
            thread.start();
            URI address = URI.create("https://localhost:" + rude.getLocalPort() + "/");
            try (HttpClientTransport transport = HttpClientTransport.open(
                    ServiceEnvironment.of("rude", address, Set.of(PKI.root())), null, ClientSettings.defaults())) {
                HttpCall call = new HttpCall("GET", address, HttpHeaders.empty(), null, Duration.ofSeconds(30));

                assertThatThrownBy(() -> transport.execute(call))
                        .isInstanceOf(RequestNotSentException.class)
                        .hasMessage(CurrentKeyTls.HUNG_UP);
            }
        }
    }

    @Test
    void anEnvironmentWithSystemTrustDoesNotKnowTheTestHierarchy() throws Exception {
        try (ScriptedServer server = ScriptedServer.start(PKI.server().sslContext(PKI.root()));
                HttpClientTransport transport = HttpClientTransport.open(
                        ServiceEnvironment.withSystemTrust("public", server.address()),
                        null,
                        ClientSettings.defaults())) {
            assertThatThrownBy(() -> post(transport, server))
                    .isInstanceOf(RequestNotSentException.class)
                    .hasMessageContaining("does not lead to a trust anchor");
        }
    }

    /** The JDK forbids TLS 1.1 of its own accord, so what the client offers is looked at, too. */
    @Test
    void nothingBelowTls12IsOffered() throws Exception {
        assertThat(TlsMaterial.PROTOCOLS).containsExactlyInAnyOrder("TLSv1.2", "TLSv1.3");
        try (ScriptedServer server = ScriptedServer.start(
                        PKI.server().sslContext(PKI.root()),
                        socket -> socket.setEnabledProtocols(new String[] {"TLSv1.1"}));
                HttpClientTransport transport = open(server)) {
            assertThatThrownBy(() -> post(transport, server)).isInstanceOf(RequestNotSentException.class);
            assertThat(server.received()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void aClientWithoutTheCertificateThatIsDemandedSentNothing(String protocol) throws Exception {
        demanding(protocol, null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void aClientWithACertificateThatIsNotAcceptedSentNothing(String protocol) throws Exception {
        demanding(protocol, key(PKI.order().byOtherAuthority().issue()));
    }

    @Test
    void aNewKeyIsTakenUpByTheNextCall() throws Exception {
        AtomicReference<OrganisationKey> current = new AtomicReference<>(key(FIRST));
        try (ScriptedServer server = demandingServer("TLSv1.3");
                HttpClientTransport transport = open(server, current::get, ClientSettings.defaults())) {
            post(transport, server);
            post(transport, server);
            assertThat(server.connections()).isEqualTo(1);

            current.set(key(SECOND));
            post(transport, server);
            post(transport, server);

            assertThat(server.received())
                    .extracting(request -> request.client().contains("Anden"))
                    .containsExactly(false, false, true, true);
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void aKeyThatTheSourceMakesAnewEachTimeIsStillTheSameKey() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        KeySource source = () -> {
            asked.incrementAndGet();
            return key(FIRST);
        };
        try (ScriptedServer server = demandingServer("TLSv1.3");
                HttpClientTransport transport = open(server, source, ClientSettings.defaults())) {
            server.next(Reply.of(200, "", "Connection: close"));
            post(transport, server);
            post(transport, server);

            assertThat(asked).hasValue(2);
            assertThat(server.received()).hasSize(2);
        }
    }

    @Test
    void aKeyThatCannotBeHadReachesTheCaller() throws Exception {
        CredentialException missing = new CredentialException(List.of(
                new CredentialException.Failure("test", CredentialException.Reason.NOT_READABLE, "it is not there")));
        KeySource source = () -> {
            throw missing;
        };
        try (ScriptedServer server = demandingServer("TLSv1.3");
                HttpClientTransport transport = open(server, source, ClientSettings.defaults())) {
            assertThatThrownBy(() -> post(transport, server)).isSameAs(missing);
            assertThat(transport.stats().getLeased()).isZero();
        }
    }

    @Test
    void theProviderOfTheSettingsMakesTheTlsContextIfItCan() throws Exception {
        Provider jdk = SSLContext.getDefault().getProvider();
        AtomicInteger made = new AtomicInteger();
        Provider counting = new CountingProvider(jdk, made);
        try (ScriptedServer server = ScriptedServer.start(PKI.server().sslContext(PKI.root()));
                HttpClientTransport transport = open(
                        server,
                        null,
                        ClientSettings.builder().cryptoProvider(counting).build())) {
            assertThat(post(transport, server)).isEqualTo("fine");
            assertThat(made).hasPositiveValue();
        }
    }

    @Test
    void aProviderWithoutTlsIsLeftAside() throws Exception {
        Provider other = KeyStore.getInstance("JKS").getProvider();
        try (ScriptedServer server = ScriptedServer.start(PKI.server().sslContext(PKI.root()));
                HttpClientTransport transport = open(
                        server,
                        null,
                        ClientSettings.builder().cryptoProvider(other).build())) {
            assertThat(post(transport, server)).isEqualTo("fine");
        }
    }

    private static void refuses(TestIdentity identity, String why) throws Exception {
        try (ScriptedServer server = ScriptedServer.start(identity.sslContext(PKI.root()));
                HttpClientTransport transport = open(server)) {
            assertThatThrownBy(() -> post(transport, server))
                    .isInstanceOf(RequestNotSentException.class)
                    .hasMessageContaining(why);
            assertThat(server.received()).isEmpty();
            assertThat(transport.stats().getLeased()).isZero();
        }
    }

    private static void demanding(String protocol, OrganisationKey key) throws Exception {
        try (ScriptedServer server = demandingServer(protocol);
                HttpClientTransport transport = open(server, key, ClientSettings.defaults())) {
            assertThatThrownBy(() -> post(transport, server))
                    .isInstanceOf(RequestNotSentException.class)
                    .hasMessageContaining("check the client's certificate");
            assertThat(server.received()).isEmpty();
        }
    }

    private static ScriptedServer demandingServer(String protocol) throws IOException {
        return ScriptedServer.start(PKI.server().sslContext(PKI.root()), socket -> {
            socket.setEnabledProtocols(new String[] {protocol});
            socket.setNeedClientAuth(true);
        });
    }

    private static final class CountingProvider extends Provider {
        private static final long serialVersionUID = 1L;

        CountingProvider(Provider real, AtomicInteger made) {
            super("Counting", "1", "counts TLS contexts");
            Provider.Service tls = real.getService("SSLContext", "TLS");
            putService(new Service(this, "SSLContext", "TLS", tls.getClassName(), null, null) {
                @Override
                public Object newInstance(Object parameter) throws NoSuchAlgorithmException {
                    made.incrementAndGet();
                    return tls.newInstance(parameter);
                }
            });
        }
    }
}
