package dk.borgerbro.eid.internal.opensaml;

import dk.borgerbro.eid.internal.opensaml.SignatureAlgorithms.SignatureAlgorithm;
import dk.borgerbro.eid.internal.saml.EngineCheck;
import dk.borgerbro.eid.internal.saml.Refusal;
import dk.borgerbro.eid.internal.structure.Namespaces;
import java.security.Provider;
import java.security.PublicKey;
import java.util.List;
import java.util.Set;
import org.apache.xml.security.Init;
import org.apache.xml.security.exceptions.XMLSecurityException;
import org.apache.xml.security.signature.XMLSignature;
import org.jspecify.annotations.Nullable;
import org.opensaml.saml.common.SignableSAMLObject;
import org.opensaml.saml.saml2.core.impl.AssertionBuilder;
import org.opensaml.saml.security.impl.SAMLSignatureProfileValidator;
import org.opensaml.xmlsec.signature.impl.SignatureBuilder;
import org.opensaml.xmlsec.signature.impl.SignatureImpl;
import org.opensaml.xmlsec.signature.support.SignatureException;
import org.opensaml.xmlsec.signature.support.impl.SignatureAlgorithmValidator;
import org.w3c.dom.Element;

/**
 * Verifies the signature inside an element: first how it looks, by our own rules and then by OpenSAML's, then the mathematics by Santuario in
 * its secure mode, with each trusted key in turn. Keys and certificates in the message count for nothing. Thread-safe.
 */
final class SignatureVerifier {
    private static final Set<String> ALLOWED = SignatureAlgorithms.all();

    private final Crypto crypto;
    private final SAMLSignatureProfileValidator profile = new SAMLSignatureProfileValidator();
    private final SignatureAlgorithmValidator algorithms = new SignatureAlgorithmValidator(ALLOWED, Set.of());

    SignatureVerifier(Crypto crypto) {
        this.crypto = crypto;
        Init.init();
    }

    /** {@return the signature that stands directly in an element, null if there is none} */
    static @Nullable Element signatureOf(Element signed) {
        return Dom.child(signed, Namespaces.SIGNATURE, "Signature");
    }

    /**
     * Verifies.
     *
     * @param signed root of its document, structure checked
     * @throws Refusal of one of the {@code SIGNATURE} checks
     */
    void verify(Element signed, List<PublicKey> trusted) throws Refusal {
        Element signature = signatureOf(signed);
        if (signature == null) {
            throw new Refusal(EngineCheck.SIGNATURE_MISSING, "/" + signed.getLocalName(), "is not signed");
        }
        SignatureAlgorithm algorithm = SignatureForm.check(signature, signed);
        signed.setIdAttribute("ID", true);
        try {
            XMLSignature santuario = new XMLSignature(signature, "", true, provider(algorithm));
            secondOpinion(signature, santuario, signed);
            for (PublicKey key : trusted) {
                if (algorithm.accepts(key) && holds(santuario, key, algorithm)) {
                    return;
                }
            }
        } catch (XMLSecurityException | RuntimeException e) {
            throw wrongKey(signed);
        }
        throw wrongKey(signed);
    }

    private @Nullable Provider provider(SignatureAlgorithm algorithm) {
        String name = algorithm.jcaName();
        return name == null ? null : crypto.providerOf("Signature", name);
    }

    private boolean holds(XMLSignature signature, PublicKey key, SignatureAlgorithm algorithm) {
        try {
            return signature.checkSignatureValue(provider(algorithm) == null ? key : crypto.own(key));
        } catch (XMLSecurityException | RuntimeException e) {
            // A value that cannot be a signature at all, such as nothing but zeros under ECDSA.
            return false;
        }
    }

    /** OpenSAML asks for the objects that it would have made of the message; it looks at nothing in them but these. */
    private void secondOpinion(Element signature, XMLSignature santuario, Element signed) throws Refusal {
        SignatureImpl object = new SignatureBuilder().buildObject();
        object.setXMLSignature(santuario);
        SignableSAMLObject parent = parent(signed, object);
        parent.setDOM(signed);
        object.setDOM(signature);
        try {
            profile.validate(object);
        } catch (SignatureException e) {
            throw new Refusal(EngineCheck.SIGNATURE_FORM, "/Signature", "is not of SAML's signature profile");
        }
        try {
            algorithms.validate(object);
        } catch (SignatureException e) {
            throw new Refusal(EngineCheck.SIGNATURE_ALGORITHM, "/Signature", "uses an algorithm that is not allowed");
        }
    }

    private static SignableSAMLObject parent(Element signed, SignatureImpl signature) {
        var assertion = new AssertionBuilder().buildObject();
        assertion.setID(signed.getAttribute("ID"));
        assertion.setSignature(signature);
        return assertion;
    }

    private static Refusal wrongKey(Element signed) {
        return new Refusal(
                EngineCheck.SIGNATURE_KEY,
                "/" + signed.getLocalName() + "/Signature",
                "was made by no key that is trusted now, or what it covers was changed; compare with the identity provider's metadata");
    }
}
