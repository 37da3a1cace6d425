package dk.borgerbro.benchmarks;

import dk.borgerbro.core.config.ClientSettings;
import dk.borgerbro.core.config.ServiceEnvironment;
import dk.borgerbro.core.config.Timeouts;
import dk.borgerbro.core.http.HttpBody;
import dk.borgerbro.core.support.CallKind;
import dk.borgerbro.core.support.CallPipeline;
import dk.borgerbro.core.support.ServiceCall;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.ssl.SSLContextBuilder;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * One small POST over a kept connection: through the pipeline, and by HttpClient alone with the same connection settings, the same
 * header fields, and everything switched off that the pipeline switches off too.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@SuppressWarnings("NullAway.Init") // JMH calls open() before anything else
public class PipelineBenchmark {
    /** Where the service of {@link PipelineOverhead} is, and a file with the root to trust. */
    static final String ADDRESS = "borgerbro.benchmark.address";

    static final String ROOT = "borgerbro.benchmark.root";

    private static final byte[] CONTENT = new byte[512];

    private final ClientSettings settings = ClientSettings.defaults();
    private final byte[] buffer = new byte[1024];
    private final ServiceCall<Integer> call = ServiceCall.<Integer>builder(
                    "send",
                    CallKind.WRITE,
                    "POST",
                    "letters",
                    answer -> answer.body().readNBytes(buffer, 0, 1024))
            .body(HttpBody.of("application/json", CONTENT))
            .build();

    private CallPipeline pipeline;
    private CloseableHttpClient client;
    private String address;

    /** Opens both clients. */
    @Setup(Level.Trial)
    public void open() throws IOException, GeneralSecurityException {
        URI service = URI.create(System.getProperty(ADDRESS));
        X509Certificate root;
        try (InputStream file = Files.newInputStream(Path.of(System.getProperty(ROOT)))) {
            root = (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(file);
        }
        address = service + "letters";
        pipeline = CallPipeline.builder("bench", ServiceEnvironment.of("loopback", service, Set.of(root)), settings)
                .build();
        client = bareClient(root);
    }

    /** Closes both. */
    @TearDown(Level.Trial)
    public void close() throws IOException {
        client.close();
        pipeline.close();
    }

    /** {@return how many bytes the answer had} */
    @Benchmark
    public int pipeline() {
        return pipeline.call(call);
    }

    /** {@return how many bytes the answer had} */
    @Benchmark
    public int bareHttpClient() throws IOException {
        HttpPost post = new HttpPost(address);
        post.addHeader("X-Correlation-Id", "c0ffee00-1234-4321-8765-0123456789ab");
        post.addHeader("Accept-Encoding", "gzip");
        post.setEntity(new ByteArrayEntity(CONTENT, ContentType.APPLICATION_JSON));
        return client.execute(post, response -> read(response.getEntity()));
    }

    private int read(HttpEntity entity) throws IOException {
        try (InputStream body = entity.getContent()) {
            return body.readNBytes(buffer, 0, 1024);
        }
    }

    private CloseableHttpClient bareClient(X509Certificate root) throws IOException, GeneralSecurityException {
        KeyStore anchors = KeyStore.getInstance("PKCS12");
        anchors.load(null, null);
        anchors.setCertificateEntry("root", root);
        SSLContext context =
                SSLContextBuilder.create().loadTrustMaterial(anchors, null).build();
        Timeouts timeouts = settings.timeouts();
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setTlsSocketStrategy(new DefaultClientTlsStrategy(context))
                        .setMaxConnTotal(settings.poolSize())
                        .setMaxConnPerRoute(settings.poolSize())
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(timeout(timeouts.connect()))
                                .setSocketTimeout(timeout(timeouts.response()))
                                .setTimeToLive(TimeValue.ofMinutes(5))
                                .setValidateAfterInactivity(TimeValue.ofSeconds(1))
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(timeout(timeouts.lease()))
                        .setResponseTimeout(timeout(timeouts.response()))
                        .setAuthenticationEnabled(false)
                        .setProtocolUpgradeEnabled(false)
                        .build())
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .setUserAgent("Borgerbro/dev Java/17")
                .disableConnectionState()
                .build();
    }

    private static Timeout timeout(Duration time) {
        return Timeout.of(time);
    }
}
