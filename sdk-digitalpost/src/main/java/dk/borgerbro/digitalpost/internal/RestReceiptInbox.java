package dk.borgerbro.digitalpost.internal;

import com.fasterxml.jackson.databind.JsonNode;
import dk.borgerbro.core.error.InvalidInputException;
import dk.borgerbro.core.error.ServiceException;
import dk.borgerbro.core.support.Answer;
import dk.borgerbro.core.support.CallKind;
import dk.borgerbro.core.support.CallPipeline;
import dk.borgerbro.core.support.ServiceCall;
import dk.borgerbro.digitalpost.receipt.Receipt;
import dk.borgerbro.digitalpost.receipt.ReceiptInbox;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** Receipts by {@code GET /receipts/}, {@code GET /receipts/{id}} and {@code DELETE /receipts/{id}}. */
final class RestReceiptInbox implements ReceiptInbox {
    private static final int PAGE = 100;
    private static final int SEARCHED_PAGES = 50;
    private static final int NOT_FOUND = 404;

    private final CallPipeline pipeline;
    private final SenderSystem system;
    private final OutcomesFromReceipts outcomes;

    RestReceiptInbox(CallPipeline pipeline, SenderSystem system, OutcomesFromReceipts outcomes) {
        this.pipeline = pipeline;
        this.system = system;
        this.outcomes = outcomes;
    }

    @Override
    public int process(Consumer<Receipt> handler) {
        int handled = 0;
        // Searches are only eventually consistent: what was deleted may be listed again for a while.
        Set<UUID> seen = new HashSet<>();
        int page = 0;
        while (true) {
            List<UUID> listed = list(page, PAGE);
            List<UUID> fresh = listed.stream().filter(seen::add).toList();
            if (fresh.isEmpty() && (listed.size() < PAGE || page == SEARCHED_PAGES)) {
                return handled;
            }
            // Behind a page that holds nothing new there may be more; what is deleted moves the rest to the front.
            page = fresh.isEmpty() ? page + 1 : 0;
            for (UUID id : fresh) {
                Optional<Receipt> receipt = fetch(id);
                if (receipt.isPresent()) {
                    handler.accept(receipt.get());
                    if (outcomes.learn(receipt.get())) {
                        delete(id);
                    }
                    handled++;
                }
            }
        }
    }

    @Override
    public List<UUID> list(int page, int size) {
        if (page < 0 || size < 1 || size > 1000) {
            throw InvalidInputException.ofValue("ReceiptInbox", "page must be 0 or more and size 1 to 1000");
        }
        return pipeline.call(Authorised.by(
                        system,
                        ServiceCall.<List<UUID>>builder(
                                "receipts.list", CallKind.READ, "GET", "receipts/", RestReceiptInbox::ids))
                .query("page", Integer.toString(page))
                .query("size", Integer.toString(size))
                .build());
    }

    @Override
    public Optional<Receipt> fetch(UUID receiptId) {
        try {
            return Optional.of(pipeline.call(Authorised.by(
                            system,
                            ServiceCall.<Receipt>builder(
                                    "receipts.fetch",
                                    CallKind.READ,
                                    "GET",
                                    "receipts/" + receiptId,
                                    answer -> ReceiptJson.read(Json.object(answer.body()))))
                    // Said explicitly: the call is described as deleting, and a crash would then lose the receipt.
                    .query("delete", "false")
                    .build()));
        } catch (ServiceException e) {
            if (e.httpStatus() == NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public void delete(UUID receiptId) {
        try {
            pipeline.call(Authorised.by(
                            system,
                            ServiceCall.<Boolean>builder(
                                    "receipts.delete",
                                    CallKind.DEDUPLICATED_WRITE,
                                    "DELETE",
                                    "receipts/" + receiptId,
                                    answer -> Boolean.TRUE))
                    .build());
        } catch (ServiceException e) {
            if (e.httpStatus() != NOT_FOUND) {
                throw e;
            }
        }
    }

    /** {@return the waiting receipt of a message, which stays; looks at the first pages only} */
    Optional<Receipt> find(UUID messageUuid) {
        for (int page = 0; page < SEARCHED_PAGES; page++) {
            List<Receipt> receipts = bulk(page);
            Optional<Receipt> found = receipts.stream()
                    .filter(receipt ->
                            receipt.messageUuid().filter(messageUuid::equals).isPresent())
                    .findFirst();
            if (found.isPresent() || receipts.size() < PAGE) {
                return found;
            }
        }
        return Optional.empty();
    }

    private List<Receipt> bulk(int page) {
        return pipeline.call(Authorised.by(
                        system,
                        ServiceCall.<List<Receipt>>builder(
                                "receipts.search", CallKind.READ, "GET", "receipts-bulk/", RestReceiptInbox::receipts))
                .query("page", Integer.toString(page))
                .query("size", Integer.toString(PAGE))
                .build());
    }

    private static List<Receipt> receipts(Answer answer) throws IOException {
        JsonNode content = Json.object(answer.body()).path("receipts");
        if (!content.isArray()) {
            throw new IOException("the answer is no page of receipts");
        }
        List<Receipt> receipts = new ArrayList<>();
        content.forEach(receipt -> receipts.add(ReceiptJson.read(receipt)));
        return receipts;
    }

    private static List<UUID> ids(Answer answer) throws IOException {
        JsonNode content = Json.object(answer.body()).path("content");
        if (!content.isArray()) {
            throw new IOException("the answer is no page of ids");
        }
        List<UUID> ids = new ArrayList<>();
        for (JsonNode id : content) {
            ids.add(Json.uuid(id.asText())
                    .orElseThrow(() -> new IOException("the page holds something else than ids")));
        }
        return ids;
    }
}
