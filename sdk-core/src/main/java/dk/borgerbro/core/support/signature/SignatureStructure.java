package dk.borgerbro.core.support.signature;

import dk.borgerbro.core.error.Finding;
import dk.borgerbro.core.support.xml.Elements;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.XMLSignature;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Holds a signature against a profile before any cryptography, and before anything in it is resolved. */
final class SignatureStructure {
    private static final String DS = XMLSignature.XMLNS;
    private static final Pattern SAME_DOCUMENT = Pattern.compile("|#[\\p{L}_][\\p{L}\\p{N}._-]*");

    private final SignatureProfile profile;
    private final List<Finding> findings = new ArrayList<>();
    private @Nullable SignatureAlgorithm algorithm;

    private SignatureStructure(SignatureProfile profile) {
        this.profile = profile;
    }

    /** What a signature that passed is made of. */
    record Parts(SignatureAlgorithm algorithm, List<Element> references) {}

    static Parts check(Element signature, SignatureProfile profile) throws SignatureRefusedException {
        SignatureStructure check = new SignatureStructure(profile);
        List<Element> references = check.signature(signature);
        if (!check.findings.isEmpty() || check.algorithm == null) {
            throw new SignatureRefusedException(check.findings);
        }
        return new Parts(check.algorithm, references);
    }

    private List<Element> signature(Element signature) {
        List<Element> parts = Elements.children(signature);
        List<String> names = parts.stream().map(SignatureStructure::name).toList();
        if (!name(signature).equals("Signature")
                || !(names.equals(List.of("SignedInfo", "SignatureValue"))
                        || names.equals(List.of("SignedInfo", "SignatureValue", "KeyInfo")))) {
            refuse(
                    "XMLDSIG-4.1",
                    "Signature",
                    "must hold SignedInfo, SignatureValue and at most KeyInfo, and no objects");
            return List.of();
        }
        if (signature.getElementsByTagNameNS(DS, "RetrievalMethod").getLength() > 0) {
            refuse("XMLDSIG-4.5.3", "Signature/KeyInfo", "must not fetch its key from elsewhere");
        }
        return signedInfo(parts.get(0));
    }

    private List<Element> signedInfo(Element signedInfo) {
        List<Element> parts = Elements.children(signedInfo);
        List<String> names = parts.stream().map(SignatureStructure::name).toList();
        if (parts.size() < 3
                || !names.subList(0, 2).equals(List.of("CanonicalizationMethod", "SignatureMethod"))
                || names.stream().skip(2).anyMatch(name -> !name.equals("Reference"))) {
            refuse("XMLDSIG-4.4", "Signature/SignedInfo", "must hold a canonicalisation, a method and references");
            return List.of();
        }
        canonicalization(parts.get(0), "Signature/SignedInfo/CanonicalizationMethod");
        method(parts.get(1));
        List<Element> references = parts.subList(2, parts.size());
        if (references.size() > profile.maximumReferences()) {
            refuse(
                    "XMLDSIG-4.4.3",
                    "Signature/SignedInfo",
                    "has more than " + profile.maximumReferences() + " references");
            return List.of();
        }
        for (int i = 0; i < references.size(); i++) {
            reference(references.get(i), "Signature/SignedInfo/Reference[" + (i + 1) + "]");
        }
        return references;
    }

    private void method(Element method) {
        algorithm =
                SignatureAlgorithm.of(algorithm(method)).filter(profile::allows).orElse(null);
        if (algorithm == null) {
            refuse(
                    "XMLDSIG-4.4.2",
                    "Signature/SignedInfo/SignatureMethod",
                    "names an algorithm that this profile refuses");
        }
        if (!Elements.children(method).isEmpty()) {
            refuse("XMLDSIG-4.4.2", "Signature/SignedInfo/SignatureMethod", "must have no parameters");
        }
    }

    private void reference(Element reference, String path) {
        if (!reference.hasAttributeNS(null, "URI")
                || !SAME_DOCUMENT.matcher(reference.getAttributeNS(null, "URI")).matches()) {
            refuse("XMLDSIG-4.4.3.1", path, "must point to an id in the same document");
        }
        if (reference.hasAttributeNS(null, "Type")
                && reference.getAttributeNS(null, "Type").endsWith("#Manifest")) {
            refuse("XMLDSIG-5.1", path, "must not point to a manifest");
        }
        List<Element> parts = Elements.children(reference);
        List<String> names = parts.stream().map(SignatureStructure::name).toList();
        boolean transforms = names.equals(List.of("Transforms", "DigestMethod", "DigestValue"));
        if (!transforms && !names.equals(List.of("DigestMethod", "DigestValue"))) {
            refuse("XMLDSIG-4.4.3", path, "must hold transforms, digest method and digest value");
            return;
        }
        Element digest = parts.get(transforms ? 1 : 0);
        if (!profile.allowsDigest(algorithm(digest))
                || !Elements.children(digest).isEmpty()) {
            refuse("XMLDSIG-4.4.3.5", path + "/DigestMethod", "names an algorithm that this profile refuses");
        }
        transforms(transforms ? Elements.children(parts.get(0)) : List.of(), path + "/Transforms");
    }

    private void transforms(List<Element> transforms, String path) {
        if (transforms.size() > profile.maximumTransforms()) {
            refuse("XMLDSIG-4.4.3.4", path, "has more than " + profile.maximumTransforms() + " transforms");
            return;
        }
        boolean canonical = false;
        for (Element transform : transforms) {
            String algorithm = algorithm(transform);
            if (!name(transform).equals("Transform") || !profile.allowsTransform(algorithm) || canonical) {
                refuse("XMLDSIG-4.4.3.4", path, "has a transform that this profile refuses");
            }
            if (profile.allowsCanonicalization(algorithm)) {
                canonicalization(transform, path);
                canonical = true;
            } else if (!Elements.children(transform).isEmpty()) {
                refuse("XMLDSIG-4.4.3.4", path, "has a transform with parameters");
            }
        }
        if (!canonical && !profile.allowsImplicitCanonicalization()) {
            refuse("WSI-BSP-C5441", path, "must end in exclusive canonicalisation");
        }
    }

    private void canonicalization(Element method, String path) {
        if (!profile.allowsCanonicalization(algorithm(method))) {
            refuse("XMLDSIG-4.4.1", path, "names a canonicalisation that this profile refuses");
        }
        List<Element> parameters = Elements.children(method);
        if (parameters.size() > 1
                || (parameters.size() == 1
                        && !Elements.is(parameters.get(0), CanonicalizationMethod.EXCLUSIVE, "InclusiveNamespaces"))) {
            refuse("XMLDSIG-4.4.1", path, "has parameters other than a list of prefixes");
        }
    }

    private void refuse(String rule, String path, String message) {
        findings.add(Finding.error(rule, path, message));
    }

    private static String algorithm(Element element) {
        return element.getAttributeNS(null, "Algorithm");
    }

    /** Local name of an element of XML Signature; another text that matches nothing for any other. */
    private static String name(Element element) {
        return DS.equals(element.getNamespaceURI()) ? element.getLocalName() : "?";
    }
}
