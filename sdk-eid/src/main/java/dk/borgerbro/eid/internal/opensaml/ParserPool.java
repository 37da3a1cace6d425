package dk.borgerbro.eid.internal.opensaml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * The JDK's own parser, hardened, and kept, since making one costs more than what it reads. Thread-safe.
 *
 * <p>A parser remembers each name that it ever saw. So that nobody can fill the memory with made-up names, each is dropped after a
 * bounded number of bytes, and after any failure.
 */
final class ParserPool {
    private static final int MOST_BYTES_PER_PARSER = 1 << 20;
    private static final int MOST_IDLE = 4;

    private final int depth;
    private final BlockingQueue<Parser> idle = new ArrayBlockingQueue<>(MOST_IDLE);

    ParserPool(int depth) {
        this.depth = depth;
    }

    /**
     * {@return the tree, with CDATA as text}
     *
     * @throws SAXException if it is not well-formed, has a document type or nests too deep
     * @throws IOException if its bytes are not in the encoding that it declares
     */
    Document parse(byte[] xml) throws SAXException, IOException {
        Parser kept = idle.poll();
        Parser parser = kept == null ? new Parser(builder()) : kept;
        Document document = parser.builder.parse(new ByteArrayInputStream(xml));
        parser.bytes += xml.length;
        if (parser.bytes <= MOST_BYTES_PER_PARSER) {
            idle.offer(parser);
        }
        return document;
    }

    private DocumentBuilder builder() {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        try {
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            // The whole tree is looked at anyway; putting off half of the work makes it dearer.
            factory.setFeature("http://apache.org/xml/features/dom/defer-node-expansion", false);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            factory.setAttribute("jdk.xml.maxElementDepth", depth);
            factory.setNamespaceAware(true);
            factory.setXIncludeAware(false);
            factory.setCoalescing(true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Strict());
            return builder;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the JDK's XML parser does not know a setting that makes it safe", e);
        }
    }

    /** A parser and how much it has read. */
    private static final class Parser {
        private final DocumentBuilder builder;
        private long bytes;

        Parser(DocumentBuilder builder) {
            this.builder = builder;
        }
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
