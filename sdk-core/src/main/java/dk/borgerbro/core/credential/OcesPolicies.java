package dk.borgerbro.core.credential;

import java.io.IOException;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.Set;

/** The policies under which OCES3 certificates are issued. */
public final class OcesPolicies {
    /** Of organisation and system certificates. */
    public static final String ORGANISATION = "1.2.208.169.1.1.1.3.7";

    /** Of employee certificates. */
    public static final String EMPLOYEE = "1.2.208.169.1.1.1.2.7";

    private OcesPolicies() {}

    /**
     * Looks at the certificate alone. The policy processing of RFC 5280 section 6.1 would refuse the public hierarchy, because
     * its issuing authority carries no policies.
     */
    static boolean anyOf(X509Certificate certificate, Collection<String> oids) {
        X509CertSelector selector = new X509CertSelector();
        try {
            selector.setPolicy(Set.copyOf(oids));
        } catch (IOException e) {
            throw new IllegalArgumentException("not a list of object identifiers", e);
        }
        return selector.match(certificate);
    }
}
