package dk.borgerbro.testkit.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsExchange;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/** A request of the JDK's server. */
final class ExchangeRequest implements SimulatedRequest {
    private final HttpExchange exchange;
    private final String basePath;
    private final @Nullable ClientCertificate client;
    private final Map<String, List<String>> query;
    private final boolean signWrongly;

    ExchangeRequest(HttpExchange exchange, String basePath, Door door, boolean signWrongly)
            throws SSLPeerUnverifiedException {
        this.exchange = exchange;
        this.basePath = basePath;
        this.client = door == Door.MUTUAL_TLS ? certificate((HttpsExchange) exchange) : null;
        this.query = decode(exchange.getRequestURI().getRawQuery());
        this.signWrongly = signWrongly;
    }

    private static ClientCertificate certificate(HttpsExchange exchange) throws SSLPeerUnverifiedException {
        return new ClientCertificate((X509Certificate) exchange.getSSLSession().getPeerCertificates()[0]);
    }

    private static Map<String, List<String>> decode(@Nullable String raw) {
        Map<String, List<String>> decoded = new LinkedHashMap<>();
        for (String pair : raw == null ? new String[0] : raw.split("&")) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            decoded.computeIfAbsent(URLDecoder.decode(name, StandardCharsets.UTF_8), key -> new ArrayList<>())
                    .add(URLDecoder.decode(value, StandardCharsets.UTF_8));
        }
        return decoded;
    }

    @Override
    public String method() {
        return exchange.getRequestMethod();
    }

    @Override
    public String path() {
        String path = exchange.getRequestURI().getPath();
        return path.startsWith(basePath) ? path.substring(basePath.length() - 1) : path;
    }

    @Override
    public String rawQuery() {
        String raw = exchange.getRequestURI().getRawQuery();
        return raw == null ? "" : raw;
    }

    @Override
    public Map<String, List<String>> query() {
        return query;
    }

    @Override
    public Optional<String> parameter(String name) {
        return query.getOrDefault(name, List.of()).stream().findFirst();
    }

    @Override
    public Optional<String> header(String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
    }

    @Override
    public InputStream body() {
        return exchange.getRequestBody();
    }

    @Override
    public ClientCertificate client() {
        ClientCertificate presented = client;
        if (presented == null) {
            throw new IllegalStateException("this simulator asks nobody for a certificate");
        }
        return presented;
    }

    @Override
    public boolean signWrongly() {
        return signWrongly;
    }

    @Override
    public String toString() {
        return method() + " " + path();
    }
}
