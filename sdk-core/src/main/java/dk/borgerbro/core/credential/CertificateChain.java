package dk.borgerbro.core.credential;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A certificate followed by its issuers, put in order whatever order they came in.
 *
 * <p>Says nothing about trust: that is for {@link OcesTrust}.
 *
 * @param certificates the certificate first
 * @param missingIssuer name of the issuer that the certificate needs and that nobody gave, if so
 */
record CertificateChain(List<X509Certificate> certificates, Optional<String> missingIssuer) {
    private static final int LONGEST = 10;

    static CertificateChain of(List<X509Certificate> given, Collection<X509Certificate> known) {
        List<X509Certificate> candidates = new ArrayList<>(given);
        candidates.addAll(known);
        List<X509Certificate> chain = new ArrayList<>();
        X509Certificate last = given.get(0);
        chain.add(last);
        while (!isSelfIssued(last) && chain.size() < LONGEST) {
            Optional<X509Certificate> issuer = issuerOf(last, candidates);
            if (issuer.isEmpty() || chain.contains(issuer.get())) {
                break;
            }
            last = issuer.get();
            chain.add(last);
        }
        boolean alone = chain.size() == 1 && !isSelfIssued(last);
        return new CertificateChain(
                List.copyOf(chain),
                alone ? Optional.of(last.getIssuerX500Principal().getName()) : Optional.empty());
    }

    private static boolean isSelfIssued(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
    }

    private static Optional<X509Certificate> issuerOf(X509Certificate issued, List<X509Certificate> candidates) {
        return candidates.stream()
                .filter(candidate -> candidate.getSubjectX500Principal().equals(issued.getIssuerX500Principal()))
                .filter(candidate -> hasSigned(candidate, issued))
                .findFirst();
    }

    private static boolean hasSigned(X509Certificate issuer, X509Certificate issued) {
        try {
            issued.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
