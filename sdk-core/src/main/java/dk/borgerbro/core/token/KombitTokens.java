package dk.borgerbro.core.token;

import dk.borgerbro.core.config.ClientSettings;
import dk.borgerbro.core.credential.KeySource;
import dk.borgerbro.core.id.CvrNumber;
import dk.borgerbro.core.internal.token.KombitTokenChain;

/**
 * Access tokens for the services on KOMBIT's Serviceplatformen (SF1514, then the access token service). Thread-safe; one per certificate,
 * closed with the application.
 *
 * <p>A vendor needs a token per authority and per service: each is fetched once, shared by all threads and renewed ahead of its
 * end. The assertion lives eight hours, the access token one. Both are bound to the TLS certificate and fetched anew when
 * that changes.
 */
public interface KombitTokens extends AutoCloseable {
    /**
     * {@return tokens fetched with a certificate}
     *
     * @param environment where the token services are
     * @param key the certificate that is registered for the using system (da: anvendersystem)
     * @param settings limits, listeners and clock
     */
    static KombitTokens create(KombitEnvironment environment, KeySource key, ClientSettings settings) {
        return new KombitTokenChain(environment, key, settings);
    }

    /**
     * {@return tokens to call one service on behalf of one authority; the same source for the same arguments}
     *
     * <p>A refusal ends in {@link dk.borgerbro.core.error.ServiceException} with the responsibility SETUP: the service agreement
     * (da: serviceaftale) of the authority is the first thing to look at.
     *
     * @param authority whose agreement is used
     * @param entityId the service's name, such as {@code http://entityid.kombit.dk/service/kombipostafsend/1}
     */
    TokenSource forService(CvrNumber authority, String entityId);

    /** Frees the connections. */
    @Override
    void close();
}
