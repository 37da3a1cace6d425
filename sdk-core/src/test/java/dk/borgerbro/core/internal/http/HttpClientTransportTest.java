package dk.borgerbro.core.internal.http;

import static dk.borgerbro.core.internal.http.TransportBench.PKI;
import static dk.borgerbro.core.internal.http.TransportBench.call;
import static dk.borgerbro.core.internal.http.TransportBench.open;
import static dk.borgerbro.core.internal.http.TransportBench.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgerbro.core.config.ClientSettings;
import dk.borgerbro.core.config.ProxySettings;
import dk.borgerbro.core.config.ServiceEnvironment;
import dk.borgerbro.core.config.Timeouts;
import dk.borgerbro.core.credential.Secret;
import dk.borgerbro.core.http.HttpCall;
import dk.borgerbro.core.http.HttpHeaders;
import dk.borgerbro.core.http.RawResponse;
import dk.borgerbro.core.http.RequestNotSentException;
import dk.borgerbro.core.loopback.ConnectProxy;
import dk.borgerbro.core.loopback.Reply;
import dk.borgerbro.core.loopback.ScriptedServer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpClientTransportTest {
    private final ScriptedServer server;

    HttpClientTransportTest() throws IOException {
        server = ScriptedServer.start(PKI.server().sslContext(PKI.root()));
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @Test
    void anAnswerHasStatusFieldsInOrderAndBody() throws IOException {
        server.next(Reply.of(201, "made", "X-A: 1", "x-a: 2", "X-B: \u0001bad"));
        try (HttpClientTransport transport = open(server);
                RawResponse response = transport.execute(call(server, "GET", null))) {
            assertThat(response.status()).isEqualTo(201);
            assertThat(response.headers().all("X-A")).containsExactly("1", "2");
            assertThat(response.headers().first("X-B")).isEmpty();
            assertThat(response.body()).hasContent("made").isSameAs(response.body());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 304})
    void anAnswerWithoutContentHasAnEmptyBody(int status) throws IOException {
        server.next(Reply.raw("HTTP/1.1 " + status + " Said\r\n\r\n"));
        try (HttpClientTransport transport = open(server);
                RawResponse response = transport.execute(call(server, "GET", null))) {
            assertThat(response.body()).isEmpty();
        }
    }

    @Test
    void cookiesAreNotKept() throws IOException {
        server.next(Reply.of(200, "", "Set-Cookie: session=1; Path=/"));
        try (HttpClientTransport transport = open(server)) {
            post(transport, server);
            post(transport, server);

            assertThat(server.received().get(1).header("cookie")).isEmpty();
        }
    }

    @Test
    void nothingIsRepeatedOrFollowedOrAnsweredWithALogin() throws IOException {
        server.next(
                Reply.of(503, "", "Retry-After: 0"),
                Reply.of(302, "", "Location: /elsewhere"),
                Reply.of(401, "", "WWW-Authenticate: Basic realm=\"x\""));
        try (HttpClientTransport transport = open(server)) {
            for (int status : new int[] {503, 302, 401}) {
                try (RawResponse response = transport.execute(call(server, "GET", null))) {
                    assertThat(response.status()).isEqualTo(status);
                }
            }
            assertThat(server.received()).hasSize(3);
        }
    }

    @Test
    void anAddressOutsideTheEnvironmentGetsNothing() throws IOException {
        try (HttpClientTransport transport = open(server)) {
            for (String address : new String[] {
                "https://localhost:" + (server.port() + 1) + "/",
                "http://localhost:" + server.port() + "/",
                "https://b/"
            }) {
                HttpCall elsewhere =
                        new HttpCall("GET", URI.create(address), HttpHeaders.empty(), null, Duration.ofSeconds(1));
                assertThatThrownBy(() -> transport.execute(elsewhere)).isInstanceOf(RequestNotSentException.class);
            }
        }
    }

    @Test
    void aNameThatCannotBeLookedUpIsNotSentAndItsMessageHoldsNoPath() throws IOException {
        URI nowhere = URI.create("https://does-not-exist.invalid/0101701234?cpr=0101701234");
        try (HttpClientTransport transport = HttpClientTransport.open(
                ServiceEnvironment.withSystemTrust("nowhere", URI.create("https://does-not-exist.invalid/")),
                null,
                ClientSettings.defaults())) {
            HttpCall lost = new HttpCall("GET", nowhere, HttpHeaders.empty(), null, Duration.ofSeconds(20));

            assertThatThrownBy(() -> transport.execute(lost))
                    .isInstanceOf(RequestNotSentException.class)
                    .hasMessage("the name of the host cannot be looked up");
        }
    }

    @Test
    void aPoolThatIsUsedUpSaysSoInTime() throws IOException {
        ClientSettings settings = ClientSettings.builder()
                .poolSize(1)
                .timeouts(Timeouts.defaults().withLease(Duration.ofMillis(50)))
                .build();
        try (HttpClientTransport transport = open(server, null, settings);
                RawResponse held = transport.execute(call(server, "GET", null))) {
            assertThat(held.status()).isEqualTo(200);
            assertThatThrownBy(() -> post(transport, server))
                    .isInstanceOf(RequestNotSentException.class)
                    .hasMessageContaining("raise poolSize or timeouts.lease");
        }
    }

    @Test
    void everyConnectionComesBack() throws IOException {
        server.next(
                Reply.ok("read"),
                Reply.ok("not read"),
                Reply.drop(),
                Reply.raw(ScriptedServer.cut(100, "half")),
                Reply.raw("garbage\r\n\r\n"),
                Reply.gzip("packed".getBytes(StandardCharsets.UTF_8)),
                Reply.of(200, "x", "Content-Encoding: br"));
        try (HttpClientTransport transport = open(server)) {
            for (int i = 0; i < 7; i++) {
                try (RawResponse response = transport.execute(call(server, "GET", null))) {
                    if (i != 1) {
                        response.body().readAllBytes();
                    }
                } catch (IOException e) {
                    assertThat(e).hasMessageNotContaining("0101701234");
                }
                assertThat(transport.stats().getLeased()).isZero();
            }
        }
    }

    @Test
    void aConnectionWhosePackedAnswerWasReadIsKept() throws IOException {
        byte[] text = "packed".getBytes(StandardCharsets.UTF_8);
        server.next(Reply.gzip(text), Reply.gzip(text));
        try (HttpClientTransport transport = open(server)) {
            assertThat(post(transport, server)).isEqualTo("packed");
            assertThat(post(transport, server)).isEqualTo("packed");
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void theTimeThatIsLeftEndsACall() throws IOException {
        HttpCall hurried = new HttpCall("GET", server.address(), HttpHeaders.empty(), null, Duration.ofMillis(700));
        try (HttpClientTransport transport = open(server)) {
            // On a connection that stands, the time runs out while the answer is awaited, however slow the machine.
            post(transport, server);
            server.next(Reply.silence());
            assertThatThrownBy(() -> transport.execute(hurried))
                    .isInstanceOf(IOException.class)
                    .hasMessage("the time limit for the call ran out");
            // The connection is given back by the thread that cut it off.
            while (transport.stats().getLeased() > 0) {
                Thread.onSpinWait();
            }
        }
    }

    @Test
    void aProxyIsAskedForATunnelWithTheLoginAndSeesNothingElse() throws IOException {
        try (ConnectProxy proxy = new ConnectProxy("user", "proxy-secret");
                HttpClientTransport transport = open(server, null, through(proxy, "proxy-secret"))) {
            assertThat(post(transport, server)).isEqualTo("fine");
            assertThat(post(transport, server)).isEqualTo("fine");

            assertThat(proxy.heads()).hasSize(2).allMatch(head -> head.startsWith("CONNECT localhost:"));
            assertThat(String.join("\n", proxy.heads()))
                    .doesNotContain("letters")
                    .doesNotContain("0101701234");
            assertThat(server.received())
                    .allMatch(request -> request.header("proxy-authorization").isEmpty());
        }
    }

    @Test
    void aProxyThatRefusesTheTunnelIsNotTakenForTheService() throws IOException {
        try (ConnectProxy proxy = new ConnectProxy("user", "proxy-secret");
                HttpClientTransport transport = open(server, null, through(proxy, "wrong"))) {
            assertThatThrownBy(() -> post(transport, server))
                    .isInstanceOf(RequestNotSentException.class)
                    .hasMessageContaining("status 407; check the proxy's user and password");
            assertThat(server.received()).isEmpty();
            assertThat(transport.stats().getLeased()).isZero();
        }
    }

    private static ClientSettings through(ConnectProxy proxy, String password) {
        return ClientSettings.builder()
                .proxy(ProxySettings.of("localhost", proxy.port()).withCredentials("user", Secret.of(password)))
                .build();
    }
}
