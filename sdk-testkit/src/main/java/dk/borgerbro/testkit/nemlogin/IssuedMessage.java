package dk.borgerbro.testkit.nemlogin;

import java.net.URI;

/**
 * A logout message and where it goes. Immutable.
 *
 * @param message the message
 * @param binding how it travels
 * @param location where to
 */
public record IssuedMessage(ForgedMessage message, LogoutBinding binding, URI location) {
    /** {@return the address that the browser is sent to, for Redirect} */
    public URI redirect() {
        return message.redirect(location);
    }

    @Override
    public String toString() {
        return "IssuedMessage(" + message.parameter() + " to " + location + ")";
    }
}
