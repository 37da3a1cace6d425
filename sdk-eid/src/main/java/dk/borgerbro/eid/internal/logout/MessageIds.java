package dk.borgerbro.eid.internal.logout;

import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** Ids of messages: XML names with 160 random bits. */
final class MessageIds {
    private static final int BYTES = 20;

    private final RandomGenerator random;

    MessageIds(RandomGenerator random) {
        this.random = random;
    }

    String next() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return "_" + HexFormat.of().formatHex(bytes);
    }
}
