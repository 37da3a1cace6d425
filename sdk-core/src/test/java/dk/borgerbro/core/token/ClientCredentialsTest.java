package dk.borgerbro.core.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dk.borgerbro.core.credential.OrganisationKey;
import dk.borgerbro.core.credential.Secret;
import dk.borgerbro.core.error.ConfigurationException;
import dk.borgerbro.core.error.Responsibility;
import dk.borgerbro.core.error.ServiceException;
import dk.borgerbro.core.error.TransportException;
import dk.borgerbro.core.loopback.Reply;
import dk.borgerbro.testkit.person.TestOrganisation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientCredentialsTest {
    private static final OrganisationKey KEY = TokenService.key(TestOrganisation.VENDOR);

    private final TokenService service;

    ClientCredentialsTest() throws IOException {
        service = new TokenService();
    }

    @AfterEach
    void close() throws IOException {
        service.close();
    }

    private ClientCredentials.Builder client() {
        return ClientCredentials.builder(service.environment(), "oauth2/token", "client one")
                .settings(service.settings());
    }

    @Test
    void aSecretTravelsAsBasicAuthenticationFormEncodedFirst() {
        service.server.next(TokenService.token("t-1", 3600));
        try (ClientCredentials tokens =
                client().secret(Secret.of("s:e c+ret")).scope("read write").build()) {
            AccessToken token = tokens.token();

            assertThat(token.authorization()).isEqualTo("Bearer t-1");
            assertThat(token.expiresAt()).isEqualTo(service.time.instant().plusSeconds(3600));
        }
        String basic = service.request(0).header("authorization").orElseThrow();
        assertThat(new String(Base64.getDecoder().decode(basic.substring("Basic ".length())), StandardCharsets.UTF_8))
                .isEqualTo("client+one:s%3Ae+c%2Bret");
        assertThat(service.request(0).line()).isEqualTo("POST /api/oauth2/token HTTP/1.1");
        assertThat(TokenService.form(service.request(0)))
                .containsOnly(Map.entry("grant_type", "client_credentials"), Map.entry("scope", "read write"));
    }

    @Test
    void aCertificateProvesTheClientAtTheTlsLevel() {
        service.server.next(TokenService.token("t-1", 3600));
        try (ClientCredentials tokens = client().certificate(KEY).build()) {
            tokens.token();
        }
        assertThat(service.request(0).client()).contains("Prøvesystemer");
        assertThat(TokenService.form(service.request(0))).containsEntry("client_id", "client one");
        assertThat(service.request(0).header("authorization")).isEmpty();
    }

    @Test
    void aSignedStatementProvesTheClient() throws Exception {
        service.server.next(TokenService.token("t-1", 3600));
        try (ClientCredentials tokens = client().privateKeyJwt(KEY).build()) {
            tokens.token();
        }
        Map<String, String> form = TokenService.form(service.request(0));
        SignedJWT statement = SignedJWT.parse(form.get("client_assertion"));
        JWTClaimsSet claims = statement.getJWTClaimsSet();
        assertThat(form)
                .containsEntry("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
        assertThat(statement.verify(
                        new RSASSAVerifier((RSAPublicKey) KEY.certificate().getPublicKey())))
                .isTrue();
        assertThat(claims.getIssuer()).isEqualTo("client one").isEqualTo(claims.getSubject());
        assertThat(claims.getAudience()).containsExactly(service.server.address() + "oauth2/token");
        assertThat(claims.getExpirationTime().toInstant())
                .isEqualTo(service.time.instant().plusSeconds(60));
        assertThat(claims.getJWTID()).isNotBlank();
        assertThat(statement.getHeader().getX509CertSHA256Thumbprint()).isNotNull();
    }

    @Test
    void theAudienceOfTheStatementCanBeSet() throws Exception {
        service.server.next(TokenService.token("t-1", 3600));
        try (ClientCredentials tokens =
                client().privateKeyJwt(KEY).audience("https://issuer.example").build()) {
            tokens.token();
        }
        String statement = TokenService.form(service.request(0)).get("client_assertion");
        assertThat(SignedJWT.parse(statement).getJWTClaimsSet().getAudience())
                .containsExactly("https://issuer.example");
    }

    @Test
    void eachStatementHasAnIdOfItsOwn() throws Exception {
        service.server.next(TokenService.token("t-1", 100), TokenService.token("t-2", 100));
        try (ClientCredentials tokens = client().privateKeyJwt(KEY).build()) {
            tokens.token();
            service.time.pass(Duration.ofSeconds(100));
            tokens.token();
        }
        assertThat(jwtId(0)).isNotEqualTo(jwtId(1));
    }

    private String jwtId(int request) throws Exception {
        return SignedJWT.parse(TokenService.form(service.request(request)).get("client_assertion"))
                .getJWTClaimsSet()
                .getJWTID();
    }

    @Test
    void aTokenBoundToACertificateIsFetchedAnewWithTheNextOne() {
        service.server.next(TokenService.token("t-1", 3600), TokenService.token("t-2", 3600));
        AtomicReference<OrganisationKey> current = new AtomicReference<>(KEY);
        try (ClientCredentials tokens = client().certificate(current::get).build()) {
            AccessToken first = tokens.token();
            current.set(TokenService.key(TestOrganisation.AGENCY));

            assertThat(tokens.token()).isNotEqualTo(first);
        }
        assertThat(service.request(1).client()).contains("Styrelsen for Prøver");
    }

    @Test
    void aRefusalIsAMatterOfSetUp() {
        service.server.next(Reply.of(
                400,
                "{\"error\":\"invalid_client\",\"error_description\":\"who are you\"}",
                "Content-Type: application/json"));
        try (ClientCredentials tokens = client().secret(Secret.of("wrong")).build()) {
            assertThatThrownBy(tokens::token).isInstanceOfSatisfying(ServiceException.class, e -> {
                assertThat(e.code()).isEqualTo("invalid_client");
                assertThat(e.responsibility()).isEqualTo(Responsibility.SETUP);
                assertThat(e.isRetryable()).isFalse();
                assertThat(e.fault().text()).isEqualTo("who are you");
                assertThat(e).hasMessageContaining("token.fetch").hasMessageNotContaining("who are you");
            });
        }
    }

    @Test
    void troubleAtTheServiceIsRetriedAndThenTheServicesMatter() {
        service.server.otherwise(Reply.of(503, "busy"));
        try (ClientCredentials tokens = client().secret(Secret.of("s")).build()) {
            assertThatThrownBy(tokens::token)
                    .isInstanceOfSatisfying(
                            ServiceException.class,
                            e -> assertThat(e.responsibility()).isEqualTo(Responsibility.SERVICE));
        }
        assertThat(service.server.received()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not json",
                "{}",
                "[]",
                "{\"access_token\":\"\"}",
                "{\"access_token\":7,\"expires_in\":60}",
                "{\"access_token\":\"secret-token-value\",\"expires_in\":-1}",
                "{\"access_token\":\"secret-token-value\",\"expires_in\":\"soon\"}",
                "{\"access_token\":\"secret\\u0000value\",\"expires_in\":60}",
                "{\"access_token\":\"secret-token-value\",\"token_type\":\"Bad Type\\r\\nX: y\",\"expires_in\":60}",
                "{\"access_token\":\"secret-token-value\" \"expires_in\":60}"
            })
    void anAnswerThatIsNoTokenIsNotTakenForOneAndNeverQuoted(String body) {
        service.server.otherwise(Reply.ok(body));
        try (ClientCredentials tokens = client().secret(Secret.of("s")).build()) {
            assertThatThrownBy(tokens::token)
                    .isInstanceOf(TransportException.class)
                    .hasMessageNotContaining("secret");
        }
    }

    @Test
    void theLifeMayBeATextAndMayBeMissing() {
        service.server.next(
                Reply.ok("{\"access_token\":\"t-1\",\"token_type\":\"Bearer\",\"expires_in\":\"60\"}"),
                Reply.ok("{\"access_token\":\"t-2\"}"));
        try (ClientCredentials tokens = client().secret(Secret.of("s")).build()) {
            Instant now = service.time.instant();
            assertThat(tokens.token().expiresAt()).isEqualTo(now.plusSeconds(60));
            service.time.pass(Duration.ofSeconds(60));

            assertThat(tokens.token().expiresAt()).isEqualTo(now.plusSeconds(60).plus(Duration.ofMinutes(5)));
        }
    }

    @Test
    void everySettingThatIsWrongIsNamed() {
        assertThatThrownBy(() -> ClientCredentials.builder(service.environment(), "token", " ")
                        .secret(Secret.of("s"))
                        .certificate(KEY)
                        .audience("x")
                        .build())
                .isInstanceOfSatisfying(
                        ConfigurationException.class,
                        e -> assertThat(e.problems()).hasSize(3));
        assertThatThrownBy(() -> client().build()).isInstanceOf(ConfigurationException.class);
    }

    @Test
    void aTokenNeverPrintsItself() {
        service.server.next(TokenService.token("secret-token-value", 3600));
        try (ClientCredentials tokens = client().secret(Secret.of("s")).build()) {
            assertThat(tokens.token().toString()).contains("hidden").doesNotContain("secret-token-value");
        }
    }
}
