package dk.borgerbro.testkit.digitalpost;

import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;

/** Reads and validates one MeMo as a stream; memory does not grow with the documents. Thread-safe. */
final class MemoReader {
    private final MemoSchemas schemas = new MemoSchemas();

    /**
     * {@return what the message says}
     *
     * @throws Refusal if it is no valid MeMo of its version
     * @throws IOException if the body ended early
     */
    Memo read(InputStream body) throws IOException {
        MessageDigest digest = sha256();
        BodyCopy copy = new BodyCopy(new DigestInputStream(body, digest));
        MemoFilter filter = new MemoFilter(schemas);
        try {
            filter.setParent(parser());
            filter.parse(new InputSource(copy));
        } catch (SAXParseException e) {
            throw new Refusal(
                    400,
                    "memo.not.well-formed",
                    "line " + e.getLineNumber() + ", column " + e.getColumnNumber() + ": not well-formed XML");
        } catch (SAXException e) {
            throw new Refusal(400, "memo.not.well-formed", "not well-formed XML");
        }
        if (!filter.findings().isEmpty()) {
            throw new Refusal(
                    400,
                    "memo.invalid",
                    "the message breaks the schema of MeMo " + filter.version(),
                    filter.findings());
        }
        copy.readToEnd();
        return new Memo(
                filter.version(),
                filter.facts(),
                filter.documents(),
                copy.length(),
                HexFormat.of().formatHex(digest.digest()),
                copy.text());
    }

    private static XMLReader parser() throws SAXException {
        SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance();
        try {
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newSAXParser().getXMLReader();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the JDK's parser cannot be made safe", e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
