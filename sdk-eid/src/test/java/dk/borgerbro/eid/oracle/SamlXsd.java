package dk.borgerbro.eid.oracle;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.transform.Source;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.w3c.dom.Element;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** The schemas of OASIS and W3C as OpenSAML and Santuario carry them in their jars, in the order of their imports. */
public final class SamlXsd {
    private static final List<String> FILES = List.of(
            "/schema/xml.xsd",
            "/schema/xmldsig-core-schema.xsd",
            "/schema/xmldsig11-schema.xsd",
            "/schema/xenc-schema.xsd",
            "/schema/xenc11-schema.xsd",
            "/bindings/schemas/exc-c14n.xsd",
            "/schema/saml-schema-assertion-2.0.xsd",
            "/schema/saml-schema-protocol-2.0.xsd");
    private static final Schema SCHEMA = load();

    private SamlXsd() {}

    /** {@return whether the schemas take an element as root} */
    public static boolean accepts(Element root) {
        Validator validator = SCHEMA.newValidator();
        validator.setErrorHandler(new Strict());
        try {
            validator.validate(new DOMSource(root));
            return true;
        } catch (SAXException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Schema load() {
        try {
            SchemaFactory factory = SchemaFactory.newDefaultInstance();
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            // All files are given at once, so that no import needs to be followed.
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            return factory.newSchema(FILES.stream().map(SamlXsd::source).toArray(Source[]::new));
        } catch (SAXException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Source source(String name) {
        InputStream content = Objects.requireNonNull(SamlXsd.class.getResourceAsStream(name), name);
        return new StreamSource(content, name);
    }

    /** Stops at the first fault. */
    private static final class Strict implements ErrorHandler {
        @Override
        public void warning(SAXParseException exception) {}

        @Override
        public void error(SAXParseException exception) throws SAXException {
            throw exception;
        }

        @Override
        public void fatalError(SAXParseException exception) throws SAXException {
            throw exception;
        }
    }
}
