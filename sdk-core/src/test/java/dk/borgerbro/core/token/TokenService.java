package dk.borgerbro.core.token;

import com.nimbusds.jose.util.JSONObjectUtils;
import dk.borgerbro.core.config.ClientSettings;
import dk.borgerbro.core.config.ServiceEnvironment;
import dk.borgerbro.core.credential.OrganisationKey;
import dk.borgerbro.core.credential.Secret;
import dk.borgerbro.core.loopback.ReceivedRequest;
import dk.borgerbro.core.loopback.Reply;
import dk.borgerbro.core.loopback.ScriptedServer;
import dk.borgerbro.core.loopback.TestTime;
import dk.borgerbro.testkit.person.TestOrganisation;
import dk.borgerbro.testkit.pki.TestIdentity;
import dk.borgerbro.testkit.pki.TestPki;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** A token service that answers as scripted, and what clients of it need. */
final class TokenService implements AutoCloseable {
    static final TestPki PKI = TestPki.create();
    private static final char[] PASSWORD = "file password of a test".toCharArray();

    final ScriptedServer server;
    final TestTime time = new TestTime();

    TokenService() throws IOException {
        // The clients' certificates are asked for, so that a request shows who came.
        this.server =
                ScriptedServer.start(PKI.server().sslContext(PKI.root()), socket -> socket.setWantClientAuth(true));
    }

    ServiceEnvironment environment() {
        return ServiceEnvironment.of("test", server.address(), Set.of(PKI.root()));
    }

    ClientSettings settings() {
        return ClientSettings.builder()
                .clock(time)
                .sleeper(time)
                .random(new Random(1))
                .build();
    }

    static OrganisationKey key(TestOrganisation organisation) {
        return key(PKI.organisation(organisation));
    }

    static OrganisationKey key(TestIdentity identity) {
        return OrganisationKey.keyStore(identity.keyStore(PASSWORD), Secret.of(PASSWORD));
    }

    static Reply token(String value, int seconds) {
        return Reply.of(
                200,
                "{\"access_token\":\"" + value + "\",\"token_type\":\"Bearer\",\"expires_in\":" + seconds + "}",
                "Content-Type: application/json",
                "Cache-Control: no-store");
    }

    /** {@return the form fields of a request} */
    static Map<String, String> form(ReceivedRequest request) {
        return Arrays.stream(request.text().split("&"))
                .map(field -> field.split("=", 2))
                .collect(Collectors.toMap(
                        field -> field[0], field -> URLDecoder.decode(field[1], StandardCharsets.UTF_8)));
    }

    static Map<String, Object> json(ReceivedRequest request) {
        try {
            return JSONObjectUtils.parse(request.text());
        } catch (ParseException e) {
            throw new AssertionError("the request is no JSON", e);
        }
    }

    ReceivedRequest request(int index) {
        return server.received().get(index);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
