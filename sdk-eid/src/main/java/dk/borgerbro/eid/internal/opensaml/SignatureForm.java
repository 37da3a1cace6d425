package dk.borgerbro.eid.internal.opensaml;

import dk.borgerbro.eid.internal.opensaml.SignatureAlgorithms.SignatureAlgorithm;
import dk.borgerbro.eid.internal.saml.EngineCheck;
import dk.borgerbro.eid.internal.saml.Refusal;
import dk.borgerbro.eid.internal.structure.Namespaces;
import dk.borgerbro.eid.internal.structure.Texts;
import java.util.List;
import org.w3c.dom.Element;

/**
 * What a signature must look like before anything is computed (SAML core 5.4, and stricter): one reference, to the element that holds the
 * signature, through enveloped-signature and exclusive canonicalisation in this order, no objects, allowed algorithms.
 */
final class SignatureForm {
    private static final String ENVELOPED = Namespaces.SIGNATURE + "enveloped-signature";

    private final Element signature;
    private final String path;

    private SignatureForm(Element signature, String path) {
        this.signature = signature;
        this.path = path;
    }

    /** {@return the algorithm of a signature that looks right} */
    static SignatureAlgorithm check(Element signature, Element signed) throws Refusal {
        SignatureForm form = new SignatureForm(signature, "/" + signed.getLocalName() + "/Signature");
        form.form(signed.getAttribute("ID"));
        return form.algorithm();
    }

    private void form(String id) throws Refusal {
        List<Element> references = Dom.children(signedInfo(), Namespaces.SIGNATURE, "Reference");
        if (references.size() != 1) {
            throw wrong("must have exactly one Reference");
        }
        Element reference = references.get(0);
        if (!reference.getAttribute("URI").equals("#" + id)) {
            throw wrong("must refer to the ID of the element that it stands in");
        }
        if (Dom.child(signature, Namespaces.SIGNATURE, "Object") != null) {
            throw wrong("must not hold an Object");
        }
        Element holder = Dom.child(reference, Namespaces.SIGNATURE, "Transforms");
        List<Element> transforms = holder == null ? List.of() : Dom.children(holder, Namespaces.SIGNATURE, "Transform");
        if (transforms.size() != 2
                || !uri(transforms.get(0)).equals(ENVELOPED)
                || !SignatureAlgorithms.CANONICALIZATIONS.contains(uri(transforms.get(1)))) {
            throw wrong("must have the transforms enveloped-signature and exclusive canonicalisation, and no other");
        }
    }

    private SignatureAlgorithm algorithm() throws Refusal {
        String canonicalization = uri(Dom.required(signedInfo(), Namespaces.SIGNATURE, "CanonicalizationMethod"));
        Element reference = Dom.required(signedInfo(), Namespaces.SIGNATURE, "Reference");
        String digest = uri(Dom.required(reference, Namespaces.SIGNATURE, "DigestMethod"));
        Element method = Dom.required(signedInfo(), Namespaces.SIGNATURE, "SignatureMethod");
        SignatureAlgorithm algorithm = SignatureAlgorithms.signature(uri(method));
        if (algorithm == null
                || !SignatureAlgorithms.isDigest(digest)
                || !SignatureAlgorithms.CANONICALIZATIONS.contains(canonicalization)) {
            throw new Refusal(
                    EngineCheck.SIGNATURE_ALGORITHM,
                    path,
                    "uses an algorithm that is not allowed; RSA or ECDSA with SHA-256 or longer, and exclusive canonicalisation, are");
        }
        return algorithm;
    }

    private Element signedInfo() {
        return Dom.required(signature, Namespaces.SIGNATURE, "SignedInfo");
    }

    private static String uri(Element element) {
        return Texts.token(element.getAttribute("Algorithm"));
    }

    private Refusal wrong(String reason) {
        return new Refusal(EngineCheck.SIGNATURE_FORM, path, reason);
    }
}
