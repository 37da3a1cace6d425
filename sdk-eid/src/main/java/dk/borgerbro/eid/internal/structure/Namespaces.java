package dk.borgerbro.eid.internal.structure;

/** The namespaces that a message is made of. */
public final class Namespaces {
    public static final String ASSERTION = "urn:oasis:names:tc:SAML:2.0:assertion";
    public static final String PROTOCOL = "urn:oasis:names:tc:SAML:2.0:protocol";
    public static final String SIGNATURE = "http://www.w3.org/2000/09/xmldsig#";
    public static final String SIGNATURE_11 = "http://www.w3.org/2009/xmldsig11#";
    public static final String ENCRYPTION = "http://www.w3.org/2001/04/xmlenc#";
    public static final String ENCRYPTION_11 = "http://www.w3.org/2009/xmlenc11#";
    public static final String EXCLUSIVE_C14N = "http://www.w3.org/2001/10/xml-exc-c14n#";
    static final String SCHEMA = "http://www.w3.org/2001/XMLSchema";
    static final String INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";

    private Namespaces() {}
}
