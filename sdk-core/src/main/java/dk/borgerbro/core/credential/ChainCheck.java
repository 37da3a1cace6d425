package dk.borgerbro.core.credential;

import dk.borgerbro.core.error.CredentialException.Reason;
import java.security.GeneralSecurityException;
import java.security.cert.CertPath;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXCertPathBuilderResult;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Builds the path from a certificate up to a root (RFC 5280 section 6.1): signatures, dates, who may issue, path length. */
final class ChainCheck {
    private static final int MOST_SENT = 20;
    private static final int MOST_ISSUERS = 5;

    private final Set<TrustAnchor> anchors;
    private final List<X509Certificate> issuers;

    ChainCheck(Collection<X509Certificate> roots, Collection<X509Certificate> issuers) {
        this.anchors = roots.stream().map(root -> new TrustAnchor(root, null)).collect(Collectors.toUnmodifiableSet());
        this.issuers = List.copyOf(issuers);
    }

    Path build(Source source, List<X509Certificate> sent, Instant now) {
        if (sent.size() > MOST_SENT) {
            throw source.exception(Reason.UNTRUSTED, "more than " + MOST_SENT + " certificates were sent along");
        }
        List<X509Certificate> candidates = new ArrayList<>(sent);
        candidates.addAll(issuers);
        X509CertSelector target = new X509CertSelector();
        target.setCertificate(sent.get(0));
        try {
            PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors, target);
            parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(candidates)));
            parameters.setDate(Date.from(now));
            parameters.setMaxPathLength(MOST_ISSUERS);
            // Asked afterwards and separately: here a revoked certificate would look like a missing one.
            parameters.setRevocationEnabled(false);
            PKIXCertPathBuilderResult built = (PKIXCertPathBuilderResult)
                    CertPathBuilder.getInstance("PKIX").build(parameters);
            return new Path(built.getCertPath(), built.getTrustAnchor());
        } catch (CertPathBuilderException e) {
            throw source.exception(
                    Reason.UNTRUSTED,
                    "no path leads from it to a trusted root; its issuer is "
                            + Source.printable(
                                    sent.get(0).getIssuerX500Principal().getName())
                            + ". Check that certificate and roots belong to the same system, test or production, and that"
                            + " the issuing certificates are sent along");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK builds PKIX paths", e);
        }
    }

    /**
     * A good path.
     *
     * @param path the certificate and its issuers, without the root
     * @param root where it ends
     */
    record Path(CertPath path, TrustAnchor root) {
        List<X509Certificate> certificates() {
            return path.getCertificates().stream()
                    .map(X509Certificate.class::cast)
                    .toList();
        }
    }
}
