package dk.borgerbro.digitalpost;

import dk.borgerbro.digitalpost.receipt.ReceiptStatus;
import java.time.Instant;
import java.util.UUID;

/**
 * The technical receipt: Digital Post has taken a message over. It does not say that the message is valid or delivered; that comes as a
 * business receipt, seconds to hours later.
 *
 * @param messageUuid id of the message at Digital Post
 * @param messageId the sender's own id as it stands in the message, empty if it has none
 * @param transmissionId Digital Post's id of the transmission, to quote to support; empty if it gave none
 * @param status {@link ReceiptStatus#RECEIVED} as a rule
 * @param time when it was taken over, by the service's clock, or by the client's if the service did not say
 */
public record SendReceipt(
        UUID messageUuid, String messageId, String transmissionId, ReceiptStatus status, Instant time) {}
