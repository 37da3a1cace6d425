package dk.borgerbro.testkit.digitalpost;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A message that the simulated Digital Post has taken over. Immutable; prints nothing personal. */
public final class ReceivedLetter {
    private final Memo memo;
    private final SenderSystem system;
    private final UUID transmissionId;
    private final int arrivals;

    ReceivedLetter(Memo memo, SenderSystem system, UUID transmissionId, int arrivals) {
        this.memo = memo;
        this.system = system;
        this.transmissionId = transmissionId;
        this.arrivals = arrivals;
    }

    ReceivedLetter onceMore() {
        return new ReceivedLetter(memo, system, transmissionId, arrivals + 1);
    }

    Memo memo() {
        return memo;
    }

    /** {@return the sender's UUID of the message} */
    public UUID messageUuid() {
        return memo.uuid();
    }

    /** {@return the sender's own id of the message} */
    public Optional<String> messageId() {
        return memo.optional("messageID");
    }

    /** {@return {@code 1.1} or {@code 1.2}} */
    public String memoVersion() {
        return memo.version();
    }

    /** {@return whether it is a NemSMS and not a letter} */
    public boolean isNemSms() {
        return memo.isNemSms();
    }

    /** {@return the subject} */
    public String label() {
        return memo.header("label");
    }

    /** {@return the text of a NemSMS, or the advice that goes with a letter} */
    public Optional<String> notification() {
        return memo.optional("notification");
    }

    /** {@return the sender's CVR number} */
    public String senderId() {
        return memo.header("Sender/senderID");
    }

    /** {@return the recipient's CPR or CVR number} */
    public String recipientId() {
        return memo.header("Recipient/recipientID");
    }

    /** {@return the text of another element of the message header, such as {@code Sender/label}; of several the last} */
    public Optional<String> header(String path) {
        return memo.optional(path);
    }

    /** {@return the files of all documents in their order} */
    public List<ReceivedDocument> documents() {
        return List.copyOf(memo.documents());
    }

    /** {@return the size of the message as sent, in bytes} */
    public long length() {
        return memo.length();
    }

    /** {@return the SHA-256 digest of the message as sent, hexadecimal} */
    public String sha256() {
        return memo.sha256();
    }

    /** {@return the message as sent, unless it was larger than a megabyte} */
    public Optional<String> xml() {
        return Optional.ofNullable(memo.xml());
    }

    /** {@return the system that sent it} */
    public SenderSystem system() {
        return system;
    }

    /** {@return the service's id in the technical receipt} */
    public UUID transmissionId() {
        return transmissionId;
    }

    /** {@return how often the same message came; it is delivered once} */
    public int arrivals() {
        return arrivals;
    }

    @Override
    public String toString() {
        return "ReceivedLetter(" + messageUuid() + ", MeMo " + memoVersion() + ", "
                + memo.documents().size() + " files, " + length() + " bytes, arrived " + arrivals + " times)";
    }
}
