package dk.borgerbro.eid.saml;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.Source;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A login request as an identity provider reads it, with nothing of ours but its address. */
final class SentRequest {
    private static final String XSD = "/dk/borgerbro/testkit/nemlogin/xsd/";
    private static final Schema SCHEMA = schema();

    final Map<String, String> parameters = new LinkedHashMap<>();
    final Document document;
    private final String signed;

    SentRequest(URI uri) throws Exception {
        String query = uri.getRawQuery();
        for (String part : query.split("&", -1)) {
            int equals = part.indexOf('=');
            parameters.put(
                    part.substring(0, equals), URLDecoder.decode(part.substring(equals + 1), StandardCharsets.UTF_8));
        }
        signed = query.substring(query.indexOf("SAMLRequest="), query.indexOf("&Signature="));
        byte[] deflated = Base64.getDecoder().decode(parameters.get("SAMLRequest"));
        try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(deflated), new Inflater(true))) {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            document = factory.newDocumentBuilder().parse(in);
        }
    }

    boolean isSignedBy(PublicKey key) throws Exception {
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(key);
        signature.update(signed.getBytes(StandardCharsets.US_ASCII));
        return signature.verify(Base64.getDecoder().decode(parameters.get("Signature")));
    }

    void requireValid() throws Exception {
        SCHEMA.newValidator().validate(new DOMSource(document));
    }

    String attribute(String name) {
        return root().getAttribute(name);
    }

    boolean has(String attribute) {
        return root().hasAttribute(attribute);
    }

    /** {@return names of the root's children, in order} */
    List<String> children() {
        List<String> names = new ArrayList<>();
        NodeList nodes = root().getChildNodes();
        for (int i = 0; i < nodes.getLength(); i++) {
            names.add(nodes.item(i).getLocalName());
        }
        return names;
    }

    /** {@return texts of all elements of a name, in order} */
    List<String> texts(String name) {
        NodeList nodes = document.getElementsByTagNameNS("*", name);
        return Stream.iterate(0, i -> i < nodes.getLength(), i -> i + 1)
                .map(i -> nodes.item(i).getTextContent())
                .toList();
    }

    Element only(String name) {
        return (Element) document.getElementsByTagNameNS("*", name).item(0);
    }

    private Element root() {
        return document.getDocumentElement();
    }

    private static Schema schema() {
        Source[] sources = Stream.of(
                        "xml.xsd",
                        "xmldsig-core-schema.xsd",
                        "xenc-schema.xsd",
                        "saml-schema-assertion-2.0.xsd",
                        "saml-schema-protocol-2.0.xsd",
                        "nemlogin-extensions.xsd")
                .map(name -> new StreamSource(
                        SentRequest.class.getResource(XSD + name).toString()))
                .toArray(Source[]::new);
        try {
            return SchemaFactory.newDefaultInstance().newSchema(sources);
        } catch (org.xml.sax.SAXException e) {
            throw new IllegalStateException(e);
        }
    }
}
