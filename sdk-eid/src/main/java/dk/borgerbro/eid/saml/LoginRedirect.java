package dk.borgerbro.eid.saml;

import dk.borgerbro.eid.HttpAnswer;
import java.net.URI;
import java.util.Objects;

/** A login that has begun: where to send the browser. Immutable. Prints the id only, since the address carries a signed request. */
public final class LoginRedirect {
    private final String requestId;
    private final URI uri;

    private LoginRedirect(String requestId, URI uri) {
        this.requestId = Objects.requireNonNull(requestId, "requestId");
        this.uri = Objects.requireNonNull(uri, "uri");
    }

    /** {@return the redirect of a request} */
    public static LoginRedirect of(String requestId, URI uri) {
        return new LoginRedirect(requestId, uri);
    }

    /** {@return the id of the request, under which the audit trail has this login} */
    public String requestId() {
        return requestId;
    }

    /** {@return the identity provider's address with the signed request in it} */
    public URI uri() {
        return uri;
    }

    /** {@return what to send to the browser} */
    public HttpAnswer answer() {
        return HttpAnswer.redirect(uri);
    }

    @Override
    public String toString() {
        return "LoginRedirect(" + requestId + ", address hidden)";
    }
}
