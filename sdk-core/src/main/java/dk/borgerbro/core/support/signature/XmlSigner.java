package dk.borgerbro.core.support.signature;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dom.DOMStructure;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.SignedInfo;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.keyinfo.KeyInfo;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Signs elements of a document by their ids, with exclusive canonicalisation. Immutable and thread-safe as long as the key is; the document
 * is the caller's.
 */
public final class XmlSigner {
    private final SignatureAlgorithm algorithm;
    private final PrivateKey key;
    private final @Nullable Provider provider;

    private XmlSigner(SignatureAlgorithm algorithm, PrivateKey key, @Nullable Provider provider) {
        this.algorithm = algorithm;
        this.key = key;
        this.provider = provider;
    }

    /**
     * {@return a signer with the JDK's cryptography}
     *
     * @param profile must allow the algorithm
     * @throws IllegalArgumentException if algorithm, key and profile do not fit together
     */
    public static XmlSigner of(SignatureProfile profile, SignatureAlgorithm algorithm, PrivateKey key) {
        if (!profile.allows(algorithm)) {
            throw new IllegalArgumentException("the profile does not allow " + algorithm);
        }
        Optional<String> unfit = algorithm.unfit(key, profile);
        if (unfit.isPresent()) {
            throw new IllegalArgumentException(algorithm + ": " + unfit.get());
        }
        return new XmlSigner(algorithm, key, null);
    }

    /** {@return the same with the cryptography of a provider, which need not be registered} */
    public XmlSigner withProvider(Provider other) {
        return new XmlSigner(algorithm, key, other);
    }

    /**
     * Signs elements of a document that stand outside the signature.
     *
     * @param parent where the signature is put
     * @param before the child before which it is put, null for the end
     * @param targets attributes that hold the ids of the elements to sign, at least one
     * @param keyInfo elements that tell the receiver about the key; may be empty
     * @return the signature element
     */
    public Element sign(Element parent, @Nullable Node before, List<Attr> targets, List<Element> keyInfo) {
        return sign(parent, before, targets, keyInfo, Map.of());
    }

    /**
     * Signs as {@link #sign(Element, Node, List, List)}; where a target is a reference to a security token, the token is signed in its place.
     *
     * @param tokens token by reference element (WS-Security 1.0, section 8.3)
     */
    public Element sign(
            Element parent,
            @Nullable Node before,
            List<Attr> targets,
            List<Element> keyInfo,
            Map<Element, Element> tokens) {
        return sign(parent, before, targets, keyInfo, false, tokens);
    }

    /**
     * Signs an element and puts the signature into it.
     *
     * @param id attribute that holds the id of the element
     * @param before the child before which the signature is put, null for the end
     * @param keyInfo elements that tell the receiver about the key; may be empty
     * @return the signature element
     */
    public Element signEnveloped(Attr id, @Nullable Node before, List<Element> keyInfo) {
        return sign(id.getOwnerElement(), before, List.of(id), keyInfo, true, Map.of());
    }

    private Element sign(
            Element parent,
            @Nullable Node before,
            List<Attr> targets,
            List<Element> keyInfo,
            boolean enveloped,
            Map<Element, Element> tokens) {
        if (targets.isEmpty()) {
            throw new IllegalArgumentException("nothing to sign");
        }
        DOMSignContext context =
                before == null ? new DOMSignContext(key, parent) : new DOMSignContext(key, parent, before);
        context.setDefaultNamespacePrefix("ds");
        context.setProperty(TokenTransform.TOKENS, tokens);
        if (provider != null) {
            context.setProperty(SignatureFactory.PROVIDER_PROPERTY, provider);
        }
        try {
            XMLSignatureFactory factory =
                    tokens.isEmpty() ? SignatureFactory.create() : SignatureFactory.withTokenTransform();
            List<Reference> references = new ArrayList<>();
            for (Attr target : targets) {
                target.getOwnerElement().setIdAttributeNode(target, true);
                String last = tokens.containsKey(target.getOwnerElement())
                        ? TokenTransform.URI
                        : CanonicalizationMethod.EXCLUSIVE;
                references.add(reference(factory, target.getValue(), enveloped, last));
            }
            SignedInfo signedInfo = factory.newSignedInfo(
                    factory.newCanonicalizationMethod(CanonicalizationMethod.EXCLUSIVE, (C14NMethodParameterSpec) null),
                    factory.newSignatureMethod(algorithm.uri(), null),
                    references);
            XMLSignature signature = factory.newXMLSignature(signedInfo, keyInfo(factory, keyInfo));
            Node last = before == null ? parent.getLastChild() : before.getPreviousSibling();
            signature.sign(context);
            Element created = (Element) (last == null ? parent.getFirstChild() : last.getNextSibling());
            unwrapLines(created);
            return created;
        } catch (GeneralSecurityException | MarshalException | XMLSignatureException e) {
            throw new IllegalStateException("the key or its provider cannot sign with " + algorithm, e);
        }
    }

    /** The JDK breaks lines with a carriage return, which XML then has to write as a reference: some receivers stumble over that. */
    private static void unwrapLines(Element signature) {
        Node value = signature
                .getElementsByTagNameNS(XMLSignature.XMLNS, "SignatureValue")
                .item(0);
        value.setTextContent(value.getTextContent().replaceAll("\\s", ""));
    }

    private Reference reference(XMLSignatureFactory factory, String id, boolean enveloped, String transform)
            throws GeneralSecurityException {
        List<Transform> transforms = new ArrayList<>();
        if (enveloped) {
            transforms.add(factory.newTransform(Transform.ENVELOPED, (TransformParameterSpec) null));
        }
        transforms.add(factory.newTransform(transform, (TransformParameterSpec) null));
        DigestMethod digest = factory.newDigestMethod(algorithm.digestUri(), null);
        return factory.newReference("#" + id, digest, transforms, null, null);
    }

    private static @Nullable KeyInfo keyInfo(XMLSignatureFactory factory, List<Element> elements) {
        if (elements.isEmpty()) {
            return null;
        }
        return factory.getKeyInfoFactory()
                .newKeyInfo(elements.stream().map(DOMStructure::new).toList());
    }
}
