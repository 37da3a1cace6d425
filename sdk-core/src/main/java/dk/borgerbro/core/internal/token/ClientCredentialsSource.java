package dk.borgerbro.core.internal.token;

import dk.borgerbro.core.config.ClientSettings;
import dk.borgerbro.core.config.ServiceEnvironment;
import dk.borgerbro.core.support.CallKind;
import dk.borgerbro.core.support.CallPipeline;
import dk.borgerbro.core.support.ServiceCall;
import dk.borgerbro.core.token.AccessToken;
import dk.borgerbro.core.token.ClientCredentials;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** Fetches tokens by client credentials. Asking twice harms nobody, so the request is repeated like a read. */
public final class ClientCredentialsSource implements ClientCredentials {
    private static final String ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private final String tokenPath;
    private final String clientId;
    private final ClientProof proof;
    private final Map<String, String> parameters;
    private final ClientSettings settings;
    private final ClientAssertion assertion;
    private final CallPipeline pipeline;
    private final CachingTokenSource cache;

    /** Creates a source from what the builder has checked. */
    public ClientCredentialsSource(
            ServiceEnvironment environment,
            String tokenPath,
            String clientId,
            ClientProof proof,
            String audience,
            Map<String, String> parameters,
            ClientSettings settings) {
        this.tokenPath = tokenPath;
        this.clientId = clientId;
        this.proof = proof;
        this.parameters = Map.copyOf(parameters);
        this.settings = settings;
        String aud = audience.isEmpty() ? environment.baseUri() + tokenPath : audience;
        this.assertion = new ClientAssertion(
                clientId, aud, settings.clock(), settings.cryptoProvider().orElse(null));
        CallPipeline.Builder builder =
                CallPipeline.builder("token", environment, settings).faults(TokenAnswer::fault);
        if (proof instanceof ClientProof.Certificate certificate) {
            builder.key(certificate.key());
        }
        this.pipeline = builder.build();
        this.cache = new CachingTokenSource(this::fetch, this::binding, settings.clock());
    }

    @Override
    public AccessToken token() {
        return cache.token();
    }

    @Override
    public void invalidate(AccessToken refused) {
        cache.invalidate(refused);
    }

    @Override
    public void close() {
        pipeline.close();
    }

    /** A token that was bound to a certificate is useless with the next one. */
    private Object binding() {
        return proof instanceof ClientProof.Certificate certificate
                ? certificate.key().current().certificate()
                : clientId;
    }

    private AccessToken fetch() {
        FormBody form = new FormBody().field("grant_type", "client_credentials");
        parameters.forEach(form::field);
        ServiceCall.Builder<AccessToken> call = ServiceCall.builder(
                        "fetch",
                        CallKind.READ,
                        "POST",
                        tokenPath,
                        answer -> TokenAnswer.read(answer, "Bearer", settings.clock()))
                .header("Accept", "application/json");
        if (proof instanceof ClientProof.SharedSecret shared) {
            call.header("Authorization", basic(shared));
        } else {
            form.field("client_id", clientId);
        }
        if (proof instanceof ClientProof.SignedStatement statement) {
            form.field("client_assertion_type", ASSERTION_TYPE)
                    .field(
                            "client_assertion",
                            assertion.signedWith(statement.key().current()));
        }
        return pipeline.call(call.body(form.build()).build());
    }

    /** Id and secret are form-encoded before they are joined: RFC 6749 section 2.3.1. */
    private String basic(ClientProof.SharedSecret shared) {
        String pair = FormBody.encode(clientId) + ":"
                + shared.secret().use(characters -> FormBody.encode(new String(characters)));
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}
