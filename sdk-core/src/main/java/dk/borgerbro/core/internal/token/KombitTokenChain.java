package dk.borgerbro.core.internal.token;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.borgerbro.core.config.ClientSettings;
import dk.borgerbro.core.config.ServiceEnvironment;
import dk.borgerbro.core.credential.KeySource;
import dk.borgerbro.core.credential.Secret;
import dk.borgerbro.core.error.ServiceException;
import dk.borgerbro.core.http.HttpBody;
import dk.borgerbro.core.id.CvrNumber;
import dk.borgerbro.core.support.Answer;
import dk.borgerbro.core.support.CallKind;
import dk.borgerbro.core.support.CallPipeline;
import dk.borgerbro.core.support.ServiceCall;
import dk.borgerbro.core.token.AccessToken;
import dk.borgerbro.core.token.KombitEnvironment;
import dk.borgerbro.core.token.KombitTokens;
import dk.borgerbro.core.token.TokenSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.ConcurrentHashMap;

/** The two steps to a KOMBIT access token, each cached on its own: an assertion from the STS, then a token for the assertion. */
public final class KombitTokenChain implements KombitTokens {
    private static final String ISSUE_PATH = "runtime/api/rest/wstrust/v1/issue";
    private static final String ACCESS_PATH = "service/AccessTokenService_1/token";
    private static final String SAML2 = "http://docs.oasis-open.org/wss/oasis-wss-saml-token-profile-1.1#SAMLV2.0";
    private static final String ISSUE = "http://docs.oasis-open.org/ws-sx/ws-trust/200512/Issue";
    private static final String PUBLIC_KEY = "http://docs.oasis-open.org/ws-sx/ws-trust/200512/PublicKey";

    /** For an encrypted assertion: the shortest life that KOMBIT speaks of. */
    private static final Duration ASSUMED_LIFE = Duration.ofMinutes(50);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final KeySource key;
    private final ClientSettings settings;
    private final CallPipeline securityTokens;
    private final CallPipeline accessTokens;
    private final ConcurrentHashMap<Purpose, TokenSource> sources = new ConcurrentHashMap<>();

    /** Creates a chain; nothing is fetched yet. */
    public KombitTokenChain(KombitEnvironment environment, KeySource key, ClientSettings settings) {
        this.key = key;
        this.settings = settings;
        this.securityTokens = pipeline("kombit-sts", environment.securityTokens());
        this.accessTokens = pipeline("kombit-token", environment.accessTokens());
    }

    @Override
    public TokenSource forService(CvrNumber authority, String entityId) {
        return sources.computeIfAbsent(new Purpose(authority, entityId), this::source);
    }

    @Override
    public void close() {
        securityTokens.close();
        accessTokens.close();
    }

    private CallPipeline pipeline(String service, ServiceEnvironment environment) {
        return CallPipeline.builder(service, environment, settings)
                .key(key)
                .faults(TokenAnswer::fault)
                .build();
    }

    private TokenSource source(Purpose purpose) {
        CachingTokenSource assertions =
                new CachingTokenSource(() -> fetchAssertion(purpose), this::certificate, settings.clock());
        return new CachingTokenSource(() -> exchange(assertions), this::certificate, settings.clock());
    }

    private X509Certificate certificate() {
        return key.current().certificate();
    }

    private AccessToken fetchAssertion(Purpose purpose) {
        return securityTokens.call(ServiceCall.builder("issue", CallKind.READ, "POST", ISSUE_PATH, this::readAssertion)
                .header("Accept", "application/json")
                .body(HttpBody.of("application/json", issueRequest(purpose)))
                .build());
    }

    private byte[] issueRequest(Purpose purpose) {
        var request = JSON.createObjectNode();
        request.put("TokenType", SAML2).put("RequestType", ISSUE).put("KeyType", PUBLIC_KEY);
        request.putObject("AnvenderKontekst").put("Cvr", purpose.authority.value());
        request.put("UseKey", encoded(certificate()));
        request.putObject("AppliesTo").putObject("EndpointReference").put("Address", purpose.entityId);
        request.putNull("OnBehalfOf");
        return request.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The assertion's own end counts: the answer's {@code Lifetime} names no time zone. */
    private AccessToken readAssertion(Answer answer) throws IOException {
        JsonNode assertion =
                TokenAnswer.tree(answer).path("RequestedSecurityToken").path("Assertion");
        if (!assertion.isTextual()) {
            throw new IOException("the answer has no RequestedSecurityToken/Assertion");
        }
        String base64 = assertion.textValue();
        Instant assumedEnd = settings.clock().instant().plus(ASSUMED_LIFE);
        return new AccessToken("saml-token", Secret.of(base64), SamlAssertion.end(base64, assumedEnd));
    }

    private AccessToken exchange(CachingTokenSource assertions) {
        AccessToken assertion = assertions.token();
        HttpBody form = new FormBody()
                .field("saml-token", assertion.value().use(String::new))
                .build();
        try {
            return accessTokens.call(ServiceCall.builder(
                            "exchange",
                            CallKind.READ,
                            "POST",
                            ACCESS_PATH,
                            answer -> TokenAnswer.read(answer, "Holder-of-key", settings.clock()))
                    .header("Accept", "application/json")
                    .body(form)
                    .build());
        } catch (ServiceException refused) {
            assertions.invalidate(assertion);
            throw refused;
        }
    }

    private static String encoded(X509Certificate certificate) {
        try {
            return Base64.getEncoder().encodeToString(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was read has an encoding", e);
        }
    }

    /** What a token is for; the certificate is watched by the cache. */
    private record Purpose(CvrNumber authority, String entityId) {}
}
