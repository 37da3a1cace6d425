package dk.borgerbro.testkit.pki;

/**
 * Where issuers publish their certificates and what they revoked; the same paths as the public test system's.
 *
 * @param base scheme, host and port
 */
record StatusAddresses(String base) {
    static final String OCSP = "/ocsp";
    static final String ROOT_CRL = "/oces/root/crl/root.crl";
    static final String ISSUING_CRL = "/oces/issuing/1/crl/issuing.crl";
    private static final String ROOT_CERTIFICATE = "/oces/root/cacert/root.cer";
    private static final String ISSUING_CERTIFICATE = "/oces/issuing/1/cacert/issuing.cer";

    String ocsp() {
        return base + OCSP;
    }

    String crl(boolean ofRoot) {
        return base + (ofRoot ? ROOT_CRL : ISSUING_CRL);
    }

    String certificate(boolean ofRoot) {
        return base + (ofRoot ? ROOT_CERTIFICATE : ISSUING_CERTIFICATE);
    }
}
