package dk.borgerbro.eid.saml;

import java.util.Arrays;
import java.util.Optional;

/** How a SAML message travels (SAML 2.0 bindings), as far as the profile knows it. */
public enum SamlBinding {
    /** In the query of a redirect. */
    HTTP_REDIRECT("urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect"),
    /** In a form that the browser submits. */
    HTTP_POST("urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST"),
    /** From system to system, without the browser. */
    SOAP("urn:oasis:names:tc:SAML:2.0:bindings:SOAP");

    private final String uri;

    SamlBinding(String uri) {
        this.uri = uri;
    }

    /** {@return the identifier that stands in metadata and requests} */
    public String uri() {
        return uri;
    }

    /** {@return the binding with an identifier, empty if it is none of these} */
    public static Optional<SamlBinding> of(String uri) {
        return Arrays.stream(values())
                .filter(binding -> binding.uri.equals(uri))
                .findFirst();
    }
}
