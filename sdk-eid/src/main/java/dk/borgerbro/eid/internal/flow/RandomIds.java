package dk.borgerbro.eid.internal.flow;

import java.util.Base64;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** Names that nobody can guess. */
public final class RandomIds {
    private static final int BYTES = 20;

    private final RandomGenerator random;

    /** Makes them from a source that nobody can guess. */
    public RandomIds(RandomGenerator random) {
        this.random = random;
    }

    /** {@return an id of a message: an XML name with 160 random bits} */
    public String message() {
        return "_" + HexFormat.of().formatHex(bytes());
    }

    /** {@return a relay state of 27 characters, which need no encoding} */
    public String handle() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes());
    }

    private byte[] bytes() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return bytes;
    }
}
