package dk.borgerbro.testkit.digitalpost;

import dk.borgerbro.testkit.simulator.SimulatedAnswer;
import dk.borgerbro.testkit.simulator.SimulatedRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Finds who answers a call. Paths end with a slash where the service's description says so. Thread-safe. */
final class DigitalPostService {
    private final Systems systems;
    private final Memos memos;
    private final Receipts receipts;
    private final Contacts contacts;

    DigitalPostService(Systems systems, Memos memos, Receipts receipts, Contacts contacts) {
        this.systems = systems;
        this.memos = memos;
        this.receipts = receipts;
        this.contacts = contacts;
    }

    SimulatedAnswer handle(SimulatedRequest request) throws IOException {
        try {
            return route(systems.authenticate(request), request);
        } catch (Refusal refusal) {
            return refusal.answer();
        }
    }

    private SimulatedAnswer route(SenderSystem system, SimulatedRequest request) throws IOException {
        String call = request.method() + " " + request.path();
        if (call.equals("POST /memos/")) {
            return memos.post(system, request);
        }
        if (call.equals("GET /receipts/")) {
            List<String> ids = receipts.of(system).stream()
                    .map(receipt -> receipt.id().toString())
                    .toList();
            return SimulatedAnswer.json(200, Page.of(request).ids(ids));
        }
        if (call.equals("GET /receipts-bulk/")) {
            List<Map<String, Object>> all =
                    receipts.of(system).stream().map(Receipts.Waiting::withId).toList();
            return SimulatedAnswer.json(200, Page.of(request).searchResult("receipts", all));
        }
        if (call.equals("GET /contacts/")) {
            return contacts.find(request);
        }
        if (call.startsWith("GET /contacts/")) {
            return contacts.get(call.substring("GET /contacts/".length()));
        }
        if (call.startsWith("GET /receipts/")) {
            // "Returns and deletes afterwards", says the description: deleting is what happens unless told otherwise.
            boolean delete =
                    !request.parameter("delete").filter("false"::equals).isPresent();
            return receipt(system, call.substring("GET /receipts/".length()), delete)
                    .map(receipt -> SimulatedAnswer.json(200, receipt.receipt()))
                    .orElseThrow(() -> new Refusal(404, "not.found", "no such receipt"));
        }
        if (call.startsWith("DELETE /receipts/")) {
            return receipt(system, call.substring("DELETE /receipts/".length()), true)
                    .map(receipt -> SimulatedAnswer.empty(204))
                    .orElseThrow(() -> new Refusal(404, "not.found", "no such receipt"));
        }
        throw new Refusal(404, "not.found", "the simulator does not know this path and method");
    }

    private Optional<Receipts.Waiting> receipt(SenderSystem system, String id, boolean delete) {
        return Uuids.read(id).flatMap((UUID uuid) -> receipts.take(system, uuid, delete));
    }

    /** {@return what goes with a status that a test has scripted: a Receipt for 503, as described, or else an ErrorMessage} */
    static SimulatedAnswer scripted(int status) {
        if (status == 503) {
            return SimulatedAnswer.json(
                    503, Map.of("errorCode", "service.unavailable", "errorMessage", "scripted by the test"));
        }
        return Refusal.errorMessage(status, "scripted", "scripted by the test", List.of());
    }
}
