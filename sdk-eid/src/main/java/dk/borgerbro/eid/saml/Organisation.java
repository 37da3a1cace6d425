package dk.borgerbro.eid.saml;

import java.net.URI;

/**
 * Who is responsible for a service, as its metadata say.
 *
 * @param language of the names, such as {@code da}
 * @param name the legal name
 * @param displayName the name that people know
 * @param url where to read about it
 */
public record Organisation(String language, String name, String displayName, URI url) {
    /**
     * Checks language and names.
     *
     * @throws dk.borgerbro.core.error.ConfigurationException if the language is no tag or a name is blank
     */
    public Organisation {
        new LocalText(language, name);
        new LocalText(language, displayName);
    }

    /** {@return an organisation with one Danish name} */
    public static Organisation of(String name, URI url) {
        return new Organisation("da", name, name, url);
    }
}
