package dk.borgerbro.testkit.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dk.borgerbro.testkit.person.TestOrganisation;
import dk.borgerbro.testkit.pki.TestIdentity;
import dk.borgerbro.testkit.pki.TestPki;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatorServerTest {
    private static final TestPki PKI = SharedPki.pki();
    private static final TestIdentity CLIENT = PKI.organisation(TestOrganisation.MUNICIPALITY);

    private final AtomicInteger handled = new AtomicInteger();
    private final SimulatorServer server = SimulatorServer.builder("echo", this::echo)
            .basePath("/apis/v1/")
            .refusals(status -> SimulatedAnswer.json(status, Map.of("code", "scripted")))
            .start();
    private final HttpClient client = client(CLIENT.sslContext(PKI.root()));

    @AfterEach
    void close() {
        server.close();
    }

    private SimulatedAnswer echo(SimulatedRequest request) throws IOException {
        handled.incrementAndGet();
        String body = new String(request.body().readAllBytes(), StandardCharsets.UTF_8);
        return SimulatedAnswer.json(
                200,
                Map.of(
                        "seen",
                        request.method() + " " + request.path() + " " + request.query() + " " + body,
                        "cvr",
                        request.client().cvr().orElse("none")));
    }

    @Test
    void showsTheServiceWhoCallsAndWhat() throws Exception {
        HttpResponse<String> answer = post("memos/?a=1&b=%C3%A6+x&a=2&c", "body");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(JsonText.readObject(answer.body()).orElseThrow())
                .containsEntry("seen", "POST /memos/ {a=[1, 2], b=[æ x], c=[]} body")
                .containsEntry("cvr", "99000007");
        assertThat(server.calls()).containsExactly(new RecordedCall("POST", "/apis/v1/memos/", FaultKind.NONE, 200));
    }

    @Test
    void admitsNoClientWithoutACertificate() {
        TestIdentity other = PKI.order().byOtherAuthority().issue();
        assertThat(catchThrowable(() -> post(client(noIdentity()), "x", ""))).isInstanceOf(IOException.class);
        assertThat(catchThrowable(() -> post(client(other.sslContext(PKI.root())), "x", "")))
                .isInstanceOf(IOException.class);
        assertThat(handled).hasValue(0);
    }

    @Test
    void admitsAnybodyWhereTheServiceIsForBrowsers() throws Exception {
        SimulatorHandler raw = request -> SimulatedAnswer.json(200, Map.of("query", request.rawQuery()));
        try (SimulatorServer byTls =
                        SimulatorServer.builder("tls", raw).anyClient().start();
                SimulatorServer plain =
                        SimulatorServer.builder("plain", raw).plainHttp().start()) {
            HttpClient nobody = client(noIdentity());
            assertThat(post(nobody, byTls, "x?a=%20", "").body()).contains("a=%20");
            HttpRequest request =
                    HttpRequest.newBuilder(plain.baseUri().resolve("x")).build();
            assertThat(nobody.send(request, BodyHandlers.ofString()).statusCode())
                    .isEqualTo(200);
            assertThat(plain.baseUri().getScheme()).isEqualTo("http");
            assertThatThrownBy(plain::environment).hasMessageContaining("https");
        }
    }

    @Test
    void saysNoCertificateWhereNoneIsAskedFor() throws Exception {
        try (SimulatorServer open =
                SimulatorServer.builder("open", this::echo).anyClient().start()) {
            HttpResponse<String> answer = post(client(noIdentity()), open, "x", "");

            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.headers().firstValue("X-Simulator-Failure")).contains("java.lang.IllegalStateException");
        }
    }

    @Test
    void isTrustedByNobodyWhoDoesNotTrustItsRoot() {
        HttpClient distrustful = client(CLIENT.sslContext(PKI.otherRoot()));
        assertThatThrownBy(() -> post(distrustful, "x", "")).isInstanceOf(SSLHandshakeException.class);
    }

    @Test
    void listensOnLoopbackOnlyAndSaysWhatItIs() {
        assertThat(server.environment().baseUri().getHost()).isEqualTo("localhost");
        assertThat(server.environment().trustAnchors()).containsExactly(PKI.root());
        assertThat(server)
                .hasToString("SIMULATOR, NOT FOR PRODUCTION: echo at "
                        + server.environment().baseUri());
    }

    @Test
    void refusesNextCallWithAStatusAndWithoutReading() throws Exception {
        server.next().respond(503);
        server.next().respond(429, Duration.ofMillis(1500));

        HttpResponse<String> first = post("x", "");
        HttpResponse<String> second = post("x", "");

        assertThat(first.statusCode()).isEqualTo(503);
        assertThat(first.body()).contains("scripted");
        assertThat(first.headers().firstValue("Retry-After")).isEmpty();
        assertThat(second.statusCode()).isEqualTo(429);
        assertThat(second.headers().firstValue("Retry-After")).hasValue("2");
        assertThat(handled).hasValue(0);
        assertThat(post("x", "").statusCode()).isEqualTo(200);
    }

    @Test
    void keepsTheOrderOfTheScript() throws Exception {
        server.next().times(2).respond(500);
        server.next().answer();
        server.next().respond(502);

        assertThat(List.of(status(), status(), status(), status(), status())).containsExactly(500, 500, 200, 502, 200);
    }

    @Test
    void forgetsTheScriptWhenCalmed() throws Exception {
        server.next().respond(500);
        server.calm();
        assertThat(status()).isEqualTo(200);
    }

    @Test
    void dropsBeforeReceiving() {
        server.next().times(10).dropBeforeReceiving();
        assertThat(catchThrowable(() -> post("x", "body"))).isInstanceOf(IOException.class);
        assertThat(handled).hasValue(0);
        assertThat(server.calls())
                .isNotEmpty()
                .allMatch(call -> call.fault() == FaultKind.DROP_BEFORE_RECEIVING && call.status() == 0);
    }

    @Test
    void dropsAfterReceiving() {
        server.next().dropAfterReceiving();
        assertThat(catchThrowable(() -> post("x", "body"))).isInstanceOf(IOException.class);
        assertThat(handled).hasValue(1);
    }

    @Test
    void cutsTheAnswer() {
        server.next().cutAnswer();
        assertThat(catchThrowable(() -> post("x", "body"))).isInstanceOf(IOException.class);
        assertThat(handled).hasValue(1);
        assertThat(server.calls()).containsExactly(new RecordedCall("POST", "/apis/v1/x", FaultKind.CUT_ANSWER, 200));
    }

    @Test
    void answersGarbageUnderTheRightContentType() throws Exception {
        server.next().garbage();
        HttpResponse<String> answer = post("x", "body");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(JsonText.readObject(answer.body())).isEmpty();
        assertThat(handled).hasValue(1);
    }

    @Test
    void answersLateAndNeverIfClosedMeanwhile() throws Exception {
        server.next().delay(Duration.ofMillis(1));
        assertThat(status()).isEqualTo(200);

        server.next().delay(Duration.ofDays(1));
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread caller = new Thread(() -> failure.set(catchThrowable(() -> post("x", ""))));
        caller.start();
        server.close();
        caller.join();
        assertThat(failure.get()).isInstanceOf(IOException.class);
        assertThat(handled).hasValue(1);
    }

    @Test
    void saysThatAServiceWithoutSignaturesCannotSignWrongly() {
        assertThatThrownBy(() -> server.next().wrongSignature())
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("this service signs no answers");
    }

    @Test
    void tellsASigningServiceToSignWrongly() throws Exception {
        try (SimulatorServer signing = SimulatorServer.builder(
                        "signing", request -> SimulatedAnswer.json(200, Map.of("wrong", request.signWrongly())))
                .signs()
                .start()) {
            signing.next().wrongSignature();
            assertThat(post(client, signing, "", "").body()).contains("true");
            assertThat(post(client, signing, "", "").body()).contains("false");
        }
    }

    @Test
    void makesTheSameTroubleFromTheSameSeed() {
        List<FaultKind> first = trouble(7);
        List<FaultKind> again = trouble(7);
        assertThat(again).isEqualTo(first);
        assertThat(trouble(8)).isNotEqualTo(first);
        assertThat(first)
                .contains(
                        FaultKind.NONE,
                        FaultKind.STATUS,
                        FaultKind.DELAY,
                        FaultKind.DROP_AFTER_RECEIVING,
                        FaultKind.DROP_BEFORE_RECEIVING,
                        FaultKind.CUT_ANSWER);
    }

    private List<FaultKind> trouble(long seed) {
        FaultScript script = new FaultScript();
        script.chaos(seed, 0.5);
        return Stream.generate(script::forThisCall).limit(200).map(Fault::kind).toList();
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void refusesAShareThatIsNone(double share) {
        assertThatThrownBy(() -> server.chaos(1, share)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void troublesEveryCallWhenAsked() throws Exception {
        server.chaos(1, 1);
        for (int i = 0; i < 20; i++) {
            catchThrowable(() -> post("x", "body"));
        }
        assertThat(server.calls()).hasSizeGreaterThanOrEqualTo(20).noneMatch(call -> call.fault() == FaultKind.NONE);
        server.calm();
        assertThat(status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 100, 600})
    void refusesAStatusThatEndsNoCall(int status) {
        assertThatThrownBy(() -> server.next().respond(status)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void takesBodiesThatAreLargerThanMemoryAllows() throws Exception {
        AtomicLong seen = new AtomicLong();
        try (SimulatorServer counting = SimulatorServer.builder("counting", request -> {
                    byte[] some = new byte[8192];
                    InputStream body = request.body();
                    for (int n = body.read(some); n >= 0; n = body.read(some)) {
                        seen.addAndGet(n);
                    }
                    return SimulatedAnswer.empty(204);
                })
                .start()) {
            byte[] block = new byte[1 << 20];
            HttpRequest request = HttpRequest.newBuilder(counting.environment().baseUri())
                    .POST(BodyPublishers.ofByteArrays(Collections.nCopies(48, block)))
                    .build();
            assertThat(client.send(request, BodyHandlers.discarding()).statusCode())
                    .isEqualTo(204);
        }
        assertThat(seen).hasValue(48L << 20);
    }

    @Test
    void readsARefusedBodyToItsEnd() throws Exception {
        server.next().respond(503);
        assertThat(post("x", "y".repeat(3_000_000)).statusCode()).isEqualTo(503);
    }

    @Test
    void answersAFailureOfItsOwnWithoutQuotingTheRequest() throws Exception {
        try (SimulatorServer broken = SimulatorServer.builder("broken", request -> {
                    throw new IllegalStateException("bug");
                })
                .start()) {
            HttpResponse<String> answer = post(client, broken, "", "");
            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.headers().firstValue("X-Simulator-Failure")).hasValue("java.lang.IllegalStateException");
        }
    }

    @Test
    void namesThePortThatItCannotHave() {
        int taken = server.environment().baseUri().getPort();
        assertThatThrownBy(() -> SimulatorServer.builder("second", this::echo)
                        .port(taken)
                        .start())
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("the second simulator cannot listen on port " + taken);
    }

    @Test
    void showsWhoKeepsAConnectionOpen() throws Exception {
        assertThat(server.openConnections()).isEmpty();
        post("x", "");
        assertThat(server.openConnections()).singleElement().asString().startsWith("Java-http-client");

        HttpRequest request = HttpRequest.newBuilder(server.environment().baseUri())
                .header("User-Agent", "Other/1.0")
                .build();
        client(CLIENT.sslContext(PKI.root())).send(request, BodyHandlers.discarding());
        assertThat(server.openConnections()).hasSize(2).contains("Other/1.0");
    }

    @Test
    void forgetsAConnectionThatTheClientClosed() throws Exception {
        SSLContext tls = CLIENT.sslContext(PKI.root());
        int port = server.environment().baseUri().getPort();
        try (Socket socket = tls.getSocketFactory().createSocket("localhost", port)) {
            socket.getOutputStream()
                    .write("GET /apis/v1/ HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(socket.getInputStream().read()).isEqualTo('H');
            assertThat(server.openConnections()).containsExactly("unnamed");
        }
        while (!server.openConnections().isEmpty()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void forgetsCallsOnReset() throws Exception {
        post("x", "");
        server.next().respond(500);
        server.reset();
        assertThat(server.calls()).isEmpty();
        assertThat(status()).isEqualTo(200);
    }

    private int status() throws Exception {
        return post("x", "").statusCode();
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return post(client, path, body);
    }

    private HttpResponse<String> post(HttpClient with, String path, String body) throws Exception {
        return post(with, server, path, body);
    }

    private static HttpResponse<String> post(HttpClient with, SimulatorServer to, String path, String body)
            throws Exception {
        URI address = to.environment().baseUri().resolve(path);
        HttpRequest request = HttpRequest.newBuilder(address)
                .POST(BodyPublishers.ofString(body))
                .build();
        return with.send(request, BodyHandlers.ofString());
    }

    private static HttpClient client(SSLContext tls) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(tls)
                .build();
    }

    private static SSLContext noIdentity() throws Exception {
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(PKI.trustStore());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
