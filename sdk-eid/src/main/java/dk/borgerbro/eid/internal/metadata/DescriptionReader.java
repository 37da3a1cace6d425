package dk.borgerbro.eid.internal.metadata;

import dk.borgerbro.core.support.xml.Elements;
import dk.borgerbro.core.support.xml.XmlReadingException;
import dk.borgerbro.eid.saml.CertificateDescription;
import dk.borgerbro.eid.saml.MetadataDescription;
import dk.borgerbro.eid.saml.MetadataDescription.Endpoint;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;

/** Describes whatever metadata hold. */
public final class DescriptionReader {
    private DescriptionReader() {}

    /** {@return the description of each entity} */
    public static List<MetadataDescription> read(InputStream in) throws IOException {
        try {
            return MetadataDocument.parse(in).entities().stream()
                    .map(DescriptionReader::describe)
                    .toList();
        } catch (XmlReadingException e) {
            throw e.asInvalidMessage(Md.CALL);
        }
    }

    private static MetadataDescription describe(Element entity) {
        List<Element> roles = Elements.children(entity).stream()
                .filter(child -> Md.METADATA.equals(child.getNamespaceURI())
                        && child.getLocalName().endsWith("Descriptor"))
                .toList();
        List<Endpoint> endpoints = new ArrayList<>();
        List<CertificateDescription> certificates = new ArrayList<>();
        for (Element role : roles) {
            endpoints.addAll(endpoints(role));
            KeyDescriptors.signing(role).stream()
                    .filter(key -> !key.chain().isEmpty())
                    .map(key -> CertificateDescription.of(key.chain().get(0)))
                    .filter(certificate -> !certificates.contains(certificate))
                    .forEach(certificates::add);
        }
        return new MetadataDescription(
                Md.attribute(entity, "entityID").orElse(""),
                roles.stream().map(Element::getLocalName).toList(),
                certificates,
                endpoints,
                !Elements.children(entity, Md.DSIG, "Signature").isEmpty());
    }

    private static List<Endpoint> endpoints(Element role) {
        return Elements.children(role).stream()
                .filter(child -> child.hasAttributeNS(null, "Binding"))
                .map(child -> new Endpoint(
                        role.getLocalName(),
                        child.getLocalName(),
                        child.getAttributeNS(null, "Binding"),
                        child.getAttributeNS(null, "Location"),
                        child.getAttributeNS(null, "ResponseLocation")))
                .toList();
    }
}
