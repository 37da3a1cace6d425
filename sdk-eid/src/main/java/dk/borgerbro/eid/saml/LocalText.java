package dk.borgerbro.eid.saml;

import dk.borgerbro.core.error.ConfigurationException;
import java.util.List;

/**
 * A text in one language, as metadata carry names.
 *
 * @param language such as {@code da} or {@code en} (BCP 47)
 * @param text not blank
 */
public record LocalText(String language, String text) {
    /**
     * Checks both.
     *
     * @throws ConfigurationException if the language is no tag or the text is blank
     */
    public LocalText {
        if (!language.matches("[a-zA-Z]{2,8}(-[a-zA-Z0-9]{1,8})*") || text.isBlank()) {
            throw new ConfigurationException(
                    "login", List.of("a text in metadata needs a language such as da, and must not be blank"));
        }
    }

    /** {@return a Danish text} */
    public static LocalText danish(String text) {
        return new LocalText("da", text);
    }

    /** {@return an English text} */
    public static LocalText english(String text) {
        return new LocalText("en", text);
    }
}
