package dk.borgerbro.eid.saml;

import dk.borgerbro.core.error.ConfigurationException;
import dk.borgerbro.eid.OioAttribute;
import java.util.List;

/**
 * An attribute that a service asks for in its metadata.
 *
 * @param name its URI, as in the profile's list of attributes
 * @param isRequired whether the service cannot do without it
 */
public record RequestedAttribute(String name, boolean isRequired) {
    /**
     * Checks the name.
     *
     * @throws ConfigurationException if it is blank
     */
    public RequestedAttribute {
        if (name.isBlank()) {
            throw new ConfigurationException("login", List.of("a requested attribute needs its URI as name"));
        }
    }

    /** {@return an attribute that is welcome where it is known} */
    public static RequestedAttribute optional(String name) {
        return new RequestedAttribute(name, false);
    }

    /** {@return an attribute of the table that is welcome where it is known} */
    public static RequestedAttribute optional(OioAttribute attribute) {
        return optional(attribute.uri());
    }

    /** {@return an attribute that the service cannot do without} */
    public static RequestedAttribute required(String name) {
        return new RequestedAttribute(name, true);
    }

    /** {@return an attribute of the table that the service cannot do without} */
    public static RequestedAttribute required(OioAttribute attribute) {
        return required(attribute.uri());
    }
}
