package dk.borgerbro.testkit.pki;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Hands out two RSA keys by turns, made when first asked for: making one takes a third of a second and more. Two certificates
 * ordered one after the other never share a key.
 */
final class KeyPool {
    private final ReentrantLock lock = new ReentrantLock();
    private final KeyPair[] keys = new KeyPair[2];
    private final int bits;
    private int turn;

    KeyPool(int bits) {
        this.bits = bits;
    }

    KeyPair next() {
        lock.lock();
        try {
            int index = turn++ % keys.length;
            if (keys[index] == null) {
                keys[index] = fresh(bits);
            }
            return keys[index];
        } finally {
            lock.unlock();
        }
    }

    static KeyPair fresh(int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK makes no RSA keys of " + bits + " bits", e);
        }
    }
}
