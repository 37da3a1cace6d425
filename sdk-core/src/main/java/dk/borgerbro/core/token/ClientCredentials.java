package dk.borgerbro.core.token;

import dk.borgerbro.core.config.ClientSettings;
import dk.borgerbro.core.config.ServiceEnvironment;
import dk.borgerbro.core.credential.KeySource;
import dk.borgerbro.core.credential.Secret;
import dk.borgerbro.core.error.ConfigurationException;
import dk.borgerbro.core.internal.token.ClientCredentialsSource;
import dk.borgerbro.core.internal.token.ClientProof;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Access tokens by OAuth 2.0 client credentials (RFC 6749 section 4.4). Thread-safe; one per client id and scope, closed with the
 * application.
 *
 * <p>The client proves itself in one of three ways: a secret ({@link Builder#secret}), its TLS certificate
 * ({@link Builder#certificate}, RFC 8705) or a signed statement ({@link Builder#privateKeyJwt}, RFC 7523). A refusal of the token
 * service ends in {@link dk.borgerbro.core.error.ServiceException} with the responsibility SETUP.
 */
public interface ClientCredentials extends TokenSource, AutoCloseable {
    /**
     * {@return a builder}
     *
     * @param environment where the token service is and whom to trust there
     * @param tokenPath path of the token endpoint below the environment's address, without a leading slash
     * @param clientId the client's id at the token service
     */
    static Builder builder(ServiceEnvironment environment, String tokenPath, String clientId) {
        return new Builder(environment, tokenPath, clientId);
    }

    /** Frees the connections. */
    @Override
    void close();

    /** Builds {@link ClientCredentials}. Not thread-safe. */
    final class Builder {
        private final ServiceEnvironment environment;
        private final String tokenPath;
        private final String clientId;
        private final List<ClientProof> proofs = new ArrayList<>();
        private final Map<String, String> parameters = new LinkedHashMap<>();
        private String audience = "";
        private ClientSettings settings = ClientSettings.defaults();

        private Builder(ServiceEnvironment environment, String tokenPath, String clientId) {
            this.environment = environment;
            this.tokenPath = tokenPath;
            this.clientId = clientId;
        }

        /** Proves the client by a shared secret, sent as HTTP Basic (RFC 6749 section 2.3.1). */
        public Builder secret(Secret secret) {
            proofs.add(new ClientProof.SharedSecret(secret));
            return this;
        }

        /** Proves the client by its TLS certificate (RFC 8705 section 2.1); the token is bound to it. */
        public Builder certificate(KeySource key) {
            proofs.add(new ClientProof.Certificate(key));
            return this;
        }

        /** Proves the client by a statement signed with its key (RFC 7523), RS256 or ES256 by the kind of key. */
        public Builder privateKeyJwt(KeySource key) {
            proofs.add(new ClientProof.SignedStatement(key));
            return this;
        }

        /** Sets the audience of the signed statement; the token endpoint's address by default. */
        public Builder audience(String audience) {
            this.audience = audience;
            return this;
        }

        /** Sets the scope, its parts separated by spaces. */
        public Builder scope(String scope) {
            return parameter("scope", scope);
        }

        /** Adds a form parameter that the service asks for beyond the standard, such as {@code resource}. */
        public Builder parameter(String name, String value) {
            parameters.put(name, value);
            return this;
        }

        /** Sets limits, listeners and clock. */
        public Builder settings(ClientSettings settings) {
            this.settings = settings;
            return this;
        }

        /**
         * {@return the source; nothing is fetched before the first token is asked for}
         *
         * @throws ConfigurationException naming every setting that is missing or in conflict
         */
        public ClientCredentials build() {
            List<String> problems = new ArrayList<>();
            if (clientId.isBlank()) {
                problems.add("the client id is empty");
            }
            if (proofs.size() != 1) {
                problems.add("exactly one of secret, certificate and privateKeyJwt must be set, but " + proofs.size()
                        + " are");
            }
            if (!audience.isEmpty() && proofs.stream().noneMatch(ClientProof.SignedStatement.class::isInstance)) {
                problems.add("audience belongs to privateKeyJwt, which is not set");
            }
            if (!problems.isEmpty()) {
                throw new ConfigurationException("token", problems);
            }
            return new ClientCredentialsSource(
                    environment, tokenPath, clientId, proofs.get(0), audience, parameters, settings);
        }
    }
}
