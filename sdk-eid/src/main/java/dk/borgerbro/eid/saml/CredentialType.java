package dk.borgerbro.eid.saml;

import dk.borgerbro.core.error.InvalidInputException;
import java.net.URI;

/**
 * A kind of credential that a login may ask NemLog-in for. The set is NemLog-in's and may grow: any absolute URI can be asked for.
 *
 * @param uri the class reference
 */
public record CredentialType(String uri) {
    private static final String PREFIX = "https://nemlogin.dk/internal/credential/type/";

    /** MitID. */
    public static final CredentialType MITID = new CredentialType(PREFIX + "mitid");
    /** The local identity provider of an organisation (da: lokal IdP). */
    public static final CredentialType LOCAL = new CredentialType(PREFIX + "local");
    /** User name and password, in test environments only. */
    public static final CredentialType TEST = new CredentialType(PREFIX + "test");

    /**
     * Checks the form.
     *
     * @throws InvalidInputException if it is no absolute URI
     */
    public CredentialType {
        if (!isAbsolute(uri)) {
            throw InvalidInputException.ofValue("CredentialType", "must be an absolute URI");
        }
    }

    static boolean isAbsolute(String text) {
        try {
            return URI.create(text).isAbsolute();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return uri;
    }
}
