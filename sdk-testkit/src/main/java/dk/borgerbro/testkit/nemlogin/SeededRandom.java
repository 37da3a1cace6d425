package dk.borgerbro.testkit.nemlogin;

import java.security.SecureRandom;
import java.util.Random;

/** Random numbers that a test can have again. Nothing about them is secure. */
final class SeededRandom extends SecureRandom {
    private static final long serialVersionUID = 1L;

    private final Random numbers;

    SeededRandom(long seed) {
        this.numbers = new Random(seed);
    }

    @Override
    public void nextBytes(byte[] bytes) {
        numbers.nextBytes(bytes);
    }

    byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        nextBytes(bytes);
        return bytes;
    }

    /** {@return an XML ID with 128 random bits} */
    String id() {
        StringBuilder id = new StringBuilder("_");
        for (byte b : bytes(16)) {
            id.append(Character.forDigit((b >> 4) & 15, 16)).append(Character.forDigit(b & 15, 16));
        }
        return id.toString();
    }
}
