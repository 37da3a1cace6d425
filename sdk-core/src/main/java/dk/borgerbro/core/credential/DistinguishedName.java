package dk.borgerbro.core.credential;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.security.auth.x500.X500Principal;

/**
 * The attributes of a subject or issuer. The JDK prints attributes it has no keyword for as hexadecimal, so the two that matter
 * here get one, and the result is parsed instead of searched: a name may hold any text, {@code ,CVR:…} too.
 *
 * @param attributes in the order of RFC 2253
 */
record DistinguishedName(List<Map.Entry<String, String>> attributes) {
    static final String ORGANISATION_IDENTIFIER = "organizationIdentifier";
    static final String SERIAL_NUMBER = "serialNumber";

    private static final Map<String, String> KEYWORDS =
            Map.of("2.5.4.97", ORGANISATION_IDENTIFIER, "2.5.4.5", SERIAL_NUMBER);

    static DistinguishedName of(X500Principal principal) {
        List<Map.Entry<String, String>> attributes = new ArrayList<>();
        try {
            List<Rdn> parts =
                    new ArrayList<>(new LdapName(principal.getName(X500Principal.RFC2253, KEYWORDS)).getRdns());
            Collections.reverse(parts);
            for (Rdn part : parts) {
                for (Attribute attribute : Collections.list(part.toAttributes().getAll())) {
                    // Values that are no text come as bytes and cannot be what is looked for.
                    if (attribute.get() instanceof String value) {
                        attributes.add(Map.entry(attribute.getID(), value));
                    }
                }
            }
        } catch (NamingException e) {
            return new DistinguishedName(List.of());
        }
        return new DistinguishedName(List.copyOf(attributes));
    }

    /** The value of an attribute, empty if it is absent or stands there more than once, which nobody may interpret. */
    Optional<String> only(String keyword) {
        List<String> values = attributes.stream()
                .filter(attribute -> attribute.getKey().equalsIgnoreCase(keyword))
                .map(Map.Entry::getValue)
                .toList();
        return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
    }
}
