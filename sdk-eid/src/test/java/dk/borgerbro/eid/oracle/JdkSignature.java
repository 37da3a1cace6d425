package dk.borgerbro.eid.oracle;

import dk.borgerbro.eid.internal.saml.EngineCheck;
import dk.borgerbro.eid.internal.saml.Refusal;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Set;
import javax.xml.crypto.AlgorithmMethod;
import javax.xml.crypto.KeySelector;
import javax.xml.crypto.KeySelectorException;
import javax.xml.crypto.KeySelectorResult;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.XMLCryptoContext;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.SignedInfo;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import javax.xml.crypto.dsig.keyinfo.KeyInfo;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** The JDK's XML Signature: what it has read is looked at, then it verifies in its secure mode. */
final class JdkSignature {
    private static final Set<String> CANONICALIZATIONS =
            Set.of("http://www.w3.org/2001/10/xml-exc-c14n#", "http://www.w3.org/2001/10/xml-exc-c14n#WithComments");
    private static final Set<String> DIGESTS = Set.of(
            "http://www.w3.org/2001/04/xmlenc#sha256",
            "http://www.w3.org/2001/04/xmldsig-more#sha384",
            "http://www.w3.org/2001/04/xmlenc#sha512");
    private static final Set<String> METHODS = Set.of(
            "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
            "http://www.w3.org/2001/04/xmldsig-more#rsa-sha384",
            "http://www.w3.org/2001/04/xmldsig-more#rsa-sha512",
            "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256",
            "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha384",
            "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha512",
            "http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1",
            "http://www.w3.org/2007/05/xmldsig-more#sha384-rsa-MGF1",
            "http://www.w3.org/2007/05/xmldsig-more#sha512-rsa-MGF1");

    private JdkSignature() {}

    static void verify(Element signed, List<PublicKey> trusted) throws Refusal {
        List<Element> signatures = JdkTree.elements(signed, JdkTree.DS, "Signature");
        if (signatures.isEmpty()) {
            throw new Refusal(EngineCheck.SIGNATURE_MISSING, "/", "none");
        }
        Element signature = signatures.get(0);
        // Nothing in it counts, and the JDK reads its certificates as soon as it sees them. No signature covers it.
        JdkTree.elements(signature, JdkTree.DS, "KeyInfo").forEach(signature::removeChild);
        form(signature, signed);
        algorithms(signature);
        for (PublicKey key : trusted) {
            if (isLongEnough(key) && holds(signature, signed, key)) {
                return;
            }
        }
        throw new Refusal(EngineCheck.SIGNATURE_KEY, "/", "no key");
    }

    /** By the text of the message: the JDK refuses to read what it does not know, and would not say which of the checks failed. */
    private static void form(Element signature, Element signed) throws Refusal {
        Element info = JdkTree.elements(signature, JdkTree.DS, "SignedInfo").get(0);
        List<Element> references = JdkTree.elements(info, JdkTree.DS, "Reference");
        List<String> transforms = references.stream()
                .flatMap(one -> JdkTree.elements(one, JdkTree.DS, "Transforms").stream())
                .flatMap(all -> JdkTree.elements(all).stream())
                .map(one -> one.getAttribute("Algorithm").strip())
                .toList();
        boolean good = references.size() == 1
                && references.get(0).getAttribute("URI").equals("#" + signed.getAttribute("ID"))
                && JdkTree.elements(signature, JdkTree.DS, "Object").isEmpty()
                && transforms.size() == 2
                && transforms.get(0).equals(Transform.ENVELOPED)
                && CANONICALIZATIONS.contains(transforms.get(1));
        if (!good) {
            throw new Refusal(EngineCheck.SIGNATURE_FORM, "/", "form");
        }
    }

    private static void algorithms(Element signature) throws Refusal {
        try {
            DOMValidateContext context = new DOMValidateContext(new NoKey(), signature);
            context.setProperty("org.jcp.xml.dsig.secureValidation", false);
            SignedInfo info = XMLSignatureFactory.getInstance("DOM")
                    .unmarshalXMLSignature(context)
                    .getSignedInfo();
            Reference reference = info.getReferences().get(0);
            if (METHODS.contains(info.getSignatureMethod().getAlgorithm())
                    && DIGESTS.contains(reference.getDigestMethod().getAlgorithm())
                    && CANONICALIZATIONS.contains(
                            info.getCanonicalizationMethod().getAlgorithm())) {
                return;
            }
        } catch (MarshalException | RuntimeException e) {
            // An algorithm that the JDK does not know.
        }
        throw new Refusal(EngineCheck.SIGNATURE_ALGORITHM, "/", "algorithm");
    }

    private static boolean holds(Element signature, Element signed, PublicKey key) {
        try {
            DOMValidateContext context = new DOMValidateContext(key, signature);
            context.setProperty("org.jcp.xml.dsig.secureValidation", true);
            context.setIdAttributeNS(signed, null, "ID");
            XMLSignature read = XMLSignatureFactory.getInstance("DOM").unmarshalXMLSignature(context);
            return read.validate(context);
        } catch (MarshalException | XMLSignatureException | RuntimeException e) {
            return false;
        }
    }

    private static boolean isLongEnough(PublicKey key) {
        if (key instanceof RSAPublicKey rsa) {
            return rsa.getModulus().bitLength() >= 2048;
        }
        return key instanceof ECPublicKey ec && ec.getParams().getOrder().bitLength() >= 256;
    }

    /** Nothing is verified while the message is only looked at. */
    private static final class NoKey extends KeySelector {
        @Override
        public KeySelectorResult select(
                @Nullable KeyInfo info, Purpose purpose, AlgorithmMethod method, XMLCryptoContext context)
                throws KeySelectorException {
            throw new KeySelectorException("nothing is to be verified");
        }
    }
}
