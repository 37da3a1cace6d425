package dk.borgerbro.core.support.soap;

import java.util.List;
import java.util.Map;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/**
 * A token written into a security header.
 *
 * @param reference the {@code SecurityTokenReference} for {@code KeyInfo}, not yet in the tree
 * @param toSign ids of what must be signed to cover the token
 * @param dereferenced the token by the reference in the header through which it is signed, as it has no id that we may rely on
 */
record TokenHeader(Element reference, List<Attr> toSign, Map<Element, Element> dereferenced) {
    static TokenHeader write(Element security, SecurityToken token) {
        Element reference = security.getOwnerDocument().createElementNS(Wss.WSSE, "wsse:SecurityTokenReference");
        if (token instanceof SecurityToken.Binary binary) {
            Element element = SoapMessage.append(security, Wss.WSSE, "wsse:BinarySecurityToken");
            element.setAttributeNS(null, "EncodingType", Wss.BASE64);
            element.setAttributeNS(null, "ValueType", Wss.X509V3);
            element.setTextContent(binary.base64());
            Attr id = SoapSigner.id(element, "token");
            Element pointer = SoapMessage.append(reference, Wss.WSSE, "wsse:Reference");
            pointer.setAttributeNS(null, "URI", "#" + id.getValue());
            pointer.setAttributeNS(null, "ValueType", Wss.X509V3);
            return new TokenHeader(reference, List.of(id), Map.of());
        }
        if (token instanceof SecurityToken.KeyIdentifier known) {
            Element identifier = identifier(reference, Wss.SUBJECT_KEY_IDENTIFIER, known.base64());
            identifier.setAttributeNS(null, "EncodingType", Wss.BASE64);
            return new TokenHeader(reference, List.of(), Map.of());
        }
        SecurityToken.Saml saml = (SecurityToken.Saml) token;
        Element assertion =
                (Element) security.appendChild(security.getOwnerDocument().importNode(saml.assertion(), true));
        pointTo(reference, saml);
        Element inHeader = SoapMessage.append(security, Wss.WSSE, "wsse:SecurityTokenReference");
        pointTo(inHeader, saml);
        return new TokenHeader(
                reference, List.of(SoapSigner.id(inHeader, "token-reference")), Map.of(inHeader, assertion));
    }

    private static void pointTo(Element reference, SecurityToken.Saml saml) {
        reference.setAttributeNS(Wss.XMLNS, "xmlns:wsse11", Wss.WSSE11);
        reference.setAttributeNS(Wss.WSSE11, "wsse11:TokenType", Wss.SAML_V2);
        identifier(reference, Wss.SAML_ID, saml.identifier());
    }

    private static Element identifier(Element reference, String type, String value) {
        Element identifier = SoapMessage.append(reference, Wss.WSSE, "wsse:KeyIdentifier");
        identifier.setAttributeNS(null, "ValueType", type);
        identifier.setTextContent(value);
        return identifier;
    }
}
