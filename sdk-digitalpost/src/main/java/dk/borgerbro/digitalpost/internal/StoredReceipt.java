package dk.borgerbro.digitalpost.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.borgerbro.core.journal.JournalEntry;
import dk.borgerbro.digitalpost.SendReceipt;
import dk.borgerbro.digitalpost.receipt.ReceiptStatus;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A technical receipt as the journal keeps it. */
final class StoredReceipt {
    /** Ids are far shorter; the journal must be able to keep whatever a service answers, or a letter that it took over would be lost. */
    private static final int LONGEST = 1000;

    private StoredReceipt() {}

    static String write(SendReceipt receipt) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("messageId", storable(receipt.messageId()));
        json.put("transmissionId", storable(receipt.transmissionId()));
        json.put("receiptStatus", storable(receipt.status().text()));
        json.put("timeStamp", receipt.time().toString());
        return json.toString();
    }

    /** Bounded, and with halves of surrogate pairs replaced, as these have no UTF-8 form. */
    private static String storable(String text) {
        String bounded = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        return new String(bounded.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    /** {@return the receipt of an accepted entry, as far as a later or an older version can read it} */
    static SendReceipt read(JournalEntry entry) {
        JsonNode json;
        try {
            json = Json.object(new ByteArrayInputStream(entry.answer().getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            json = JsonNodeFactory.instance.objectNode();
        }
        String status = Json.text(json, "receiptStatus");
        return new SendReceipt(
                WireIds.messageUuid(entry),
                Json.text(json, "messageId"),
                Json.text(json, "transmissionId"),
                status.isEmpty() ? ReceiptStatus.RECEIVED : ReceiptStatus.of(status),
                Json.instant(json, "timeStamp").orElse(entry.updatedAt()));
    }
}
