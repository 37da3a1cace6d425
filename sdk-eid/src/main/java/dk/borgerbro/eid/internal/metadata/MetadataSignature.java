package dk.borgerbro.eid.internal.metadata;

import dk.borgerbro.core.error.Finding;
import dk.borgerbro.core.error.InvalidMessageException;
import dk.borgerbro.core.support.signature.SignatureProfile;
import dk.borgerbro.core.support.signature.SignatureRefusedException;
import dk.borgerbro.core.support.signature.SignedElement;
import dk.borgerbro.core.support.signature.XmlSignatureVerifier;
import dk.borgerbro.core.support.xml.Elements;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The signature of metadata: on the entity, or on a list around it. */
final class MetadataSignature {
    private final List<PublicKey> signers;

    MetadataSignature(List<PublicKey> signers) {
        this.signers = List.copyOf(signers);
    }

    /** {@return what was signed around an entity, read from the signed bytes} */
    Element signed(Element entity) {
        List<Finding> findings = new ArrayList<>();
        for (Node at = entity; at instanceof Element element; at = at.getParentNode()) {
            for (Element signature : Elements.children(element, Md.DSIG, "Signature")) {
                for (PublicKey signer : signers) {
                    try {
                        return verified(signature, element, signer);
                    } catch (SignatureRefusedException e) {
                        findings.addAll(e.findings());
                    }
                }
            }
        }
        if (findings.isEmpty()) {
            throw Md.fault(
                    "3", "EntityDescriptor/Signature", "the metadata are not signed, but a signer is configured");
        }
        throw new InvalidMessageException(Md.CALL, findings.stream().distinct().toList());
    }

    private static Element verified(Element signature, Element covered, PublicKey signer)
            throws SignatureRefusedException {
        List<SignedElement> signed =
                XmlSignatureVerifier.of(SignatureProfile.strict()).verify(signature, signer);
        if (signed.size() != 1 || !signed.get(0).original().isSameNode(covered)) {
            throw SignatureRefusedException.because("SAML-MD-3", "Signature", "covers something else than its parent");
        }
        return signed.get(0).content();
    }
}
