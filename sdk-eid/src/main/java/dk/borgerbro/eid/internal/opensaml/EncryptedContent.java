package dk.borgerbro.eid.internal.opensaml;

import dk.borgerbro.eid.internal.structure.Base64Binary;
import dk.borgerbro.eid.internal.structure.Namespaces;
import dk.borgerbro.eid.internal.structure.Texts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.crypto.spec.OAEPParameterSpec;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** An encrypted element of which nothing was decrypted yet and which asks for nothing but allowed decryption. */
final class EncryptedContent {
    /** Each costs a private-key operation. */
    static final int MOST_KEYS = 4;

    private static final String ELEMENT = Namespaces.ENCRYPTION + "Element";

    private final BlockCipher cipher;
    private final byte[] octets;
    private final List<WrappedKey> keys;

    private EncryptedContent(BlockCipher cipher, byte[] octets, List<WrappedKey> keys) {
        this.cipher = cipher;
        this.octets = octets;
        this.keys = keys;
    }

    /** Why an encrypted element must not be decrypted; for the debug log only. */
    static final class Unfit extends Exception {
        Unfit(String reason) {
            super(reason, null, false, false);
        }
    }

    /**
     * {@return what an encrypted assertion holds}
     *
     * @throws Unfit if it points elsewhere, wants transforms run, or names an algorithm that is not allowed
     */
    static EncryptedContent of(Element encrypted) throws Unfit {
        Element data = Dom.required(encrypted, Namespaces.ENCRYPTION, "EncryptedData");
        onlyPlain(encrypted, data);
        Element method = Dom.child(data, Namespaces.ENCRYPTION, "EncryptionMethod");
        boolean element = !data.hasAttribute("Type")
                || Texts.token(data.getAttribute("Type")).equals(ELEMENT);
        if (method == null || !element) {
            throw new Unfit("names no block cipher, or does not hold an element");
        }
        BlockCipher cipher = BlockCipher.of(Texts.token(method.getAttribute("Algorithm")))
                .orElseThrow(() -> new Unfit("names a block cipher that is not allowed"));
        return new EncryptedContent(cipher, octets(data), keys(encrypted, data));
    }

    BlockCipher cipher() {
        return cipher;
    }

    byte[] octets() {
        return octets;
    }

    /** {@return the same content key, once for each recipient} */
    List<WrappedKey> keys() {
        return keys;
    }

    /**
     * The advisory of December 2022 on OpenSAML before 4.2: whoever resolves what an encrypted element points to can be made to fetch and
     * to run things before any signature was checked. We resolve nothing; a message that asks for it is refused all the same.
     */
    private static void onlyPlain(Element encrypted, Element data) throws Unfit {
        for (Node node = encrypted; node != null; node = MessageParser.following(encrypted, node)) {
            if (!(node instanceof Element element)) {
                continue;
            }
            boolean bad = switch (String.valueOf(element.getLocalName())) {
                case "CipherReference", "Transforms", "Transform", "KeyInfoReference", "AgreementMethod" -> true;
                case "RetrievalMethod" -> !pointsInside(element, encrypted);
                case "EncryptedData" -> !element.isSameNode(data);
                case "EncryptedKey" -> !isIn(encrypted, element) && !isIn(data, element.getParentNode());
                default -> false;
            };
            if (bad) {
                throw new Unfit("refers to something outside, or holds encryption inside encryption");
            }
        }
    }

    private static boolean isIn(Element parent, Node child) {
        return parent.isSameNode(child.getParentNode());
    }

    /** Producers that put the key beside the data add such a pointer to it. */
    private static boolean pointsInside(Element retrieval, Element encrypted) {
        String uri = Texts.token(retrieval.getAttribute("URI"));
        return Dom.children(encrypted, Namespaces.ENCRYPTION, "EncryptedKey").stream()
                .anyMatch(key -> key.hasAttribute("Id") && uri.equals("#" + key.getAttribute("Id")));
    }

    private static List<WrappedKey> keys(Element encrypted, Element data) throws Unfit {
        List<Element> elements = new ArrayList<>(Dom.children(encrypted, Namespaces.ENCRYPTION, "EncryptedKey"));
        Element info = Dom.child(data, Namespaces.SIGNATURE, "KeyInfo");
        if (info != null) {
            elements.addAll(Dom.children(info, Namespaces.ENCRYPTION, "EncryptedKey"));
        }
        if (elements.isEmpty() || elements.size() > MOST_KEYS) {
            throw new Unfit("holds no encrypted key, or more than " + MOST_KEYS);
        }
        Set<String> recipients = new HashSet<>();
        List<WrappedKey> keys = new ArrayList<>(elements.size());
        for (Element element : elements) {
            if (element.hasAttribute("Recipient") && !recipients.add(element.getAttribute("Recipient"))) {
                throw new Unfit("holds two encrypted keys for one recipient");
            }
            Element method = Dom.child(element, Namespaces.ENCRYPTION, "EncryptionMethod");
            keys.add(new WrappedKey(parameters(method), octets(element)));
        }
        return keys;
    }

    private static OAEPParameterSpec parameters(@Nullable Element method) throws Unfit {
        Optional<OAEPParameterSpec> found = method == null ? Optional.empty() : KeyTransport.parameters(method);
        return found.orElseThrow(() -> new Unfit("names a key transport that is not allowed"));
    }

    private static byte[] octets(Element encrypted) {
        Element data = Dom.required(encrypted, Namespaces.ENCRYPTION, "CipherData");
        return Base64Binary.decode(Texts.of(Dom.required(data, Namespaces.ENCRYPTION, "CipherValue")));
    }
}
