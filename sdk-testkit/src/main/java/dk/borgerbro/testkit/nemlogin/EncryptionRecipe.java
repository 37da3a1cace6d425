package dk.borgerbro.testkit.nemlogin;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * How an assertion is encrypted: right by default, each deviation one method. Immutable and thread-safe.
 *
 * <p>By default AES-256-GCM, and RSA-OAEP of XML Encryption 1.1 with SHA-256 for both digest and mask; one EncryptedKey for each
 * recipient, inside the KeyInfo of EncryptedData, with the recipient's certificate.
 */
public final class EncryptionRecipe {
    private final Draft draft;

    private EncryptionRecipe(Draft draft) {
        this.draft = draft;
    }

    /** {@return good encryption to these certificates, each of which can open it} */
    public static EncryptionRecipe to(X509Certificate... recipients) {
        return new EncryptionRecipe(new Draft()).withRecipients(recipients);
    }

    /** {@return the same to others} */
    public EncryptionRecipe withRecipients(X509Certificate... recipients) {
        List<X509Certificate> copy = List.of(recipients);
        return with(next -> next.recipients = copy);
    }

    /** {@return the same with another block cipher} */
    public EncryptionRecipe withBlockCipher(String uri) {
        return with(next -> next.blockCipher = uri);
    }

    /** {@return the same with {@link SamlAlgorithms#RSA_1_5}} */
    public EncryptionRecipe withRsa15() {
        return with(next -> {
            next.keyTransport = SamlAlgorithms.RSA_1_5;
            next.oaepDigest = "";
            next.mask = "";
        });
    }

    /**
     * {@return the same with the older OAEP, whose mask always uses SHA-1}
     *
     * @param digest identifier; empty leaves DigestMethod out, which means SHA-1
     */
    public EncryptionRecipe withOaepMgf1p(String digest) {
        return with(next -> {
            next.keyTransport = SamlAlgorithms.RSA_OAEP_MGF1P;
            next.oaepDigest = digest;
            next.mask = "";
        });
    }

    /**
     * {@return the same with the OAEP of XML Encryption 1.1}
     *
     * @param digest identifier; empty leaves DigestMethod out, which means SHA-1
     * @param mask identifier; empty leaves MGF out, which means MGF1 with SHA-1
     */
    public EncryptionRecipe withOaep(String digest, String mask) {
        return with(next -> {
            next.keyTransport = SamlAlgorithms.RSA_OAEP;
            next.oaepDigest = digest;
            next.mask = mask;
        });
    }

    /** {@return the same with the EncryptedKey beside EncryptedData, which points to it by RetrievalMethod} */
    public EncryptionRecipe withKeyBeside() {
        return with(next -> next.keyBeside = true);
    }

    /** {@return the same without the recipients' certificates} */
    public EncryptionRecipe withoutRecipientHint() {
        return with(next -> next.hint = false);
    }

    /** {@return the same, with the padded plaintext changed before a block cipher in CBC mode is applied} */
    public EncryptionRecipe changePadded(UnaryOperator<byte[]> change) {
        return with(next -> next.padded = next.padded.then(change));
    }

    /** {@return the same, with what the block cipher made (initialisation vector first) changed} */
    public EncryptionRecipe changeCipherText(UnaryOperator<byte[]> change) {
        return with(next -> next.cipherText = next.cipherText.then(change));
    }

    /** {@return the same, with the finished EncryptedAssertion changed} */
    public EncryptionRecipe changeEncrypted(Consumer<XmlPart> change) {
        return with(next -> next.encrypted = next.encrypted.doing(change));
    }

    private EncryptionRecipe with(Consumer<Draft> change) {
        Draft next = new Draft(draft);
        change.accept(next);
        return new EncryptionRecipe(next);
    }

    List<X509Certificate> recipients() {
        return draft.recipients;
    }

    String blockCipher() {
        return draft.blockCipher;
    }

    String keyTransport() {
        return draft.keyTransport;
    }

    String oaepDigest() {
        return draft.oaepDigest;
    }

    String mask() {
        return draft.mask;
    }

    boolean keyBeside() {
        return draft.keyBeside;
    }

    boolean hint() {
        return draft.hint;
    }

    Changes<byte[]> padded() {
        return draft.padded;
    }

    Changes<byte[]> cipherText() {
        return draft.cipherText;
    }

    Changes<XmlPart> encrypted() {
        return draft.encrypted;
    }

    @Override
    public String toString() {
        return "EncryptionRecipe(" + draft.blockCipher + ", " + draft.keyTransport + ")";
    }

    /** Changed only while a recipe is being made from another. */
    private static final class Draft {
        private List<X509Certificate> recipients = List.of();
        private String blockCipher = SamlAlgorithms.AES256_GCM;
        private String keyTransport = SamlAlgorithms.RSA_OAEP;
        private String oaepDigest = SamlAlgorithms.SHA256;
        private String mask = SamlAlgorithms.MGF1_SHA256;
        private boolean keyBeside;
        private boolean hint = true;
        private Changes<byte[]> padded = Changes.none();
        private Changes<byte[]> cipherText = Changes.none();
        private Changes<XmlPart> encrypted = Changes.none();

        Draft() {}

        Draft(Draft other) {
            this.recipients = other.recipients;
            this.blockCipher = other.blockCipher;
            this.keyTransport = other.keyTransport;
            this.oaepDigest = other.oaepDigest;
            this.mask = other.mask;
            this.keyBeside = other.keyBeside;
            this.hint = other.hint;
            this.padded = other.padded;
            this.cipherText = other.cipherText;
            this.encrypted = other.encrypted;
        }
    }
}
