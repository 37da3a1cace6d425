package dk.borgerbro.eid.internal.login;

import java.util.Base64;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** Names that nobody can guess. */
final class RandomIds {
    private static final int BYTES = 20;

    private final RandomGenerator random;

    RandomIds(RandomGenerator random) {
        this.random = random;
    }

    /** {@return an id of a message: an XML name with 160 random bits} */
    String message() {
        return "_" + HexFormat.of().formatHex(bytes());
    }

    /** {@return a relay state of 27 characters, which need no encoding} */
    String handle() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes());
    }

    private byte[] bytes() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return bytes;
    }
}
