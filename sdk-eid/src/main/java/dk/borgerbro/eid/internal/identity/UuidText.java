package dk.borgerbro.eid.internal.identity;

import java.util.Optional;
import java.util.UUID;

/** UUIDs as texts (RFC 4122 section 3): five groups of 8-4-4-4-12 hexadecimal digits. The JDK's reader takes groups of any length. */
public final class UuidText {
    private static final String URN = "urn:uuid:";

    private UuidText() {}

    /** {@return the UUID, if the text is one and nothing else} */
    public static Optional<UUID> canonical(String text) {
        if (text.length() != 36) {
            return Optional.empty();
        }
        for (int i = 0; i < 36; i++) {
            boolean hyphen = i == 8 || i == 13 || i == 18 || i == 23;
            if (hyphen ? text.charAt(i) != '-' : !isHexadecimal(text.charAt(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(UUID.fromString(text));
    }

    /** {@return the UUID, with or without {@code urn:uuid:} in front; both are sent} */
    public static Optional<UUID> bareOrUrn(String text) {
        return canonical(text.startsWith(URN) ? text.substring(URN.length()) : text);
    }

    private static boolean isHexadecimal(char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    }
}
