package dk.borgerbro.core.internal.token;

import dk.borgerbro.core.support.xml.SafeXml;
import dk.borgerbro.core.support.xml.XmlLimits;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** The one thing that a client may know about an assertion that is not addressed to it: until when it holds. */
final class SamlAssertion {
    private static final String SAML = "urn:oasis:names:tc:SAML:2.0:assertion";

    private SamlAssertion() {}

    /**
     * {@return when the assertion ends}
     *
     * @param base64 the assertion as the STS hands it over
     * @param ifHidden the end to assume when the assertion is encrypted
     */
    static Instant end(String base64, Instant ifHidden) throws IOException {
        Element root = SafeXml.document(decode(base64), XmlLimits.TREE).getDocumentElement();
        if (!SAML.equals(root.getNamespaceURI())) {
            throw new IOException("the security token is no SAML 2.0 assertion");
        }
        if ("EncryptedAssertion".equals(root.getLocalName())) {
            return ifHidden;
        }
        NodeList children = root.getChildNodes();
        for (int i = 0; i < children.getLength(); i++) {
            if (isConditions(children.item(i))) {
                return instant(((Element) children.item(i)).getAttribute("NotOnOrAfter"));
            }
        }
        throw new IOException("the assertion has no Conditions, so its end is not known");
    }

    private static boolean isConditions(Node node) {
        return SAML.equals(node.getNamespaceURI()) && "Conditions".equals(node.getLocalName());
    }

    private static byte[] decode(String base64) throws IOException {
        try {
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new IOException("the security token is not base64");
        }
    }

    private static Instant instant(String text) throws IOException {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IOException("the assertion's NotOnOrAfter is no point in time");
        }
    }
}
