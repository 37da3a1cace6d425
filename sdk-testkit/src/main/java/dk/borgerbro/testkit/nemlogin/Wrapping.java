package dk.borgerbro.testkit.nemlogin;

import java.util.function.Consumer;

/**
 * Signature wrapping: a good signed element is kept somewhere in the message so that its signature still verifies, and a copy with
 * other content is put where a careless reader looks. The numbers are those of the paper by Somorovsky and others, "On Breaking
 * SAML: Be Whoever You Want to Be" (2012). The first two wrap a signed Response, the others a signed Assertion.
 */
public enum Wrapping {
    /** The original Response inside the evil Response's signature. */
    XSW1,
    /** The original Response before the evil Response's signature, detached. */
    XSW2,
    /** The evil Assertion before the original one. */
    XSW3,
    /** The original Assertion inside the evil one. */
    XSW4,
    /** The evil Assertion carries the signature, the original one lies at the end without it. */
    XSW5,
    /** The evil Assertion carries the signature, which holds the original one. */
    XSW6,
    /** The evil Assertion in Extensions, before the original one. */
    XSW7,
    /** The original Assertion in an Object of the evil one's signature. */
    XSW8;

    /** {@return whether the message's own signature is attacked, so that the Response must be signed} */
    public boolean wrapsResponse() {
        return this == XSW1 || this == XSW2;
    }

    /**
     * {@return a Response that is attacked in the clear: what stands before decryption when nothing is encrypted}
     *
     * @param response signed as {@link #wrapsResponse()} says, not encrypted
     * @param evil makes the copy evil; its ID is changed already
     */
    public ForgedResponse inResponse(ForgedResponse response, Consumer<XmlPart> evil) {
        return response.withoutEncryption().changeSignedResponse(root -> apply(root, evil));
    }

    /**
     * {@return a Response whose decrypted content is an attack: the root of what is encrypted is the evil Assertion}
     *
     * @param response encrypted
     * @param evil makes the copy evil; its ID is changed already
     * @throws IllegalStateException for those that wrap a Response, and for the two whose evil assertion stands beside the original
     */
    public ForgedResponse inAssertion(ForgedResponse response, Consumer<XmlPart> evil) {
        return response.changeAssertionText(text -> {
            XmlPart original = new XmlPart(XmlText.parse(text).getDocumentElement());
            XmlPart forged = copy(original, evil);
            switch (this) {
                case XSW4 -> {
                    forged.remove("Signature");
                    forged.append("", text);
                }
                case XSW6 -> inSignature(forged, withoutSignature(text));
                case XSW8 -> inSignature(forged, "<ds:Object>" + withoutSignature(text) + "</ds:Object>");
                default -> throw new IllegalStateException(this + " needs a place outside the assertion");
            }
            return forged.xml();
        });
    }

    private void apply(XmlPart root, Consumer<XmlPart> evil) {
        if (wrapsResponse()) {
            wrapResponse(root, evil);
            return;
        }
        String text = root.at("Assertion").xml();
        XmlPart original = new XmlPart(XmlText.parse(text).getDocumentElement());
        XmlPart forged = copy(original, evil);
        switch (this) {
            case XSW3 -> root.before("Assertion", bare(forged));
            case XSW4 -> {
                forged.remove("Signature");
                forged.append("", text);
                root.replace("Assertion", forged.xml());
            }
            case XSW5 -> {
                root.replace("Assertion", forged.xml());
                root.append("", withoutSignature(text));
            }
            case XSW6 -> {
                inSignature(forged, withoutSignature(text));
                root.replace("Assertion", forged.xml());
            }
            case XSW7 -> root.before("Status", "<samlp:Extensions>" + bare(forged) + "</samlp:Extensions>");
            default -> {
                inSignature(forged, "<ds:Object>" + withoutSignature(text) + "</ds:Object>");
                root.replace("Assertion", forged.xml());
            }
        }
    }

    private void wrapResponse(XmlPart root, Consumer<XmlPart> evil) {
        String original = root.xml();
        root.set("@ID", root.get("@ID") + "evil");
        evil.accept(root.at("Assertion"));
        if (this == XSW1) {
            inSignature(root, withoutSignature(original));
        } else {
            root.before("Signature", withoutSignature(original));
        }
    }

    private static XmlPart copy(XmlPart original, Consumer<XmlPart> evil) {
        XmlPart copy = new XmlPart(XmlText.parse(original.xml()).getDocumentElement());
        copy.set("@ID", copy.get("@ID") + "evil");
        evil.accept(copy);
        return copy;
    }

    private static String bare(XmlPart forged) {
        return forged.remove("Signature").xml();
    }

    private static String withoutSignature(String xml) {
        return new XmlPart(XmlText.parse(xml).getDocumentElement())
                .remove("Signature")
                .xml();
    }

    private static void inSignature(XmlPart holder, String fragment) {
        holder.append("Signature", fragment);
    }
}
