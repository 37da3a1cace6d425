package dk.borgerbro.testkit.digitalpost;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Business receipts waiting to be fetched, in the order in which they came. Thread-safe. */
final class Receipts {
    private final ReentrantLock lock = new ReentrantLock();
    private final Clock clock;
    private final Map<UUID, Waiting> waiting = new LinkedHashMap<>();
    private final List<Waiting> heldBack = new ArrayList<>();
    private boolean holding;

    Receipts(Clock clock) {
        this.clock = clock;
    }

    Map<String, Object> technical(Memo memo, UUID transmissionId) {
        return receipt(memo, transmissionId, new Verdict("RECEIVED", null, null));
    }

    void add(SenderSystem system, Memo memo, Verdict verdict) {
        Waiting receipt = new Waiting(UUID.randomUUID(), system.systemId(), receipt(memo, UUID.randomUUID(), verdict));
        lock.lock();
        try {
            if (holding) {
                heldBack.add(receipt);
            } else {
                waiting.put(receipt.id(), receipt);
            }
        } finally {
            lock.unlock();
        }
    }

    void hold() {
        lock.lock();
        try {
            holding = true;
        } finally {
            lock.unlock();
        }
    }

    void release() {
        lock.lock();
        try {
            holding = false;
            heldBack.forEach(receipt -> waiting.put(receipt.id(), receipt));
            heldBack.clear();
        } finally {
            lock.unlock();
        }
    }

    void reset() {
        lock.lock();
        try {
            holding = false;
            heldBack.clear();
            waiting.clear();
        } finally {
            lock.unlock();
        }
    }

    List<Waiting> of(SenderSystem system) {
        lock.lock();
        try {
            return waiting.values().stream()
                    .filter(receipt -> receipt.systemId().equals(system.systemId()))
                    .toList();
        } finally {
            lock.unlock();
        }
    }

    Optional<Waiting> take(SenderSystem system, UUID id, boolean delete) {
        lock.lock();
        try {
            Waiting receipt = waiting.get(id);
            if (receipt == null || !receipt.systemId().equals(system.systemId())) {
                return Optional.empty();
            }
            if (delete) {
                waiting.remove(id);
            }
            return Optional.of(receipt);
        } finally {
            lock.unlock();
        }
    }

    private Map<String, Object> receipt(Memo memo, UUID transmissionId, Verdict verdict) {
        Map<String, Object> receipt = new LinkedHashMap<>();
        receipt.put("transmissionId", transmissionId.toString());
        receipt.put("messageUUID", memo.uuid().toString());
        memo.optional("messageID").ifPresent(id -> receipt.put("messageId", id));
        if (verdict.errorCode() != null) {
            receipt.put("errorCode", verdict.errorCode());
            receipt.put("errorMessage", String.valueOf(verdict.errorMessage()));
        }
        receipt.put("timeStamp", clock.instant().toString());
        receipt.put("receiptStatus", verdict.receiptStatus());
        return receipt;
    }

    /**
     * How the service judged a message.
     *
     * @param receiptStatus wire value
     * @param errorCode null if all is well
     * @param errorMessage null if all is well
     */
    record Verdict(
            String receiptStatus,
            @Nullable String errorCode,
            @Nullable String errorMessage) {}

    /**
     * A receipt that nobody has deleted yet.
     *
     * @param id of the receipt itself
     * @param systemId of the sender system that it is for
     * @param receipt the shape {@code Receipt}
     */
    record Waiting(UUID id, UUID systemId, Map<String, Object> receipt) {
        Map<String, Object> withId() {
            Map<String, Object> bulk = new LinkedHashMap<>();
            bulk.put("id", id.toString());
            bulk.putAll(receipt);
            return bulk;
        }
    }
}
