package dk.borgerbro.digitalpost.internal;

import com.fasterxml.jackson.databind.JsonNode;
import dk.borgerbro.digitalpost.receipt.Receipt;
import dk.borgerbro.digitalpost.receipt.ReceiptStatus;

/** The shape {@code Receipt} of the interface description. */
final class ReceiptJson {
    private ReceiptJson() {}

    static Receipt read(JsonNode json) {
        Receipt.Builder receipt = Receipt.builder(ReceiptStatus.of(Json.text(json, "receiptStatus")))
                .messageId(Json.text(json, "messageId"))
                .transmissionId(Json.text(json, "transmissionId"))
                .errorCode(Json.text(json, "errorCode"))
                .errorMessage(Json.text(json, "errorMessage"));
        Json.uuid(json, "messageUUID").ifPresent(receipt::messageUuid);
        Json.instant(json, "timeStamp").ifPresent(receipt::time);
        return receipt.build();
    }
}
