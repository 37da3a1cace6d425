package dk.borgerbro.eid.internal.metadata;

import dk.borgerbro.core.error.CredentialException.Failure;
import dk.borgerbro.core.error.SdkException;
import dk.borgerbro.eid.saml.CertificateDescription;
import dk.borgerbro.eid.saml.IdentityProvider;
import dk.borgerbro.eid.saml.IdentityProviderListener;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells listener and log what happens to an identity provider, each thing once. Used by one thread at a time. */
final class WatchNotices {
    private static final Logger LOG = LoggerFactory.getLogger("dk.borgerbro.eid.metadata");
    private static final int[] DAYS = {7, 30, 90};

    private final String source;
    private final IdentityProviderListener listener;
    private Set<Failure> dropped = Set.of();
    private Map<X509Certificate, Integer> expiring = Map.of();

    WatchNotices(String source, IdentityProviderListener listener) {
        this.source = source;
        this.listener = listener;
    }

    void replaced(IdentityProvider before, IdentityProvider after) {
        LOG.info("metadata of the identity provider at {} changed", source);
        quietly(() -> listener.replaced(before, after));
    }

    void failed(SdkException why, IdentityProvider kept) {
        LOG.warn("metadata of the identity provider at {} cannot be refreshed: {}", source, why.getMessage());
        quietly(() -> listener.refreshFailed(why, kept));
    }

    /** Looks at certificates that were dropped or come to their end. */
    void inspect(IdentityProvider provider, Instant now) {
        Set<Failure> known = dropped;
        for (Failure failure : provider.droppedCertificates()) {
            if (!known.contains(failure)) {
                LOG.warn("not trusted at {}: {}", source, failure);
                quietly(() -> listener.certificateDropped(failure));
            }
        }
        dropped = new HashSet<>(provider.droppedCertificates());
        Map<X509Certificate, Integer> passed = new HashMap<>();
        for (X509Certificate certificate : provider.signingCertificates()) {
            int days = threshold(certificate, now);
            if (days > 0) {
                passed.put(certificate, days);
                if (expiring.getOrDefault(certificate, Integer.MAX_VALUE) > days) {
                    CertificateDescription description = CertificateDescription.of(certificate);
                    LOG.warn("a signing certificate at {} ends within {} days: {}", source, days, description);
                    quietly(() -> listener.certificateExpiring(description, days));
                }
            }
        }
        expiring = passed;
    }

    /** {@return the least threshold that a certificate has passed, 0 if none} */
    static int threshold(X509Certificate certificate, Instant now) {
        Duration left = Duration.between(now, certificate.getNotAfter().toInstant());
        for (int days : DAYS) {
            if (left.compareTo(Duration.ofDays(days)) <= 0) {
                return days;
            }
        }
        return 0;
    }

    private static void quietly(Runnable event) {
        try {
            event.run();
        } catch (RuntimeException e) {
            // A broken alarm must not stop logins.
        }
    }
}
