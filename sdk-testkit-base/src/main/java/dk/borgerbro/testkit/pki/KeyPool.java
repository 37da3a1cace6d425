package dk.borgerbro.testkit.pki;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps RSA keys, made when first asked for: making one takes a third of a second and more. End entities get two of them by
 * turns, so that two certificates ordered one after the other never share a key.
 */
final class KeyPool {
    private static final int BITS = 3072;

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, KeyPair> keys = new HashMap<>();
    private int turn;

    /** {@return one of the two keys of end entities} */
    KeyPair next() {
        lock.lock();
        try {
            turn++;
            return named(turn % 2 == 0 ? "even" : "odd", BITS);
        } finally {
            lock.unlock();
        }
    }

    /** {@return the key of an authority, always the same one} */
    KeyPair named(String name, int bits) {
        lock.lock();
        try {
            return keys.computeIfAbsent(name + " " + bits, absent -> fresh(bits));
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
