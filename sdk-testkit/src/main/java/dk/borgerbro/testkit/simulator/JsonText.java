package dk.borgerbro.testkit.simulator;

import com.github.tomakehurst.wiremock.common.Json;
import com.github.tomakehurst.wiremock.common.JsonException;
import java.util.Map;
import java.util.Optional;

/** Writes and reads JSON as plain maps, lists and texts. */
public final class JsonText {
    private JsonText() {}

    /** {@return the JSON of maps, lists, texts, numbers and truth values} */
    public static String write(Object content) {
        return Json.write(content);
    }

    /** {@return the JSON object in a text; empty if the text holds none} */
    @SuppressWarnings("unchecked")
    public static Optional<Map<String, Object>> readObject(String text) {
        try {
            return Optional.ofNullable((Map<String, Object>) Json.read(text, Map.class));
        } catch (JsonException e) {
            // The exception quotes the text.
            return Optional.empty();
        }
    }
}
