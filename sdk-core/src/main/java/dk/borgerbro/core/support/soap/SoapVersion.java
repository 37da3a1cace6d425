package dk.borgerbro.core.support.soap;

import java.util.Arrays;
import java.util.Optional;

/** The two versions of SOAP that are in use. */
public enum SoapVersion {
    /** SOAP 1.1: {@code text/xml}, the action in its own header field. */
    SOAP_1_1("http://schemas.xmlsoap.org/soap/envelope/"),
    /** SOAP 1.2: {@code application/soap+xml}, the action as a parameter of it. */
    SOAP_1_2("http://www.w3.org/2003/05/soap-envelope");

    private final String namespace;

    SoapVersion(String namespace) {
        this.namespace = namespace;
    }

    /** {@return namespace of the envelope} */
    public String namespace() {
        return namespace;
    }

    /** {@return media type of a request; SOAP 1.1 needs a {@code SOAPAction} header field besides} */
    public String contentType(String action) {
        return this == SOAP_1_1
                ? "text/xml; charset=utf-8"
                : "application/soap+xml; charset=utf-8; action=\"" + action + "\"";
    }

    static Optional<SoapVersion> of(String namespace) {
        return Arrays.stream(values())
                .filter(version -> version.namespace.equals(namespace))
                .findFirst();
    }
}
