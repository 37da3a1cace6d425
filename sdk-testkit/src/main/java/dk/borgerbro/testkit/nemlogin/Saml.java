package dk.borgerbro.testkit.nemlogin;

import java.util.Map;

/** Names of SAML 2.0 and its neighbours. */
final class Saml {
    static final String PROTOCOL = "urn:oasis:names:tc:SAML:2.0:protocol";
    static final String ASSERTION = "urn:oasis:names:tc:SAML:2.0:assertion";
    static final String METADATA = "urn:oasis:names:tc:SAML:2.0:metadata";
    static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
    static final String DSIG = "http://www.w3.org/2000/09/xmldsig#";
    static final String XENC = "http://www.w3.org/2001/04/xmlenc#";
    static final String XENC11 = "http://www.w3.org/2009/xmlenc11#";
    static final String XMLNS = "http://www.w3.org/2000/xmlns/";
    static final String NEMLOGIN = "https://data.gov.dk/eid/saml/extensions";

    static final String STATUS = "urn:oasis:names:tc:SAML:2.0:status:";
    static final String SUCCESS = STATUS + "Success";
    static final String BEARER = "urn:oasis:names:tc:SAML:2.0:cm:bearer";
    static final String URI_FORMAT = "urn:oasis:names:tc:SAML:2.0:attrname-format:uri";
    static final String REDIRECT = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect";
    static final String POST = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST";
    static final String SOAP_BINDING = "urn:oasis:names:tc:SAML:2.0:bindings:SOAP";
    static final String PERSISTENT = "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent";
    static final String TRANSIENT = "urn:oasis:names:tc:SAML:2.0:nameid-format:transient";

    /** The prefixes that fragments given by tests may use without declaring them. */
    static final Map<String, String> PREFIXES = Map.of(
            "samlp", PROTOCOL,
            "saml", ASSERTION,
            "md", METADATA,
            "soap", SOAP,
            "ds", DSIG,
            "xenc", XENC,
            "xenc11", XENC11,
            "nl", NEMLOGIN,
            "xs", "http://www.w3.org/2001/XMLSchema",
            "xsi", "http://www.w3.org/2001/XMLSchema-instance");

    private Saml() {}
}
