package dk.borgerbro.core.credential;

import dk.borgerbro.core.error.CredentialException.Failure;
import dk.borgerbro.core.error.CredentialException.Reason;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;

/** Whether a certificate is valid at an instant. */
final class CertificateDates {
    private CertificateDates() {}

    static Optional<Failure> failure(Source source, String which, X509Certificate certificate, Instant now) {
        Instant until = certificate.getNotAfter().toInstant();
        if (now.isAfter(until)) {
            return Optional.of(source.failure(
                    Reason.EXPIRED, which + ": expired at " + until + "; order a new certificate and register it"));
        }
        Instant from = certificate.getNotBefore().toInstant();
        if (now.isBefore(from)) {
            return Optional.of(source.failure(
                    Reason.NOT_YET_VALID, which + ": valid from " + from + " only; check the clock of this machine"));
        }
        return Optional.empty();
    }
}
