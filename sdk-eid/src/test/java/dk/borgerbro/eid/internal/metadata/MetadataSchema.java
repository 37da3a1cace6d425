package dk.borgerbro.eid.internal.metadata;

import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.SAXException;

/** The published schema of metadata, from the test kit; nothing is loaded from the addresses in it. */
final class MetadataSchema {
    private static final Schema SCHEMA = compile();

    private MetadataSchema() {}

    static Schema get() {
        return SCHEMA;
    }

    private static Schema compile() {
        SchemaFactory factory = SchemaFactory.newDefaultInstance();
        try {
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            return factory.newSchema(Stream.of(
                            "xml.xsd",
                            "xmldsig-core-schema.xsd",
                            "xmldsig11-schema.xsd",
                            "xenc-schema.xsd",
                            "xenc11-schema.xsd",
                            "saml-schema-assertion-2.0.xsd",
                            "saml-schema-metadata-2.0.xsd")
                    .map(name -> new StreamSource(MetadataSchema.class
                            .getResource("/dk/borgerbro/testkit/nemlogin/xsd/" + name)
                            .toString()))
                    .toArray(Source[]::new));
        } catch (SAXException e) {
            throw new IllegalStateException(e);
        }
    }
}
