package dk.borgerbro.core.support.soap;

import dk.borgerbro.core.support.signature.XmlSigner;
import dk.borgerbro.core.support.xml.Elements;
import dk.borgerbro.core.support.xml.SafeXml;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Puts a security header with time stamp, token and signature into messages. Immutable; thread-safe as the key is. The same message at the same
 * time gives the same bytes, where the algorithm does.
 */
public final class SoapSigner {
    private static final String DEFAULT_MUST_UNDERSTAND = "1";

    private final XmlSigner signer;
    private final SecurityToken token;
    private final Set<SignedPart> parts;
    private final Duration lifetime;
    private final Clock clock;

    private SoapSigner(XmlSigner signer, SecurityToken token, Set<SignedPart> parts, Duration lifetime, Clock clock) {
        this.signer = signer;
        this.token = token;
        this.parts = EnumSet.copyOf(parts);
        this.lifetime = lifetime;
        this.clock = clock;
    }

    /**
     * {@return a signer of body, time stamp, token and addressing, whose messages are valid for five minutes}
     *
     * @param signer algorithm and key
     * @param token tells the receiver which key it is
     */
    public static SoapSigner of(XmlSigner signer, SecurityToken token, Clock clock) {
        return new SoapSigner(
                signer,
                token,
                EnumSet.of(SignedPart.BODY, SignedPart.TIMESTAMP, SignedPart.TOKEN, SignedPart.ADDRESSING),
                Duration.ofMinutes(5),
                clock);
    }

    /** {@return the same for other parts; the body is always one of them} */
    public SoapSigner withParts(Set<SignedPart> others) {
        Set<SignedPart> withBody = EnumSet.of(SignedPart.BODY);
        withBody.addAll(others);
        return new SoapSigner(signer, token, withBody, lifetime, clock);
    }

    /** {@return the same with another validity of messages} */
    public SoapSigner withLifetime(Duration other) {
        return new SoapSigner(signer, token, parts, other, clock);
    }

    /** {@return the signed message, in UTF-8} */
    public byte[] sign(SoapMessage message) {
        Document document = message.toDocument();
        Element envelope = document.getDocumentElement();
        Element header = Elements.children(envelope).get(0);
        Element body = Elements.children(envelope).get(1);
        List<Element> blocks = Elements.children(header);
        Element security = SoapMessage.append(header, Wss.WSSE, "wsse:Security");
        security.setAttributeNS(Wss.XMLNS, "xmlns:wsse", Wss.WSSE);
        security.setAttributeNS(Wss.XMLNS, "xmlns:wsu", Wss.WSU);
        security.setAttributeNS(message.version().namespace(), "soap:mustUnderstand", DEFAULT_MUST_UNDERSTAND);

        TokenHeader tokenHeader = TokenHeader.write(security, token);
        Element timestamp = timestamp(security);
        List<Attr> targets = new ArrayList<>();
        if (parts.contains(SignedPart.TOKEN)) {
            targets.addAll(tokenHeader.toSign());
        }
        if (parts.contains(SignedPart.TIMESTAMP)) {
            targets.add(id(timestamp, "timestamp"));
        }
        for (Element block : blocks) {
            boolean addressing = Wss.WSA.equals(block.getNamespaceURI());
            if (parts.contains(addressing ? SignedPart.ADDRESSING : SignedPart.OTHER_HEADERS)) {
                targets.add(id(block, "header-" + targets.size()));
            }
        }
        targets.add(id(body, "body"));
        signer.sign(security, null, targets, List.of(tokenHeader.reference()), tokenHeader.dereferenced());
        return SafeXml.bytes(document);
    }

    private Element timestamp(Element security) {
        Element timestamp = SoapMessage.append(security, Wss.WSU, "wsu:Timestamp");
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        SoapMessage.append(timestamp, Wss.WSU, "wsu:Created").setTextContent(now.toString());
        SoapMessage.append(timestamp, Wss.WSU, "wsu:Expires")
                .setTextContent(now.plus(lifetime).toString());
        return timestamp;
    }

    /** Gives an element an id, unless it has one. */
    static Attr id(Element element, String name) {
        if (!element.hasAttributeNS(Wss.WSU, "Id")) {
            element.setAttributeNS(Wss.XMLNS, "xmlns:wsu", Wss.WSU);
            element.setAttributeNS(Wss.WSU, "wsu:Id", "borgerbro-" + name);
        }
        return element.getAttributeNodeNS(Wss.WSU, "Id");
    }
}
