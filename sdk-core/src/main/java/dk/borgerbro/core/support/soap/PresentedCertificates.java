package dk.borgerbro.core.support.soap;

import dk.borgerbro.core.support.signature.SignatureRefusedException;
import dk.borgerbro.core.support.xml.Elements;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.xml.crypto.dsig.XMLSignature;
import org.w3c.dom.Element;

/** Finds out which certificate a message claims was used. Looks only into the security header itself. */
final class PresentedCertificates {
    private static final String DS = XMLSignature.XMLNS;
    private static final int MOST = 10;

    private PresentedCertificates() {}

    static List<X509Certificate> of(Element security, Element signature) throws SignatureRefusedException {
        List<Element> encoded = new ArrayList<>();
        for (Element keyInfo : Elements.children(signature, DS, "KeyInfo")) {
            encoded.addAll(inKeyInfo(keyInfo));
            for (Element reference : Elements.children(keyInfo, Wss.WSSE, "SecurityTokenReference")) {
                encoded.addAll(inKeyInfo(reference));
                for (Element pointer : Elements.children(reference, Wss.WSSE, "Reference")) {
                    encoded.addAll(tokens(security, pointer.getAttributeNS(null, "URI")));
                }
            }
        }
        List<X509Certificate> certificates = new ArrayList<>();
        for (Element element : encoded.subList(0, Math.min(MOST, encoded.size()))) {
            certificates.add(decode(element.getTextContent()));
        }
        return List.copyOf(certificates);
    }

    private static List<Element> inKeyInfo(Element parent) {
        return Elements.children(parent, DS, "X509Data").stream()
                .flatMap(data -> Elements.children(data, DS, "X509Certificate").stream())
                .toList();
    }

    private static List<Element> tokens(Element security, String uri) {
        return Elements.children(security, Wss.WSSE, "BinarySecurityToken").stream()
                .filter(token -> uri.equals("#" + token.getAttributeNS(Wss.WSU, "Id")))
                .toList();
    }

    private static X509Certificate decode(String base64) throws SignatureRefusedException {
        try {
            byte[] der = Base64.getMimeDecoder().decode(base64);
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException | IllegalArgumentException e) {
            throw SignatureRefusedException.because(
                    SignerTrust.RULE, "Security/BinarySecurityToken", "is not an X.509 certificate");
        }
    }
}
