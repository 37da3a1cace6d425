package dk.borgerbro.eid.internal.metadata;

import dk.borgerbro.core.error.CallReference;
import dk.borgerbro.core.error.Finding;
import dk.borgerbro.core.error.InvalidMessageException;
import dk.borgerbro.core.support.xml.Elements;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;

/** The words of the standard, and how its elements are looked at. */
final class Md {
    static final String METADATA = "urn:oasis:names:tc:SAML:2.0:metadata";
    static final String PROTOCOL = "urn:oasis:names:tc:SAML:2.0:protocol";
    static final String ASSERTION = "urn:oasis:names:tc:SAML:2.0:assertion";
    static final String DSIG = "http://www.w3.org/2000/09/xmldsig#";
    static final CallReference CALL = CallReference.local("login", "metadata");

    private Md() {}

    static boolean is(Element element, String local) {
        return Elements.is(element, METADATA, local);
    }

    static List<Element> children(Element parent, String local) {
        return Elements.children(parent, METADATA, local);
    }

    /** {@return an attribute without the space around it, empty if it is absent or blank} */
    static Optional<String> attribute(Element element, String name) {
        return Optional.of(element.getAttributeNS(null, name).strip()).filter(value -> !value.isEmpty());
    }

    /** {@return the error for metadata that cannot be used} */
    static InvalidMessageException fault(String clause, String path, String message) {
        return new InvalidMessageException(CALL, List.of(Finding.error("SAML-MD-" + clause, path, message)));
    }
}
