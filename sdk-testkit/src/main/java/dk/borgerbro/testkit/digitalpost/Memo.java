package dk.borgerbro.testkit.digitalpost;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A valid message, reduced to what the service looks at.
 *
 * @param version 1.1 or 1.2
 * @param facts texts of header elements by path
 * @param documents its files in order
 * @param length bytes of the XML
 * @param sha256 of the XML, hexadecimal
 * @param xml the XML, null if it was too large to keep
 */
record Memo(
        String version,
        Map<String, String> facts,
        List<ReceivedDocument> documents,
        long length,
        String sha256,
        @Nullable String xml) {
    UUID uuid() {
        return UUID.fromString(header("messageUUID"));
    }

    boolean isNemSms() {
        return header("messageType").equals("NEMSMS");
    }

    boolean hasBody() {
        return facts.containsKey("MessageBody");
    }

    boolean flag(String name) {
        String value = header(name).strip();
        return value.equals("true") || value.equals("1");
    }

    String header(String name) {
        return optional(name).orElse("");
    }

    Optional<String> optional(String name) {
        return Optional.ofNullable(facts.get("MessageHeader/" + name));
    }

    /** {@return {@code CPR} or {@code CVR}; whether the service minds the case is not known, so this does not} */
    String idType(String party) {
        return header(party + "/idType").toUpperCase(Locale.ROOT);
    }

    long documentBytes() {
        return documents.stream().mapToLong(ReceivedDocument::bytes).sum();
    }

    @Override
    public String toString() {
        return "Memo(" + version + ", " + length + " bytes)";
    }
}
