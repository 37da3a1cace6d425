package dk.borgerbro.testkit.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.Optional;

/** Writes and reads JSON as plain maps, lists and texts. */
public final class JsonText {
    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonText() {}

    /** {@return the JSON of maps, lists, texts, numbers and truth values} */
    public static String write(Object content) {
        try {
            return JSON.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("only maps, lists, texts, numbers and truth values can be written");
        }
    }

    /** {@return the JSON object in a text; empty if the text holds none} */
    public static Optional<Map<String, Object>> readObject(String text) {
        try {
            return Optional.ofNullable(JSON.readValue(text, new TypeReference<Map<String, Object>>() {}));
        } catch (JsonProcessingException e) {
            // The exception quotes the text.
            return Optional.empty();
        }
    }
}
