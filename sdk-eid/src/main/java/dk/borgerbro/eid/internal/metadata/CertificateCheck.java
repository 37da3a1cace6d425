package dk.borgerbro.eid.internal.metadata;

import dk.borgerbro.core.credential.OcesTrust;
import dk.borgerbro.core.error.CredentialException;
import dk.borgerbro.core.error.CredentialException.Failure;
import dk.borgerbro.core.error.CredentialException.Reason;
import dk.borgerbro.eid.saml.CertificateDescription;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which signing certificates count.
 *
 * @param chain finds out whether they are genuine and not revoked; null if the deployer vouches for the file
 * @param pins fingerprints of the only ones that count; empty if all do
 */
public record CertificateCheck(@Nullable OcesTrust chain, Set<String> pins) {
    /** Keeps a copy. */
    public CertificateCheck {
        pins = Set.copyOf(pins);
    }

    /** {@return why a certificate does not count, empty if it does}; asks the network last */
    Optional<Failure> failure(String which, List<X509Certificate> keyChain, Instant now) {
        if (keyChain.isEmpty()) {
            return Optional.of(new Failure(which, Reason.MALFORMED, "there is no readable certificate"));
        }
        X509Certificate certificate = keyChain.get(0);
        CertificateDescription description = CertificateDescription.of(certificate);
        String named = which + " (" + description + ")";
        Optional<String> weakness = KeyStrength.weakness(certificate.getPublicKey());
        if (weakness.isPresent()) {
            return Optional.of(new Failure(named, Reason.UNTRUSTED, weakness.get()));
        }
        Optional<Failure> outOfTime = outOfTime(named, certificate, now);
        if (outOfTime.isPresent()) {
            return outOfTime;
        }
        if (!pins.isEmpty() && !pins.contains(description.sha256())) {
            return Optional.of(new Failure(named, Reason.UNTRUSTED, "its fingerprint is not among the pinned ones"));
        }
        return chain == null ? Optional.empty() : chainFailure(named, keyChain, chain);
    }

    /** {@return why a certificate does not count at an instant, empty if it does} */
    public static Optional<Failure> outOfTime(String which, X509Certificate certificate, Instant now) {
        Instant from = certificate.getNotBefore().toInstant();
        Instant until = certificate.getNotAfter().toInstant();
        if (now.isAfter(until)) {
            return Optional.of(
                    new Failure(which, Reason.EXPIRED, "expired at " + until + "; newer metadata are needed"));
        }
        return now.isBefore(from)
                ? Optional.of(new Failure(which, Reason.NOT_YET_VALID, "valid from " + from + " only"))
                : Optional.empty();
    }

    private static Optional<Failure> chainFailure(String which, List<X509Certificate> keyChain, OcesTrust chain) {
        try {
            chain.verify(keyChain);
            return Optional.empty();
        } catch (CredentialException e) {
            Failure first = e.failures().get(0);
            return Optional.of(new Failure(which, first.reason(), first.detail()));
        }
    }
}
