package dk.borgerbro.eid.internal.opensaml;

import dk.borgerbro.eid.internal.opensaml.EncryptedContent.Unfit;
import dk.borgerbro.eid.internal.saml.EngineCheck;
import dk.borgerbro.eid.internal.saml.Refusal;
import dk.borgerbro.eid.internal.structure.Namespaces;
import dk.borgerbro.eid.internal.structure.SamlStructure;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3c.dom.Element;

/**
 * Decrypts an assertion with JCA, step by step as XML Encryption 1.1 says. Thread-safe.
 *
 * <p>Whoever may send us messages may use us as an oracle, so nothing that depends on a secret shows: all keys are tried in the same
 * way, a content key that cannot be unwrapped is replaced by a random one (Manger, Bleichenbacher), and where the cipher does not notice
 * changes (CBC; Jager and Somorovsky), everything that is wrong with the plaintext up to its signature counts as not decrypted. The cause
 * stands in the debug log, without any of the content.
 */
final class AssertionOpener {
    private static final Logger LOG = LoggerFactory.getLogger(AssertionOpener.class);
    private static final Set<String> BANNED =
            Set.of(MessageParser.XINCLUDE, Namespaces.ENCRYPTION, Namespaces.ENCRYPTION_11);

    private final Crypto crypto;
    private final SecureRandom random;
    private final MessageParser parser;

    AssertionOpener(Crypto crypto, SecureRandom random, MessageParser parser) {
        this.crypto = crypto;
        this.random = random;
        this.parser = parser;
    }

    /**
     * An opened assertion.
     *
     * @param root of a document of its own
     * @param authenticated whether a change of the ciphertext would have been noticed
     */
    record Opened(Element root, boolean authenticated) {}

    /** {@return the assertion, its structure checked and its signature not} */
    Opened open(Element encrypted, List<PrivateKey> keys, boolean authenticatedOnly) throws Refusal {
        EncryptedContent content;
        try {
            content = EncryptedContent.of(encrypted);
        } catch (Unfit e) {
            throw refuse(e.getMessage());
        }
        boolean authenticated = content.cipher().isAuthenticated();
        if (authenticatedOnly && !authenticated) {
            throw refuse("the block cipher does not notice changes, and only such as do are wanted");
        }
        for (PrivateKey key : keys) {
            for (WrappedKey wrapped : content.keys()) {
                Element root = open(content, unwrap(key, wrapped, content.cipher()));
                if (root != null) {
                    return new Opened(root, authenticated);
                }
            }
        }
        throw refuse("none of the " + keys.size() + " own keys opens any of the "
                + content.keys().size() + " encrypted keys, or the content was changed");
    }

    static Refusal refuse(@Nullable String cause) {
        LOG.debug("An encrypted assertion was refused: {}", cause);
        return new Refusal(
                EngineCheck.DECRYPTION,
                "/Response/EncryptedAssertion",
                "is not an assertion that a key of this service opens with an allowed algorithm; the debug log says more");
    }

    private byte[] unwrap(PrivateKey key, WrappedKey wrapped, BlockCipher cipher) {
        byte[] substitute = new byte[cipher.keyBytes()];
        random.nextBytes(substitute);
        try {
            byte[] unwrapped = crypto.decrypting("RSA/ECB/OAEPPadding", key, wrapped.parameters())
                    .doFinal(wrapped.octets());
            return unwrapped.length == cipher.keyBytes() ? unwrapped : substitute;
        } catch (GeneralSecurityException | RuntimeException e) {
            return substitute;
        }
    }

    private @Nullable Element open(EncryptedContent content, byte[] key) throws Refusal {
        Optional<byte[]> plain = content.cipher().decrypt(crypto, key, content.octets());
        if (plain.isEmpty()) {
            return null;
        }
        try {
            Element root = parser.parse(plain.get(), EngineCheck.ASSERTION_STRUCTURE, BANNED);
            SamlStructure.check(root, Namespaces.ASSERTION, "Assertion", EngineCheck.ASSERTION_STRUCTURE);
            return root;
        } catch (Refusal e) {
            if (content.cipher().isAuthenticated()) {
                throw e;
            }
            LOG.debug("What was decrypted was refused: {}", e.getMessage());
            return null;
        }
    }
}
