package dk.borgerbro.testkit.simulator;

import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The certificate that a client presented; the TLS layer has checked that it comes from the trusted root. Immutable.
 *
 * @param certificate as presented
 */
public record ClientCertificate(X509Certificate certificate) {
    /** RFC 2253 form of the attribute organizationIdentifier; OCES3 writes {@code NTRDK-} and the CVR number. */
    private static final Pattern CVR = Pattern.compile("(?:^|[,+])\\s*OID\\.2\\.5\\.4\\.97=NTRDK-([0-9]{8})(?=$|[,+])");

    /** {@return the CVR number of the organisation, if the subject has one in the OCES3 way} */
    public Optional<String> cvr() {
        Matcher matcher = CVR.matcher(
                certificate.getSubjectX500Principal().toString().replace("ORGANIZATIONIDENTIFIER=", "OID.2.5.4.97="));
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    @Override
    public String toString() {
        return "ClientCertificate(" + cvr().orElse("no CVR number") + ")";
    }
}
