package dk.borgerbro.core.support.xml;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * The JDK's parsers, hardened: document types refused, nothing loaded from outside, limits on everything that an attacker can grow. Always the
 * JDK's own, whatever else is on the class path, so that the settings reach the parser they were tested with.
 *
 * <p>The JDK's stream reader prints one line to standard error, without content, when it meets bytes that are not UTF-8; it has no switch.
 */
public final class SafeXml {
    private static final String LIMIT = "jdk.xml.";

    private SafeXml() {}

    /**
     * {@return the tree of a document}
     *
     * @param in read to its end, not closed
     * @throws XmlReadingException if it is not well-formed, has a document type or goes over a limit
     * @throws IOException if the source fails
     */
    public static Document document(InputStream in, XmlLimits limits) throws IOException {
        GuardedStream guard = new GuardedStream(in, limits).inOnePiece();
        try {
            Document document = builder(limits).parse(guard);
            if (!"1.0".equals(document.getXmlVersion())) {
                throw XmlRule.WELL_FORMED.broken("", 1, 1);
            }
            TreeLimits.check(document, limits);
            return document;
        } catch (SAXParseException e) {
            throw ParserFailure.of(guard, e, e.getLineNumber(), e.getColumnNumber());
        } catch (XmlReadingException e) {
            throw e;
        } catch (SAXException | IOException | RuntimeException e) {
            throw ParserFailure.of(guard, e, 0, 0);
        }
    }

    /** {@return the tree of a document in memory, as {@link #document(InputStream, XmlLimits)}} */
    public static Document document(byte[] content, XmlLimits limits) throws IOException {
        return document(new ByteArrayInputStream(content), limits);
    }

    /** {@return a new, empty document} */
    public static Document newDocument() {
        return builder(XmlLimits.TREE).newDocument();
    }

    /** {@return a document as UTF-8, such that its signatures still hold when it is read again} */
    public static byte[] bytes(Document document) {
        try {
            TransformerFactory factory = TransformerFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            Transformer printer = factory.newTransformer();
            printer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            printer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            printer.transform(new DOMSource(document), new StreamResult(out));
            return out.toByteArray();
        } catch (TransformerException e) {
            throw new IllegalStateException("the tree cannot be written as XML");
        }
    }

    static XMLStreamReader stream(GuardedStream in) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing is loaded from outside");
        });
        return factory.createXMLStreamReader(in);
    }

    /** {@return a factory of tree parsers with all that makes them safe; what else is set on it is for its user to decide} */
    public static DocumentBuilderFactory factory(XmlLimits limits) {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        try {
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            // The parser's own limits stop it early; the exact ones are checked on the tree.
            factory.setAttribute(LIMIT + "maxElementDepth", limits.depth());
            factory.setAttribute(LIMIT + "elementAttributeLimit", limits.attributes() + 32);
            factory.setNamespaceAware(true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            return factory;
        } catch (ParserConfigurationException e) {
            throw unsafe(e);
        }
    }

    /** {@return a parser that throws what is wrong instead of printing it} */
    public static DocumentBuilder parser(DocumentBuilderFactory factory) {
        try {
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Strict());
            return builder;
        } catch (ParserConfigurationException e) {
            throw unsafe(e);
        }
    }

    private static DocumentBuilder builder(XmlLimits limits) {
        return parser(factory(limits));
    }

    private static IllegalStateException unsafe(ParserConfigurationException e) {
        return new IllegalStateException("the JDK's XML parser does not know a setting that makes it safe", e);
    }

    /** Without it the parser prints to standard error. */
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
