package dk.borgerbro.core.support.soap;

import dk.borgerbro.core.support.xml.SafeXml;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * A request to be sent: what stands in the body, the addressing, and further header blocks. Immutable, if nobody changes the elements that it was
 * given; they are copied into each envelope.
 */
public final class SoapMessage {
    private final SoapVersion version;
    private final Element payload;
    private final @Nullable WsAddressing addressing;
    private final List<Element> headers;

    private SoapMessage(
            SoapVersion version, Element payload, @Nullable WsAddressing addressing, List<Element> headers) {
        this.version = version;
        this.payload = payload;
        this.addressing = addressing;
        this.headers = List.copyOf(headers);
    }

    /** {@return a message without headers} */
    public static SoapMessage of(SoapVersion version, Element payload) {
        return new SoapMessage(version, payload, null, List.of());
    }

    /** {@return this message with addressing headers} */
    public SoapMessage withAddressing(WsAddressing headersToWrite) {
        return new SoapMessage(version, payload, headersToWrite, headers);
    }

    /** {@return this message with a further header block} */
    public SoapMessage withHeader(Element block) {
        List<Element> more = new ArrayList<>(headers);
        more.add(block);
        return new SoapMessage(version, payload, addressing, more);
    }

    /** {@return the message without any security header, for services that rely on the connection alone} */
    public byte[] toBytes() {
        return SafeXml.bytes(toDocument());
    }

    /** Builds a new tree. */
    Document toDocument() {
        Document document = SafeXml.newDocument();
        Element envelope = document.createElementNS(version.namespace(), "soap:Envelope");
        envelope.setAttributeNS(Wss.XMLNS, "xmlns:soap", version.namespace());
        document.appendChild(envelope);
        Element header = append(envelope, version.namespace(), "soap:Header");
        if (addressing != null) {
            text(header, "Action", addressing.action());
            text(header, "MessageID", addressing.messageId());
            text(header, "To", addressing.to());
            if (addressing.replyTo() != null) {
                text(declare(append(header, Wss.WSA, "wsa:ReplyTo")), "Address", addressing.replyTo());
            }
        }
        headers.forEach(block -> header.appendChild(document.importNode(block, true)));
        Element body = append(envelope, version.namespace(), "soap:Body");
        body.appendChild(document.importNode(payload, true));
        return document;
    }

    SoapVersion version() {
        return version;
    }

    private static void text(Element parent, String name, String text) {
        declare(append(parent, Wss.WSA, "wsa:" + name)).setTextContent(text);
    }

    private static Element declare(Element element) {
        element.setAttributeNS(Wss.XMLNS, "xmlns:wsa", Wss.WSA);
        return element;
    }

    static Element append(Element parent, String namespace, String name) {
        Element child = parent.getOwnerDocument().createElementNS(namespace, name);
        parent.appendChild(child);
        return child;
    }

    @Override
    public String toString() {
        return "SoapMessage(" + version + ")";
    }
}
