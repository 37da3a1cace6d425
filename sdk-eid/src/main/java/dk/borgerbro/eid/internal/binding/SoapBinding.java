package dk.borgerbro.eid.internal.binding;

import dk.borgerbro.core.support.signature.SignatureRefusedException;
import dk.borgerbro.core.support.soap.SoapEnvelope;
import dk.borgerbro.core.support.soap.SoapVersion;
import dk.borgerbro.core.support.xml.Elements;
import dk.borgerbro.core.support.xml.SafeXml;
import dk.borgerbro.core.support.xml.XmlLimits;
import dk.borgerbro.core.support.xml.XmlReadingException;
import dk.borgerbro.eid.HttpAnswer;
import dk.borgerbro.eid.IncomingRequest;
import dk.borgerbro.eid.internal.saml.EngineCheck;
import dk.borgerbro.eid.internal.saml.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.XMLConstants;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/** Reads requests and writes answers of the SOAP binding (SAML bindings 3.2), on SOAP 1.1. The SOAPAction header has no say. */
public final class SoapBinding {
    private static final String MEDIA_TYPE = "text/xml";
    private static final String SOAP = SoapVersion.SOAP_1_1.namespace();
    private static final Map<String, String> HEADERS =
            Map.of("Content-Type", "text/xml; charset=utf-8", "Cache-Control", "no-store");

    private SoapBinding() {}

    /** {@return whether a request claims to be SOAP 1.1, so that whoever sent it gets SOAP back} */
    public static boolean isSoap(IncomingRequest request) {
        return request.method().equals("POST") && FormReader.mediaType(request).equals(MEDIA_TYPE);
    }

    /**
     * {@return the request in an envelope, as a document of its own}
     *
     * @throws TransportFault if there is not one message in a SOAP 1.1 envelope, or it is too large
     * @throws Refusal of {@link EngineCheck#XML}
     */
    public static BoundMessage read(IncomingRequest request) throws TransportFault, Refusal {
        Document document = parse(FormReader.body(request));
        SoapEnvelope envelope = envelope(document);
        if (envelope.headers().stream()
                .anyMatch(
                        header -> header.getAttributeNS(SOAP, "mustUnderstand").equals("1"))) {
            throw new TransportFault("Envelope/Header", "holds a block that must be understood, and is not");
        }
        List<Element> content = Elements.children(envelope.body());
        if (content.size() != 1) {
            throw new TransportFault("Envelope/Body", "must hold one message, but holds " + content.size());
        }
        return new BoundMessage(MessageParameter.REQUEST, alone(content.get(0)), Optional.empty());
    }

    /** {@return the answer that carries a message, which may be signed} */
    public static HttpAnswer answer(byte[] xml) {
        return HttpAnswer.of(200, HEADERS, envelope(new String(xml, StandardCharsets.UTF_8)));
    }

    /** {@return the answer to a request that is not to be believed; says nothing of it} */
    public static HttpAnswer fault() {
        String fault = "<soap:Fault><faultcode>soap:Client</faultcode>"
                + "<faultstring>The request was refused.</faultstring></soap:Fault>";
        return HttpAnswer.of(500, HEADERS, envelope(fault));
    }

    private static String envelope(String body) {
        return "<soap:Envelope xmlns:soap=\"" + SOAP + "\"><soap:Body>" + body + "</soap:Body></soap:Envelope>";
    }

    private static Document parse(byte[] body) throws Refusal {
        try {
            return SafeXml.document(body, XmlLimits.TREE);
        } catch (XmlReadingException e) {
            throw new Refusal(
                    EngineCheck.XML, "Envelope", "is not well-formed, has a document type or goes over a limit");
        } catch (IOException e) {
            throw new Refusal(EngineCheck.XML, "Envelope", "cannot be read");
        }
    }

    private static SoapEnvelope envelope(Document document) throws TransportFault {
        try {
            SoapEnvelope envelope = SoapEnvelope.of(document);
            if (envelope.version() != SoapVersion.SOAP_1_1) {
                throw new TransportFault("Envelope", "is of another version than SOAP 1.1");
            }
            return envelope;
        } catch (SignatureRefusedException e) {
            throw new TransportFault("Envelope", "is no SOAP envelope with at most one Header and one Body");
        }
    }

    /** With the namespaces of the envelope around it, which its names and its signature may rest on. */
    private static byte[] alone(Element message) {
        Document document = SafeXml.newDocument();
        Element root = (Element) document.importNode(message, true);
        document.appendChild(root);
        for (Node at = message.getParentNode(); at instanceof Element; at = at.getParentNode()) {
            NamedNodeMap attributes = at.getAttributes();
            for (int i = 0; i < attributes.getLength(); i++) {
                Attr attribute = (Attr) attributes.item(i);
                boolean declares = XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(attribute.getNamespaceURI());
                if (declares && !root.hasAttributeNS(XMLConstants.XMLNS_ATTRIBUTE_NS_URI, attribute.getLocalName())) {
                    root.setAttributeNS(XMLConstants.XMLNS_ATTRIBUTE_NS_URI, attribute.getName(), attribute.getValue());
                }
            }
        }
        return SafeXml.bytes(document);
    }
}
