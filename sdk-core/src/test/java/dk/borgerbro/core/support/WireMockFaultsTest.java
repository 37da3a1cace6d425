package dk.borgerbro.core.support;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.okForContentType;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.http.Fault;
import dk.borgerbro.core.config.ClientSettings;
import dk.borgerbro.core.config.ServiceEnvironment;
import dk.borgerbro.core.error.OutcomeUnknownException;
import dk.borgerbro.core.error.TransportException;
import dk.borgerbro.core.loopback.TestTime;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The pipeline against a server and faults that we did not write: WireMock's. */
class WireMockFaultsTest {
    private static final String PASSWORD = "key store of a test";

    private final WireMockServer server;
    private final CallPipeline pipeline;

    WireMockFaultsTest(@TempDir Path folder) throws IOException {
        Path keys = PipelineBench.PKI.server().writePkcs12(folder.resolve("server.p12"), PASSWORD.toCharArray());
        server = new WireMockServer(options()
                .bindAddress("127.0.0.1")
                .httpDisabled(true)
                .dynamicHttpsPort()
                .keystoreType("PKCS12")
                .keystorePath(keys.toString())
                .keystorePassword(PASSWORD)
                .keyManagerPassword(PASSWORD));
        server.start();
        TestTime time = new TestTime();
        URI address = URI.create("https://localhost:" + server.httpsPort() + "/api/");
        pipeline = CallPipeline.builder(
                        "post",
                        ServiceEnvironment.of("test", address, Set.of(PipelineBench.PKI.root())),
                        ClientSettings.builder().clock(time).sleeper(time).build())
                .build();
    }

    @AfterEach
    void close() {
        pipeline.close();
        server.stop();
    }

    @Test
    void aCallArrivesAsItWasDescribed() {
        server.stubFor(post(urlEqualTo("/api/letters")).willReturn(okForContentType("text/plain", "received")));

        assertThat(pipeline.call(PipelineBench.call(CallKind.WRITE))).isEqualTo("received");

        server.verify(
                1,
                postRequestedFor(urlEqualTo("/api/letters"))
                        .withRequestBody(equalTo("letter"))
                        .withHeader("Content-Type", equalTo("text/plain")));
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aWriteThatMetAFaultIsUnknownAndSentOnce(Fault fault) {
        server.stubFor(any(anyUrl()).willReturn(aResponse().withFault(fault)));

        assertThatThrownBy(() -> pipeline.call(PipelineBench.call(CallKind.WRITE)))
                .isInstanceOf(OutcomeUnknownException.class);

        server.verify(1, anyRequestedFor(anyUrl()));
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aReadThatMeetsFaultsIsTriedThreeTimes(Fault fault) {
        server.stubFor(any(anyUrl()).willReturn(aResponse().withFault(fault)));

        assertThatThrownBy(() -> pipeline.call(PipelineBench.call(CallKind.READ)))
                .isInstanceOf(TransportException.class)
                .isNotInstanceOf(OutcomeUnknownException.class);

        server.verify(3, anyRequestedFor(anyUrl()));
    }
}
