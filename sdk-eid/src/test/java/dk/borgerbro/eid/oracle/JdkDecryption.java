package dk.borgerbro.eid.oracle;

import static dk.borgerbro.eid.oracle.JdkTree.DS;
import static dk.borgerbro.eid.oracle.JdkTree.XENC;
import static dk.borgerbro.eid.oracle.JdkTree.XENC11;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import javax.crypto.spec.SecretKeySpec;
import org.w3c.dom.Element;

/** XML Encryption 1.1 as far as the profile allows it. Makes no effort to hide why it failed: nobody attacks it. */
final class JdkDecryption {
    private static final Set<String> FORBIDDEN =
            Set.of("CipherReference", "Transforms", "Transform", "KeyInfoReference", "AgreementMethod");

    private final Element encrypted;
    private final Element data;

    JdkDecryption(Element encrypted) {
        this.encrypted = encrypted;
        this.data = JdkTree.elements(encrypted, XENC, "EncryptedData").get(0);
    }

    boolean isGcm() {
        return cipher().endsWith("-gcm");
    }

    /** {@return what a key opens, in the order of the encrypted keys; empty if it opens nothing} */
    List<byte[]> open(PrivateKey key) throws GeneralSecurityException {
        List<byte[]> opened = new ArrayList<>();
        for (Element wrapped : keys()) {
            open(key, wrapped).ifPresent(opened::add);
        }
        return opened;
    }

    /** Throws what makes the whole thing unfit. */
    void check() throws GeneralSecurityException {
        if (FORBIDDEN.stream().anyMatch(name -> !JdkTree.below(encrypted, name).isEmpty())) {
            throw new GeneralSecurityException("reference, transform or agreement");
        }
        for (Element pointer : JdkTree.below(encrypted, "RetrievalMethod")) {
            String uri = pointer.getAttribute("URI").strip();
            boolean inside = JdkTree.elements(encrypted, XENC, "EncryptedKey").stream()
                    .anyMatch(key -> key.hasAttribute("Id") && ("#" + key.getAttribute("Id")).equals(uri));
            if (!inside) {
                throw new GeneralSecurityException("pointer to elsewhere");
            }
        }
        if (JdkTree.below(encrypted, "EncryptedData").size() != 1
                || JdkTree.below(encrypted, "EncryptedKey").size() != keys().size()) {
            throw new GeneralSecurityException("nested");
        }
        if (keys().isEmpty() || keys().size() > 4) {
            throw new GeneralSecurityException("number of keys");
        }
        Set<String> recipients = new HashSet<>();
        for (Element key : keys()) {
            if (key.hasAttribute("Recipient") && !recipients.add(key.getAttribute("Recipient"))) {
                throw new GeneralSecurityException("recipient twice");
            }
            oaep(JdkTree.elements(key, XENC, "EncryptionMethod"));
        }
        if (data.hasAttribute("Type") && !data.getAttribute("Type").strip().equals(XENC + "Element")) {
            throw new GeneralSecurityException("type");
        }
        if (!Set.of(
                        XENC + "aes128-cbc",
                        XENC + "aes256-cbc",
                        XENC11 + "aes128-gcm",
                        XENC11 + "aes192-gcm",
                        XENC11 + "aes256-gcm")
                .contains(cipher())) {
            throw new GeneralSecurityException("block cipher");
        }
    }

    private String cipher() {
        return JdkTree.elements(data, XENC, "EncryptionMethod").stream()
                .map(method -> method.getAttribute("Algorithm").strip())
                .findFirst()
                .orElse("");
    }

    private List<Element> keys() {
        List<Element> keys = new ArrayList<>(JdkTree.elements(encrypted, XENC, "EncryptedKey"));
        JdkTree.elements(data, DS, "KeyInfo")
                .forEach(info -> keys.addAll(JdkTree.elements(info, XENC, "EncryptedKey")));
        return keys;
    }

    private Optional<byte[]> open(PrivateKey key, Element wrapped) {
        try {
            Cipher rsa = Cipher.getInstance("RSA/ECB/OAEPPadding");
            rsa.init(Cipher.DECRYPT_MODE, key, oaep(JdkTree.elements(wrapped, XENC, "EncryptionMethod")));
            byte[] contentKey = rsa.doFinal(value(wrapped));
            int bits = Integer.parseInt(cipher().replaceAll(".*aes(\\d+)-.*", "$1"));
            if (contentKey.length * 8 != bits) {
                return Optional.empty();
            }
            byte[] octets = value(data);
            int start = isGcm() ? 12 : 16;
            AlgorithmParameterSpec parameters = isGcm()
                    ? new GCMParameterSpec(128, Arrays.copyOf(octets, start))
                    : new IvParameterSpec(Arrays.copyOf(octets, start));
            Cipher aes = Cipher.getInstance(isGcm() ? "AES/GCM/NoPadding" : "AES/CBC/ISO10126Padding");
            aes.init(Cipher.DECRYPT_MODE, new SecretKeySpec(contentKey, "AES"), parameters);
            return Optional.of(aes.doFinal(octets, start, octets.length - start));
        } catch (GeneralSecurityException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static OAEPParameterSpec oaep(List<Element> methods) throws GeneralSecurityException {
        if (methods.isEmpty()) {
            throw new GeneralSecurityException("no key transport");
        }
        Element method = methods.get(0);
        String uri = method.getAttribute("Algorithm").strip();
        List<Element> digests = JdkTree.elements(method, DS, "DigestMethod");
        List<Element> masks = JdkTree.elements(method, XENC11, "MGF");
        String digest = digests.isEmpty()
                ? DS + "sha1"
                : digests.get(0).getAttribute("Algorithm").strip();
        String mask = masks.isEmpty()
                ? XENC11 + "mgf1sha1"
                : masks.get(0).getAttribute("Algorithm").strip();
        boolean older = uri.equals(XENC + "rsa-oaep-mgf1p") && mask.equals(XENC11 + "mgf1sha1");
        if (digests.size() > 1 || masks.size() > 1 || !(older || uri.equals(XENC11 + "rsa-oaep"))) {
            throw new GeneralSecurityException("key transport");
        }
        byte[] label = JdkTree.elements(method, XENC, "OAEPparams").stream()
                .map(one -> Base64.getMimeDecoder().decode(one.getTextContent()))
                .findFirst()
                .orElse(new byte[0]);
        return new OAEPParameterSpec(
                sha(digest.replace(DS + "sha1", "1").replace(XENC + "sha", "")),
                "MGF1",
                new MGF1ParameterSpec(sha(mask.replace(XENC11 + "mgf1sha", ""))),
                new PSource.PSpecified(label));
    }

    private static String sha(String size) throws GeneralSecurityException {
        if (!Set.of("1", "256", "512").contains(size)) {
            throw new GeneralSecurityException("digest");
        }
        return "SHA-" + size;
    }

    private static byte[] value(Element holder) {
        Element data = JdkTree.elements(holder, XENC, "CipherData").get(0);
        return Base64.getMimeDecoder()
                .decode(JdkTree.elements(data, XENC, "CipherValue").get(0).getTextContent());
    }
}
