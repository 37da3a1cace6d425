package dk.borgerbro.testkit.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlsTest {
    private static final TestPki PKI = TestPki.create();
    private static HttpsServer server;

    @BeforeAll
    static void startServerThatDemandsACertificate() throws Exception {
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        SSLContext context = PKI.server().sslContext(PKI.root());
        server.setHttpsConfigurator(new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters demanding = context.getDefaultSSLParameters();
                demanding.setNeedClientAuth(true);
                parameters.setSSLParameters(demanding);
            }
        });
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterAll
    static void stopServer() {
        server.stop(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void bothSidesShowCertificatesAndUnderstandEachOther(String protocol) throws Exception {
        assertThat(get(PKI.order().issue().sslContext(PKI.root()), protocol)).isEqualTo(204);
    }

    @Test
    void theClientRefusesAServerOfAnotherHierarchy() {
        SSLContext context = PKI.order().issue().sslContext(PKI.otherRoot());

        assertThatThrownBy(() -> get(context, "TLSv1.3")).isInstanceOf(IOException.class);
    }

    @Test
    void theServerRefusesAClientOfAnotherHierarchy() {
        SSLContext context = PKI.order().byOtherAuthority().issue().sslContext(PKI.root());

        assertThatThrownBy(() -> get(context, "TLSv1.2")).isInstanceOf(IOException.class);
    }

    private static int get(SSLContext context, String protocol) throws Exception {
        SSLParameters parameters = new SSLParameters();
        parameters.setProtocols(new String[] {protocol});
        HttpClient client = HttpClient.newBuilder()
                .sslContext(context)
                .sslParameters(parameters)
                .connectTimeout(Duration.ofSeconds(20))
                .build();
        URI address = URI.create("https://localhost:" + server.getAddress().getPort() + "/");
        HttpRequest request =
                HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(20)).build();
        return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
}
