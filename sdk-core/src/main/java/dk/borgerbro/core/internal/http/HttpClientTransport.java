package dk.borgerbro.core.internal.http;

import dk.borgerbro.core.config.ClientSettings;
import dk.borgerbro.core.config.ProxySettings;
import dk.borgerbro.core.config.ServiceEnvironment;
import dk.borgerbro.core.config.Timeouts;
import dk.borgerbro.core.credential.KeySource;
import dk.borgerbro.core.http.HttpCall;
import dk.borgerbro.core.http.HttpTransport;
import dk.borgerbro.core.http.RawResponse;
import dk.borgerbro.core.http.RequestNotSentException;
import java.io.IOException;
import java.net.ProtocolException;
import java.net.URI;
import java.time.Duration;
import javax.net.ssl.SSLHandshakeException;
import org.apache.hc.client5.http.auth.AuthSchemeFactory;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.StandardAuthScheme;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.auth.BasicCredentialsProvider;
import org.apache.hc.client5.http.impl.auth.BasicSchemeFactory;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.pool.PoolStats;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * The default transport. Thread-safe. HttpClient's own retries, redirects, cookies, cached logins and decompression are off: each
 * would act behind the pipeline's back.
 */
public final class HttpClientTransport implements HttpTransport {
    private static final int LONGEST_HEADER_LINE = 16 * 1024;
    private static final int MOST_HEADERS = 100;
    /** A connection ends after this time even in use, so that name servers and balancers are heard again. */
    private static final TimeValue LONGEST_LIFE = TimeValue.ofMinutes(5);

    private static final TimeValue LONGEST_IDLE = TimeValue.ofSeconds(30);
    /** A connection that was idle this long is looked at before it is used: a write on a dead one has an unknown outcome. */
    private static final TimeValue CHECK_AFTER_IDLE = TimeValue.ofSeconds(1);

    private final HttpHost host;
    private final String authority;
    private final URI origin;
    private final @Nullable KeySource key;
    private final Watch watch = new Watch();
    private final PoolingHttpClientConnectionManager pool;
    private final CloseableHttpClient client;

    private HttpClientTransport(ServiceEnvironment environment, @Nullable KeySource key, ClientSettings settings) {
        URI base = environment.baseUri();
        this.authority = base.getRawAuthority();
        this.host = HttpHost.create(base);
        this.origin = URI.create(host.toURI() + "/");
        this.key = key;
        this.pool = pool(environment, settings);
        this.client = client(settings, pool);
    }

    /** {@return a transport; see {@link HttpTransport.Factory#open}} */
    public static HttpClientTransport open(
            ServiceEnvironment environment, @Nullable KeySource key, ClientSettings settings) {
        return new HttpClientTransport(environment, key, settings);
    }

    @Override
    public RawResponse execute(HttpCall call) throws IOException {
        URI uri = call.uri();
        if (!"https".equalsIgnoreCase(uri.getScheme()) || !authority.equalsIgnoreCase(uri.getRawAuthority())) {
            throw new RequestNotSentException(
                    "the address lies outside the environment", new ProtocolException("another host"));
        }
        HttpUriRequestBase request = new HttpUriRequestBase(call.method(), origin);
        call.headers().forEach(request::addHeader);
        request.addHeader("Accept-Encoding", "gzip");
        call.body().ifPresent(body -> request.setEntity(new BodyEntity(body, request)));

        CallContext context = new CallContext(pathOf(uri), key == null ? null : key.current());
        Watch.Guard guard = watch.over(request, nanos(call.timeLeft()));
        boolean answered = false;
        try {
            ClassicHttpResponse response = client.executeOpen(host, request, context);
            if (!context.isStarted()) {
                request.cancel();
                response.close();
                throw refusedByProxy(response.getCode());
            }
            answered = true;
            return new HttpClientResponse(response, request, guard);
        } catch (RequestNotSentException e) {
            throw e;
        } catch (IOException e) {
            throw context.isStarted() && !isRefusedInHandshake(e, context)
                    ? TransportFault.afterSending(e, guard.reason())
                    : TransportFault.beforeSending(e, guard.reason());
        } finally {
            if (!answered) {
                guard.end();
            }
        }
    }

    /** {@return connections in use and idle, for tests that look for leaks} */
    PoolStats stats() {
        return pool.getTotalStats();
    }

    @Override
    public void close() {
        client.close(CloseMode.IMMEDIATE);
    }

    /**
     * In TLS 1.3 a server judges the client's certificate after the client may already send. Its refusal then meets the request, which
     * it has not read: data is handed on only when the handshake is complete.
     */
    private static boolean isRefusedInHandshake(IOException fault, CallContext context) {
        return fault instanceof SSLHandshakeException && context.isUnansweredOnFreshConnection();
    }

    private static RequestNotSentException refusedByProxy(int status) {
        return new RequestNotSentException(
                "the proxy refused the tunnel with status " + status
                        + (status == 407 ? "; check the proxy's user and password" : ""),
                new ProtocolException("CONNECT refused"));
    }

    private static String pathOf(URI uri) {
        String path = uri.getRawPath();
        String query = uri.getRawQuery();
        return query == null ? path : path + "?" + query;
    }

    private static long nanos(Duration time) {
        return time.toSeconds() > Integer.MAX_VALUE ? Long.MAX_VALUE / 2 : Math.max(1, time.toNanos());
    }

    private static PoolingHttpClientConnectionManager pool(ServiceEnvironment environment, ClientSettings settings) {
        Timeouts timeouts = settings.timeouts();
        Http1Config http1 = Http1Config.custom()
                .setMaxLineLength(LONGEST_HEADER_LINE)
                .setMaxHeaderCount(MOST_HEADERS)
                .build();
        TlsMaterial material =
                new TlsMaterial(environment, settings.cryptoProvider().orElse(null));
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setConnectionFactory(socket -> {
                    QuietConnection connection = new QuietConnection(http1);
                    if (socket != null) {
                        connection.bind(socket);
                    }
                    return connection;
                })
                .setTlsSocketStrategy(new CurrentKeyTls(material))
                .setMaxConnTotal(settings.poolSize())
                .setMaxConnPerRoute(settings.poolSize())
                .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.STRICT)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(timeout(timeouts.connect()))
                        .setSocketTimeout(timeout(timeouts.response()))
                        .setTimeToLive(LONGEST_LIFE)
                        .setValidateAfterInactivity(CHECK_AFTER_IDLE)
                        .build())
                .setDefaultTlsConfig(TlsConfig.custom()
                        .setHandshakeTimeout(timeout(timeouts.connect()))
                        .setSupportedProtocols(TlsMaterial.PROTOCOLS)
                        .setVersionPolicy(HttpVersionPolicy.FORCE_HTTP_1)
                        .build())
                .build();
    }

    private static CloseableHttpClient client(ClientSettings settings, PoolingHttpClientConnectionManager pool) {
        Timeouts timeouts = settings.timeouts();
        HttpClientBuilder builder = HttpClients.custom()
                .setConnectionManager(pool)
                .setRequestExecutor(new MarkingExecutor())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(timeout(timeouts.lease()))
                        .setResponseTimeout(timeout(timeouts.response()))
                        .setConnectionKeepAlive(LONGEST_IDLE)
                        .setAuthenticationEnabled(settings.proxy().isPresent())
                        .setProtocolUpgradeEnabled(false)
                        .build())
                .setDefaultAuthSchemeRegistry(RegistryBuilder.<AuthSchemeFactory>create()
                        .register(StandardAuthScheme.BASIC, BasicSchemeFactory.INSTANCE)
                        .build())
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .disableDefaultUserAgent()
                // The mark of a connection is the call's own; HttpClient would set another one afterwards and never
                // find it again.
                .disableConnectionState();
        settings.proxy().ifPresent(proxy -> useProxy(builder, proxy));
        return builder.build();
    }

    private static void useProxy(HttpClientBuilder builder, ProxySettings proxy) {
        HttpHost host = new HttpHost(proxy.host(), proxy.port());
        builder.setProxy(host);
        proxy.credentials().ifPresent(credentials -> {
            BasicCredentialsProvider provider = new BasicCredentialsProvider();
            credentials.password().use(password -> {
                UsernamePasswordCredentials login =
                        new UsernamePasswordCredentials(credentials.user(), password.clone());
                provider.setCredentials(new AuthScope(host), login);
                return login;
            });
            builder.setDefaultCredentialsProvider(provider);
        });
    }

    private static Timeout timeout(Duration time) {
        return Timeout.of(time);
    }
}
