package dk.borgerbro.eid;

import java.io.Serializable;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an identity provider or broker said when it did not log somebody in: its codes and its words, cleaned and cut when this value is
 * made, so that they are safe in a page and in a log line. Immutable.
 *
 * <p>Whoever could speak to the application could have said it: it explains, and proves nothing. The words may name a person, so they
 * are handed over by {@link #message()} only.
 */
public final class ProviderStatus implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 200;
    private static final Pattern FOREIGN_IN_CODE = Pattern.compile("[^A-Za-z0-9:./_#-]");
    /** What remains cannot begin markup, a header, an escape sequence of a terminal or another direction of writing. */
    private static final Pattern FOREIGN_IN_TEXT = Pattern.compile("[^\\p{L}\\p{M}\\p{N}.,:;!?()/_ -]+");

    private static final Pattern SPACES = Pattern.compile(" {2,}");

    private final String code;
    private final @Nullable String subcode;
    private final String message;

    private ProviderStatus(String code, @Nullable String subcode, String message) {
        this.code = code;
        this.subcode = subcode;
        this.message = message;
    }

    /** {@return a status with a code as it was received, such as {@code urn:oasis:names:tc:SAML:2.0:status:Responder}} */
    public static ProviderStatus of(String code) {
        return new ProviderStatus(code(code), null, "");
    }

    /** {@return the same status with the code below the first, as it was received} */
    public ProviderStatus withSubcode(String other) {
        return new ProviderStatus(code, code(other), message);
    }

    /** {@return the same status with words, as they were received} */
    public ProviderStatus withMessage(String other) {
        return new ProviderStatus(code, subcode, text(other));
    }

    /** {@return the first code; at most 200 characters, of those that a URI of codes has} */
    public String code() {
        return code;
    }

    /** {@return the code below the first, which tells more; cleaned as the first} */
    public Optional<String> subcode() {
        return Optional.ofNullable(subcode);
    }

    /** {@return the provider's words, empty if there are none; letters, digits and simple punctuation, at most 200 characters} */
    public String message() {
        return message;
    }

    private static String code(String received) {
        return FOREIGN_IN_CODE.matcher(cut(received)).replaceAll("?");
    }

    private static String text(String received) {
        // Twice the length is looked at, since cleaning makes it shorter; the rest of a huge text is never touched.
        String head = received.length() > 2 * LONGEST ? received.substring(0, 2 * LONGEST) : received;
        String clean = FOREIGN_IN_TEXT.matcher(head).replaceAll(" ");
        return cut(SPACES.matcher(clean).replaceAll(" ").strip());
    }

    private static String cut(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return text.substring(0, end);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ProviderStatus that
                && code.equals(that.code)
                && subcode().equals(that.subcode())
                && message.equals(that.message);
    }

    @Override
    public int hashCode() {
        return code.hashCode() * 31 + message.hashCode();
    }

    /** {@return the codes, without the words} */
    @Override
    public String toString() {
        return subcode == null ? code : code + " > " + subcode;
    }
}
