package dk.borgerbro.core.support.signature;

import dk.borgerbro.core.error.Finding;
import dk.borgerbro.core.support.xml.SafeXml;
import dk.borgerbro.core.support.xml.XmlLimits;
import java.io.IOException;
import java.io.InputStream;
import java.security.Provider;
import java.security.PublicKey;
import java.security.SignatureException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.crypto.KeySelector;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/**
 * Verifies one signature with a key that the caller trusts; what {@code KeyInfo} says is not looked at. Immutable and thread-safe.
 *
 * <p>The result is what was signed, read from the signed bytes. Whether that is the right element (the body, the one assertion) is for the
 * caller to check, by {@link SignedElement#original()}.
 */
public final class XmlSignatureVerifier {
    private final SignatureProfile profile;
    private final @Nullable Provider provider;

    private XmlSignatureVerifier(SignatureProfile profile, @Nullable Provider provider) {
        this.profile = profile;
        this.provider = provider;
    }

    /** {@return a verifier with the JDK's cryptography} */
    public static XmlSignatureVerifier of(SignatureProfile profile) {
        return new XmlSignatureVerifier(profile, null);
    }

    /** {@return the same with the cryptography of a provider, which need not be registered} */
    public XmlSignatureVerifier withProvider(Provider other) {
        return new XmlSignatureVerifier(profile, other);
    }

    /**
     * Verifies a signature.
     *
     * @param signature the {@code ds:Signature} element, in the document that it covers
     * @param key trusted by the caller
     * @return the signed elements, in the order of the references
     * @throws SignatureRefusedException if the signature does not hold, or is made of something that the profile refuses
     */
    public List<SignedElement> verify(Element signature, PublicKey key) throws SignatureRefusedException {
        SignatureStructure.Parts parts = SignatureStructure.check(signature, profile);
        Optional<String> unfit = parts.algorithm().unfit(key, profile);
        if (unfit.isPresent()) {
            throw SignatureRefusedException.because("XMLDSIG-6.4", "Signature/SignedInfo/SignatureMethod", unfit.get());
        }
        List<Element> targets = targets(signature, parts.references());
        DOMValidateContext context = context(signature, key);
        try {
            XMLSignature parsed = SignatureFactory.create().unmarshalXMLSignature(context);
            List<Finding> failures = failures(parsed, context);
            if (!failures.isEmpty()) {
                throw new SignatureRefusedException(failures);
            }
            return signed(parsed, targets);
        } catch (MarshalException | XMLSignatureException | RuntimeException e) {
            // The words of the cause may repeat the message.
            throw SignatureRefusedException.because("XMLDSIG-3.2", "Signature", "cannot be processed");
        }
    }

    private static List<Element> targets(Element signature, List<Element> references) throws SignatureRefusedException {
        Element root = signature.getOwnerDocument().getDocumentElement();
        ElementIds ids = new ElementIds(root);
        List<Element> targets = new ArrayList<>();
        for (Element reference : references) {
            String uri = reference.getAttributeNS(null, "URI");
            Attr id = uri.isEmpty() ? null : ids.only(uri.substring(1));
            if (id == null && !uri.isEmpty()) {
                throw SignatureRefusedException.because(
                        "XMLDSIG-4.4.3.2",
                        "Signature/SignedInfo/Reference[" + (targets.size() + 1) + "]",
                        "must point to exactly one element of the document");
            }
            Element target = id == null ? root : id.getOwnerElement();
            if (id != null) {
                target.setIdAttributeNode(id, true);
            }
            if (contains(signature, target)) {
                throw SignatureRefusedException.because(
                        "XMLDSIG-4.4.3.2", "Signature", "must not sign parts of itself");
            }
            targets.add(target);
        }
        return targets;
    }

    private static boolean contains(Element outer, Element inner) {
        return (outer.compareDocumentPosition(inner) & Element.DOCUMENT_POSITION_CONTAINED_BY) != 0
                || outer.isSameNode(inner);
    }

    private DOMValidateContext context(Element signature, PublicKey key) {
        DOMValidateContext context = new DOMValidateContext(KeySelector.singletonKeySelector(key), signature);
        context.setProperty("org.jcp.xml.dsig.secureValidation", !profile.isLegacy());
        context.setProperty("javax.xml.crypto.dsig.cacheReference", true);
        if (provider != null) {
            context.setProperty(SignatureFactory.PROVIDER_PROPERTY, provider);
        }
        return context;
    }

    private static List<Finding> failures(XMLSignature parsed, DOMValidateContext context)
            throws XMLSignatureException {
        List<Finding> failures = new ArrayList<>();
        if (!isValueRight(parsed, context)) {
            failures.add(Finding.error(
                    "XMLDSIG-3.2.2",
                    "Signature/SignatureValue",
                    "was not made with the trusted key, or SignedInfo was changed"));
        }
        List<Reference> references = references(parsed);
        for (int i = 0; i < references.size(); i++) {
            if (!references.get(i).validate(context)) {
                failures.add(Finding.error(
                        "XMLDSIG-3.2.1",
                        "Signature/SignedInfo/Reference[" + (i + 1) + "]",
                        "was changed after it was signed"));
            }
        }
        return failures;
    }

    /** A value of another length than the key's is an exception of the JCA's, not an answer. */
    private static boolean isValueRight(XMLSignature parsed, DOMValidateContext context) throws XMLSignatureException {
        try {
            return parsed.getSignatureValue().validate(context);
        } catch (XMLSignatureException e) {
            if (e.getCause() instanceof SignatureException) {
                return false;
            }
            throw e;
        }
    }

    private static List<SignedElement> signed(XMLSignature parsed, List<Element> targets)
            throws SignatureRefusedException {
        List<SignedElement> signed = new ArrayList<>();
        for (Reference reference : references(parsed)) {
            try (InputStream bytes = reference.getDigestInputStream()) {
                Element content = SafeXml.document(bytes, XmlLimits.TREE).getDocumentElement();
                signed.add(new SignedElement(targets.get(signed.size()), content));
            } catch (IOException e) {
                throw SignatureRefusedException.because(
                        "XMLDSIG-8.1.3", "Signature", "covers something that is not one element");
            }
        }
        return List.copyOf(signed);
    }

    private static List<Reference> references(XMLSignature parsed) {
        return parsed.getSignedInfo().getReferences();
    }
}
