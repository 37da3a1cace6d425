package dk.borgerbro.eid.internal.opensaml;

import dk.borgerbro.core.support.xml.SafeXml;
import dk.borgerbro.core.support.xml.XmlLimits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/**
 * The JDK's own parser, hardened, and kept, since making one costs more than what it reads. Thread-safe.
 *
 * <p>A parser remembers each name that it ever saw. So that nobody can fill the memory with made-up names, each is dropped after a
 * bounded number of bytes, and after any failure.
 */
final class ParserPool {
    private static final int MOST_BYTES_PER_PARSER = 1 << 20;
    private static final int MOST_IDLE = 4;

    private final XmlLimits limits;
    private final BlockingQueue<Parser> idle = new ArrayBlockingQueue<>(MOST_IDLE);

    ParserPool(int depth) {
        this.limits = XmlLimits.TREE.withDepth(depth);
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
        DocumentBuilderFactory factory = SafeXml.factory(limits);
        try {
            // The whole tree is looked at anyway; putting off half of the work makes it dearer.
            factory.setFeature("http://apache.org/xml/features/dom/defer-node-expansion", false);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the JDK's XML parser does not know a setting of its own", e);
        }
        factory.setCoalescing(true);
        return SafeXml.parser(factory);
    }

    /** A parser and how much it has read. */
    private static final class Parser {
        private final DocumentBuilder builder;
        private long bytes;

        Parser(DocumentBuilder builder) {
            this.builder = builder;
        }
    }
}
