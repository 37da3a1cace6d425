package dk.borgerbro.testkit.nemlogin;

import java.util.Base64;
import java.util.Locale;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Puts a {@code ds:Signature} into an element by a recipe, right or wrong. */
final class XmlSigner {
    private XmlSigner() {}

    /** Signs behind the element's Issuer, or as its first child where there is none. */
    static void sign(XmlPart signed, SignatureRecipe recipe, SeededRandom random) {
        XmlPart signature = insert(signed, recipe);
        XmlPart info = signature.at("SignedInfo");
        int number = 1;
        for (SignedReference reference : recipe.references()) {
            byte[] digest = digest(signed.element(), signature.element(), reference);
            info.at("Reference[" + number + "]")
                    .set("DigestValue", Base64.getEncoder().encodeToString(digest));
            number++;
        }
        recipe.signedInfo().apply(info);
        byte[] content = Canonical.of(info.element(), recipe.canonicalization());
        byte[] value = JcaSignature.sign(recipe.algorithm(), recipe.key(), content, random);
        signature.set("SignatureValue", Base64.getEncoder().encodeToString(value));
    }

    private static XmlPart insert(XmlPart signed, SignatureRecipe recipe) {
        StringBuilder xml = new StringBuilder("<ds:Signature><ds:SignedInfo>");
        xml.append("<ds:CanonicalizationMethod Algorithm=\"")
                .append(recipe.canonicalization())
                .append("\"/>");
        xml.append("<ds:SignatureMethod Algorithm=\"")
                .append(recipe.claimedAlgorithm())
                .append("\"/>");
        recipe.references().forEach(reference -> append(xml, reference, signed.get("@ID")));
        xml.append("</ds:SignedInfo><ds:SignatureValue/>");
        if (!recipe.keyInfo().isEmpty()) {
            xml.append("<ds:KeyInfo>").append(recipe.keyInfo()).append("</ds:KeyInfo>");
        }
        xml.append(recipe.object()).append("</ds:Signature>");
        boolean behindIssuer = !signed.all("Issuer").isEmpty();
        if (behindIssuer) {
            signed.after("Issuer", xml.toString());
        } else {
            signed.prepend("", xml.toString());
        }
        return signed.at("Signature");
    }

    private static void append(StringBuilder xml, SignedReference reference, String ownId) {
        xml.append("<ds:Reference URI=\"")
                .append(XmlText.escape(target(reference, ownId)))
                .append("\">");
        if (!reference.transforms().isEmpty()) {
            xml.append("<ds:Transforms>");
            for (SignedTransform transform : reference.transforms()) {
                xml.append("<ds:Transform Algorithm=\"")
                        .append(transform.algorithm())
                        .append("\">");
                xml.append(transform.content()).append("</ds:Transform>");
            }
            xml.append("</ds:Transforms>");
        }
        xml.append("<ds:DigestMethod Algorithm=\"").append(reference.digest()).append("\"/>");
        xml.append("<ds:DigestValue/></ds:Reference>");
    }

    private static String target(SignedReference reference, String ownId) {
        return reference.uri().equals(SignedReference.OWN) ? "#" + ownId : reference.uri();
    }

    private static byte[] digest(Element signed, Element signature, SignedReference reference) {
        String uri = target(reference, signed.getAttribute("ID"));
        Element root = signed.getOwnerDocument().getDocumentElement();
        Element target = uri.startsWith("#") ? byId(root, uri.substring(1), signed) : root;
        boolean enveloped = reference.transforms().stream()
                .anyMatch(transform -> transform.algorithm().equals(SamlAlgorithms.ENVELOPED));
        String canonicalization = reference.transforms().stream()
                .map(SignedTransform::algorithm)
                .filter(algorithm -> algorithm.toLowerCase(Locale.ROOT).contains("c14n"))
                .reduce(SamlAlgorithms.INCLUSIVE_C14N, (before, last) -> last);
        if (!enveloped) {
            return JcaSignature.digest(reference.digest(), Canonical.withoutComments(target, canonicalization));
        }
        Node next = signature.getNextSibling();
        signed.removeChild(signature);
        byte[] content = Canonical.withoutComments(target, canonicalization);
        signed.insertBefore(signature, next);
        return JcaSignature.digest(reference.digest(), content);
    }

    /** {@return the element with an ID; the signed one if nobody has it, so that dangling references can be made} */
    private static Element byId(Element root, String id, Element otherwise) {
        if (root.getAttribute("ID").equals(id) || root.getAttribute("Id").equals(id)) {
            return root;
        }
        for (Node child = root.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                Element found = byId(inner, id, otherwise);
                if (!found.equals(otherwise) || otherwise.getAttribute("ID").equals(id)) {
                    return found;
                }
            }
        }
        return otherwise;
    }
}
