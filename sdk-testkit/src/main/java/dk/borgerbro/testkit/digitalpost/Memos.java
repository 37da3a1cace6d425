package dk.borgerbro.testkit.digitalpost;

import dk.borgerbro.testkit.digitalpost.Refusal.FieldError;
import dk.borgerbro.testkit.simulator.SimulatedAnswer;
import dk.borgerbro.testkit.simulator.SimulatedRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;

/** {@code POST /memos/?memo-message-uuid=}: takes one message over. Thread-safe. */
final class Memos {
    private static final Pattern CPR = Pattern.compile("[0-9]{10}");
    private static final Pattern CVR = Pattern.compile("[0-9]{8}");

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<UUID, ReceivedLetter> letters = new LinkedHashMap<>();
    private final MemoReader reader = new MemoReader();
    private final Receipts receipts;
    private final DeliveryRules rules;
    private final long mostDocumentBytes;

    Memos(Receipts receipts, DeliveryRules rules, long mostDocumentBytes) {
        this.receipts = receipts;
        this.rules = rules;
        this.mostDocumentBytes = mostDocumentBytes;
    }

    List<ReceivedLetter> received() {
        lock.lock();
        try {
            return List.copyOf(letters.values());
        } finally {
            lock.unlock();
        }
    }

    void reset() {
        lock.lock();
        try {
            letters.clear();
        } finally {
            lock.unlock();
        }
    }

    SimulatedAnswer post(SenderSystem system, SimulatedRequest request) throws IOException {
        String wanted = request.parameter("memo-message-uuid")
                .orElseThrow(() -> new Refusal(
                        400,
                        "memo-message-uuid.missing",
                        "the parameter memo-message-uuid must be there; the simulator takes no containers"));
        requireHeaders(request);
        Memo memo = reader.read(request.body());
        if (!memo.uuid().toString().equals(wanted.toLowerCase(Locale.ROOT))) {
            throw new Refusal(
                    400, "memo-message-uuid.mismatch", "the parameter memo-message-uuid is not the message's UUID");
        }
        requireSender(system, memo);
        requireContent(memo);
        return SimulatedAnswer.json(201, accept(system, memo));
    }

    private static void requireHeaders(SimulatedRequest request) {
        String type = request.header("Content-Type").orElse("").split(";", 2)[0].strip();
        if (!type.equalsIgnoreCase("application/xml") && !type.equalsIgnoreCase("text/xml")) {
            throw new Refusal(400, "content-type.unknown", "one message must come as application/xml or text/xml");
        }
        if (request.header("Content-Length").isEmpty()) {
            throw new Refusal(400, "content-length.missing", "the header Content-Length must be there");
        }
    }

    private static void requireSender(SenderSystem system, Memo memo) {
        if (!memo.idType("Sender").equals("CVR")
                || !memo.header("Sender/senderID").equals(system.sender().value())) {
            throw new Refusal(403, "sender.not.allowed", "this system may not send for the sender of the message");
        }
    }

    private void requireContent(Memo memo) {
        List<FieldError> errors = new ArrayList<>();
        String type = memo.idType("Recipient");
        String id = memo.header("Recipient/recipientID");
        boolean fits = (type.equals("CPR") && CPR.matcher(id).matches())
                || (type.equals("CVR") && CVR.matcher(id).matches());
        if (!fits) {
            errors.add(new FieldError(
                    "Message/MessageHeader/Recipient/recipientID",
                    "recipient.id",
                    "the recipient must be 10 digits with idType CPR or 8 digits with idType CVR",
                    id));
        }
        if (memo.isNemSms() == memo.hasBody()) {
            errors.add(new FieldError(
                    "Message/MessageBody", "body", "a letter must have a body, and a NemSMS must have none", ""));
        }
        if (memo.documentBytes() > mostDocumentBytes) {
            errors.add(new FieldError(
                    "Message/MessageBody",
                    "size",
                    "the documents have more than " + mostDocumentBytes + " bytes",
                    Long.toString(memo.documentBytes())));
        }
        if (!errors.isEmpty()) {
            throw new Refusal(400, "memo.invalid", "the message breaks a rule of the service", errors);
        }
    }

    /** The same message again gets the same receipt and is not delivered again; another message under the same UUID is refused. */
    private Map<String, Object> accept(SenderSystem system, Memo memo) {
        lock.lock();
        try {
            ReceivedLetter known = letters.get(memo.uuid());
            if (known == null) {
                ReceivedLetter letter = new ReceivedLetter(memo, system, UUID.randomUUID(), 1);
                letters.put(memo.uuid(), letter);
                receipts.add(system, memo, rules.judge(system, memo));
                return receipts.technical(memo, letter.transmissionId());
            }
            if (!known.sha256().equals(memo.sha256())) {
                throw new Refusal(400, "memo.uuid.reused", "another message has come under the same UUID before");
            }
            letters.put(memo.uuid(), known.onceMore());
            return receipts.technical(memo, known.transmissionId());
        } finally {
            lock.unlock();
        }
    }
}
