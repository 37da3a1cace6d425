package dk.borgerbro.eid.oracle;

import dk.borgerbro.eid.internal.saml.EngineCheck;
import dk.borgerbro.eid.internal.saml.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Parsing, and simple steps through the tree. */
final class JdkTree {
    static final String SAML = "urn:oasis:names:tc:SAML:2.0:assertion";
    static final String SAMLP = "urn:oasis:names:tc:SAML:2.0:protocol";
    static final String DS = "http://www.w3.org/2000/09/xmldsig#";
    static final String XENC = "http://www.w3.org/2001/04/xmlenc#";
    static final String XENC11 = "http://www.w3.org/2009/xmlenc11#";

    private JdkTree() {}

    static Element parse(byte[] xml, EngineCheck check) throws Refusal {
        try {
            if (xml.length > 1_048_576) {
                throw new Refusal(check, "/", "too large");
            }
            int opened = 0;
            for (byte octet : xml) {
                if (octet == 0x3C) {
                    opened++;
                }
            }
            if (opened > 20_000) {
                throw new Refusal(check, "/", "too many tags");
            }
            Document document = builder().parse(new ByteArrayInputStream(xml));
            if (!document.getXmlVersion().equals("1.0")) {
                throw new Refusal(check, "/", "version");
            }
            walk(document.getDocumentElement(), 1, new HashSet<>(), check);
            return document.getDocumentElement();
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new Refusal(check, "/", "not well-formed");
        }
    }

    private static DocumentBuilder builder() throws ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        // Counted here; the JDK's own limit differs from one release to the next.
        factory.setAttribute("jdk.xml.maxElementDepth", 0);
        DocumentBuilder builder = factory.newDocumentBuilder();
        builder.setErrorHandler(new DefaultHandler());
        return builder;
    }

    private static void walk(Element element, int depth, Set<String> ids, EngineCheck check) throws Refusal {
        if (depth > 200) {
            throw new Refusal(check, "/", "too deep");
        }
        if ("http://www.w3.org/2001/XInclude".equals(element.getNamespaceURI())) {
            throw new Refusal(check, "/", "XInclude");
        }
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Node attribute = element.getAttributes().item(i);
            if (attribute.getLocalName().equalsIgnoreCase("id") && !ids.add(attribute.getNodeValue())) {
                throw new Refusal(check, "/", "same id twice");
            }
        }
        for (Element child : elements(element)) {
            walk(child, depth + 1, ids, check);
        }
    }

    static List<Element> elements(Element parent) {
        List<Element> found = new ArrayList<>();
        NodeList nodes = parent.getChildNodes();
        for (int i = 0; i < nodes.getLength(); i++) {
            if (nodes.item(i).getNodeType() == Node.ELEMENT_NODE) {
                found.add((Element) nodes.item(i));
            }
        }
        return found;
    }

    static List<Element> elements(Element parent, String namespace, String name) {
        return elements(parent).stream()
                .filter(one -> namespace.equals(one.getNamespaceURI()) && name.equals(one.getLocalName()))
                .toList();
    }

    /** {@return all elements below with a name of any namespace} */
    static List<Element> below(Element top, String name) {
        List<Element> found = new ArrayList<>();
        NodeList nodes = top.getElementsByTagNameNS("*", name);
        for (int i = 0; i < nodes.getLength(); i++) {
            found.add((Element) nodes.item(i));
        }
        return found;
    }
}
