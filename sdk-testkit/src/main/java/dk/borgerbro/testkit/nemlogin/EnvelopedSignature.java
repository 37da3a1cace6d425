package dk.borgerbro.testkit.nemlogin;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import javax.xml.crypto.KeySelector;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;

/** Checks a signature inside a message by the JDK's own validation. */
final class EnvelopedSignature {
    private static final Set<String> WEAK = Set.of(
            SamlAlgorithms.RSA_MD5,
            SamlAlgorithms.RSA_SHA1,
            SamlAlgorithms.DSA_SHA1,
            SamlAlgorithms.ECDSA_SHA1,
            SamlAlgorithms.HMAC_SHA1,
            SamlAlgorithms.HMAC_SHA256,
            SamlAlgorithms.HMAC_SHA512);

    private EnvelopedSignature() {}

    static void verify(XmlPart message, List<X509Certificate> signing) {
        if (message.all("Signature").size() != 1) {
            throw new TechnicalError("the message is not signed: it has no single Signature of its own");
        }
        message.element().setIdAttribute("ID", true);
        for (X509Certificate certificate : signing) {
            if (verifies(message, certificate)) {
                return;
            }
        }
        throw new TechnicalError(
                "the signature is wrong: no signing certificate in the service provider's metadata verifies it");
    }

    private static boolean verifies(XmlPart message, X509Certificate certificate) {
        DOMValidateContext context = new DOMValidateContext(
                KeySelector.singletonKeySelector(certificate.getPublicKey()),
                message.at("Signature").element());
        context.setProperty("org.jcp.xml.dsig.secureValidation", true);
        try {
            XMLSignature signature = XMLSignatureFactory.getInstance("DOM").unmarshalXMLSignature(context);
            List<?> references = signature.getSignedInfo().getReferences();
            String own = "#" + message.get("@ID");
            if (references.size() != 1 || !own.equals(((Reference) references.get(0)).getURI())) {
                throw new TechnicalError("the signature does not cover the message and nothing else");
            }
            String algorithm = signature.getSignedInfo().getSignatureMethod().getAlgorithm();
            if (WEAK.contains(algorithm)) {
                throw new TechnicalError("the signature algorithm " + algorithm + " is not allowed");
            }
            return signature.validate(context);
        } catch (MarshalException | XMLSignatureException e) {
            return false;
        }
    }
}
