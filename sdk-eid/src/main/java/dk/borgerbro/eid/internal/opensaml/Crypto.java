package dk.borgerbro.eid.internal.opensaml;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.Provider;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.locks.ReentrantLock;
import javax.crypto.Cipher;
import org.jspecify.annotations.Nullable;

/**
 * Where algorithms come from: a provider that the application hands over, registered or not, and the JDK's own choice for what that one
 * cannot do (an algorithm that it lacks, a key that lives in hardware). Which of the two depends on algorithm and key alone, never on a
 * message. Thread-safe.
 */
final class Crypto {
    private final @Nullable Provider provider;
    /** A native provider takes as long to read a key as to use it, so each is read once. Forgets a key when the application does. */
    private final Map<Key, Key> translated = new WeakHashMap<>();

    private final ReentrantLock lock = new ReentrantLock();

    Crypto(@Nullable Provider provider) {
        this.provider = provider;
    }

    /** {@return the provider, if it has this algorithm} */
    @Nullable
    Provider providerOf(String type, String algorithm) {
        return provider == null || provider.getService(type, algorithm) == null ? null : provider;
    }

    /** {@return a cipher that is ready to decrypt} */
    Cipher decrypting(String transformation, Key key, AlgorithmParameterSpec parameters)
            throws GeneralSecurityException {
        Provider own = provider;
        if (own != null) {
            try {
                Cipher cipher = Cipher.getInstance(transformation, own);
                cipher.init(Cipher.DECRYPT_MODE, own(key), parameters);
                return cipher;
            } catch (GeneralSecurityException | UnsupportedOperationException e) {
                // The JDK's own choice will do.
            }
        }
        Cipher cipher = Cipher.getInstance(transformation);
        cipher.init(Cipher.DECRYPT_MODE, key, parameters);
        return cipher;
    }

    /** {@return the key as the provider's own, if there is one and it can read it; else as it is} */
    Key own(Key key) {
        Provider own = provider;
        if (own == null || own.getService("KeyFactory", key.getAlgorithm()) == null) {
            return key;
        }
        lock.lock();
        try {
            Key known = translated.get(key);
            if (known == null) {
                known = translate(key, own);
                translated.put(key, known);
            }
            return known;
        } finally {
            lock.unlock();
        }
    }

    private static Key translate(Key key, Provider provider) {
        try {
            return KeyFactory.getInstance(key.getAlgorithm(), provider).translateKey(key);
        } catch (GeneralSecurityException | RuntimeException e) {
            return key;
        }
    }
}
