package dk.borgerbro.digitalpost.internal;

import dk.borgerbro.core.config.IdempotencyKey;
import dk.borgerbro.core.credential.Secret;
import dk.borgerbro.core.error.CallReference;
import dk.borgerbro.core.id.CprNumber;
import dk.borgerbro.core.id.CvrNumber;
import dk.borgerbro.core.journal.JournalEntry;
import dk.borgerbro.core.journal.JournalKey;
import dk.borgerbro.core.journal.JournalState;
import dk.borgerbro.core.observe.AuditEvent;
import dk.borgerbro.digitalpost.DigitalPostClient;
import dk.borgerbro.digitalpost.Dispatch;
import dk.borgerbro.digitalpost.Letter;
import dk.borgerbro.digitalpost.MemoFile;
import dk.borgerbro.digitalpost.SendReceipt;
import dk.borgerbro.digitalpost.memo.Message;
import dk.borgerbro.digitalpost.receipt.ReceiptInbox;
import dk.borgerbro.digitalpost.registration.Registration;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The client over the REST interface; a view for another sender shares everything but the sender. */
final class RestClient implements DigitalPostClient {
    private final Shared shared;
    private final SenderSystem system;
    private final boolean isView;

    private final SendRules rules;
    private final SendOnce sendOnce;
    private final MemoCalls memos;
    private final Registrations registrations;
    private final OutcomesFromReceipts outcomes;
    private final RestReceiptInbox receipts;

    RestClient(Shared shared, SenderSystem system, boolean isView) {
        this.shared = shared;
        this.system = system;
        this.isView = isView;
        this.rules = new SendRules(shared.rules());
        this.sendOnce =
                new SendOnce(shared.journal(), shared.lease(), shared.settings().clock());
        this.memos = new MemoCalls(shared.pipeline(), system);
        this.registrations = new Registrations(shared.pipeline(), system);
        this.outcomes = new OutcomesFromReceipts(
                shared.journal(), shared.lease(), shared.settings().clock());
        this.receipts = new RestReceiptInbox(shared.pipeline(), system, outcomes);
    }

    @Override
    public SendReceipt send(Letter letter, IdempotencyKey key) {
        Letter named = letter.messageId().isPresent()
                ? letter
                : letter.toBuilder().messageId(key.value()).build();
        Message draft = OutgoingLetter.draft(named, system.asSender(), shared.version());
        rules.check(draft);
        UUID proposed = shared.newMessageUuid();
        OutgoingLetter outgoing =
                measured(() -> OutgoingLetter.of(named, system.asSender(), shared.version(), proposed));
        rules.check(draft, outgoing.measures());
        return transmit(outgoing, key, Map.of("recipient", letter.recipient().recipientId()));
    }

    @Override
    public SendReceipt send(Message message, IdempotencyKey key) {
        rules.check(message);
        OutgoingMessage outgoing = measured(() -> OutgoingMessage.of(message));
        rules.check(message, outgoing.measures());
        return transmit(
                outgoing, key, Map.of("recipient", message.header().recipient().recipientId()));
    }

    @Override
    public SendReceipt send(MemoFile memo, IdempotencyKey key) {
        rules.check(memo);
        return transmit(new OutgoingFile(memo), key, Map.of());
    }

    private SendReceipt transmit(Outgoing outgoing, IdempotencyKey key, Map<String, String> who) {
        Answered<SendReceipt> sent = sendOnce.send(outgoing, journalKey(key), memos);
        Map<String, String> details = new HashMap<>(who);
        details.put(WireIds.MESSAGE_UUID, sent.value().messageUuid().toString());
        audit(sent.call(), details);
        return sent.value();
    }

    @Override
    public Optional<Dispatch> find(IdempotencyKey key) {
        JournalKey journalKey = journalKey(key);
        Optional<JournalEntry> entry = shared.journal().find(journalKey);
        if (entry.filter(this::isUnknown).isPresent()) {
            receipts.find(WireIds.messageUuid(entry.get())).ifPresent(outcomes::learn);
            entry = shared.journal().find(journalKey);
        }
        return entry.map(RestClient::dispatch);
    }

    /** What was begun and has not ended when it must have, was left by a crash. */
    private boolean isUnknown(JournalEntry entry) {
        Instant mustHaveEnded = entry.updatedAt().plus(shared.lease());
        return entry.state() == JournalState.UNKNOWN
                || (entry.state() == JournalState.STARTED
                        && !shared.settings().clock().instant().isBefore(mustHaveEnded));
    }

    private static Dispatch dispatch(JournalEntry entry) {
        return entry.state() == JournalState.ACCEPTED
                ? Dispatch.accepted(StoredReceipt.read(entry))
                : Dispatch.of(entry.state(), WireIds.messageUuid(entry));
    }

    @Override
    public Registration registration(CprNumber cpr) {
        return registration("cprNumber", cpr.value());
    }

    @Override
    public Registration registration(CvrNumber cvr) {
        return registration("cvrNumber", cvr.value());
    }

    private Registration registration(String field, String number) {
        Answered<Registration> found = registrations.find(field, number);
        audit(found.call(), Map.of(field, number));
        return found.value();
    }

    @Override
    public ReceiptInbox receipts() {
        return receipts;
    }

    @Override
    public DigitalPostClient withSender(CvrNumber sender, String label) {
        return new RestClient(shared, new SenderSystem(sender, label, system.token()), true);
    }

    @Override
    public DigitalPostClient withSystemToken(Secret systemToken) {
        return new RestClient(shared, new SenderSystem(system.cvr(), system.label(), systemToken), true);
    }

    @Override
    public void close() {
        if (!isView) {
            shared.pipeline().close();
        }
    }

    @Override
    public String toString() {
        return "DigitalPostClient(" + system.cvr() + ")";
    }

    private JournalKey journalKey(IdempotencyKey key) {
        return new JournalKey(WireIds.SERVICE, system.cvr(), key);
    }

    private void audit(CallReference call, Map<String, String> details) {
        Instant now = shared.settings().clock().instant();
        shared.settings()
                .audit()
                .on(new AuditEvent(now, call.service(), call.operation(), system.cvr(), call.correlationId(), details));
    }

    private static <T> T measured(Reading<T> reading) {
        try {
            return reading.read();
        } catch (IOException e) {
            throw Unreadable.document(e);
        }
    }

    /** Reads documents. */
    @FunctionalInterface
    private interface Reading<T> {
        T read() throws IOException;
    }
}
