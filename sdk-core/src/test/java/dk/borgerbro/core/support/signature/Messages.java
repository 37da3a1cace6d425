package dk.borgerbro.core.support.signature;

import dk.borgerbro.core.support.xml.SafeXml;
import dk.borgerbro.core.support.xml.XmlLimits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.crypto.dsig.XMLSignature;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Small messages to sign, to tamper with as text, and to read again. */
final class Messages {
    static final String PLAIN =
            "<m:Message xmlns:m=\"urn:m\"><m:Header Id=\"head\">hello</m:Header><m:Body Id=\"body\"><m:Amount>100</m:Amount></m:Body></m:Message>";
    static final String ASSERTION =
            "<s:Response xmlns:s=\"urn:s\"><s:Assertion ID=\"a1\"><s:NameID>kirsten</s:NameID></s:Assertion></s:Response>";

    private Messages() {}

    static Document parse(String text) {
        try {
            return SafeXml.document(text.getBytes(StandardCharsets.UTF_8), XmlLimits.TREE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String print(Document document) {
        return new String(SafeXml.bytes(document), StandardCharsets.UTF_8);
    }

    static Element element(Document document, String local) {
        return (Element) document.getElementsByTagNameNS("*", local).item(0);
    }

    static Element signature(Document document) {
        return (Element)
                document.getElementsByTagNameNS(XMLSignature.XMLNS, "Signature").item(0);
    }

    static Attr id(Document document, String local) {
        Element element = element(document, local);
        return element.hasAttribute("ID") ? element.getAttributeNode("ID") : element.getAttributeNode("Id");
    }

    /** The plain message with a detached signature over some of its elements, as text. */
    static String signed(SignatureProfile profile, SignatureAlgorithm algorithm, String... elements) {
        Document document = parse(PLAIN);
        List<Attr> ids = new ArrayList<>();
        for (String element : elements) {
            ids.add(id(document, element));
        }
        XmlSigner.of(profile, algorithm, TestKeys.of(algorithm).getPrivate())
                .sign(document.getDocumentElement(), null, ids, List.of());
        return print(document);
    }

    static String signed() {
        return signed(SignatureProfile.strict(), SignatureAlgorithm.RSA_SHA256, "Body");
    }

    /** A response whose assertion carries an enveloped signature, as text. */
    static String assertion() {
        Document document = parse(ASSERTION);
        XmlSigner.of(SignatureProfile.strict(), SignatureAlgorithm.RSA_SHA256, TestKeys.RSA.getPrivate())
                .signEnveloped(id(document, "Assertion"), element(document, "NameID"), List.of());
        return print(document);
    }
}
