package dk.borgerbro.core.internal.http;

import dk.borgerbro.core.config.ClientSettings;
import dk.borgerbro.core.config.ServiceEnvironment;
import dk.borgerbro.core.credential.KeySource;
import dk.borgerbro.core.credential.OrganisationKey;
import dk.borgerbro.core.credential.Secret;
import dk.borgerbro.core.http.HttpBody;
import dk.borgerbro.core.http.HttpCall;
import dk.borgerbro.core.http.HttpHeaders;
import dk.borgerbro.core.http.RawResponse;
import dk.borgerbro.core.loopback.ScriptedServer;
import dk.borgerbro.testkit.pki.TestIdentity;
import dk.borgerbro.testkit.pki.TestPki;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Shorthand for tests of the transport. */
final class TransportBench {
    static final TestPki PKI = TestPki.create();

    private TransportBench() {}

    static HttpClientTransport open(ScriptedServer server) {
        return open(server, null, ClientSettings.defaults());
    }

    static HttpClientTransport open(ScriptedServer server, @Nullable KeySource key, ClientSettings settings) {
        return HttpClientTransport.open(
                ServiceEnvironment.of("test", server.address(), Set.of(PKI.root())), key, settings);
    }

    static OrganisationKey key(TestIdentity identity) {
        char[] password = "in memory".toCharArray();
        return OrganisationKey.keyStore(identity.keyStore(password), Secret.of(password));
    }

    static String post(HttpClientTransport transport, ScriptedServer server) throws IOException {
        HttpBody body = HttpBody.of("text/plain", "letter".getBytes(StandardCharsets.UTF_8));
        try (RawResponse response = transport.execute(call(server, "POST", body))) {
            return new String(response.body().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static HttpCall call(ScriptedServer server, String method, @Nullable HttpBody body) {
        return new HttpCall(
                method,
                server.address().resolve("letters?cpr=0101701234"),
                HttpHeaders.empty(),
                body,
                Duration.ofSeconds(30));
    }
}
