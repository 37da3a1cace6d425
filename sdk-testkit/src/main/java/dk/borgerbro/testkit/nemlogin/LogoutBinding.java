package dk.borgerbro.testkit.nemlogin;

import java.util.Optional;
import java.util.stream.Stream;

/** How logout messages travel. */
public enum LogoutBinding {
    /** In the query of an address that the browser is sent to. */
    REDIRECT(Saml.REDIRECT),
    /** In a form that the browser posts. */
    POST(Saml.POST),
    /** From server to server. */
    SOAP(Saml.SOAP_BINDING);

    private final String uri;

    LogoutBinding(String uri) {
        this.uri = uri;
    }

    /** {@return the identifier in metadata} */
    public String uri() {
        return uri;
    }

    static Optional<LogoutBinding> of(String uri) {
        return Stream.of(values()).filter(binding -> binding.uri.equals(uri)).findFirst();
    }
}
