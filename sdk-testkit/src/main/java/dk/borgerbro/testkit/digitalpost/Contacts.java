package dk.borgerbro.testkit.digitalpost;

import dk.borgerbro.testkit.simulator.JsonText;
import dk.borgerbro.testkit.simulator.SimulatedAnswer;
import dk.borgerbro.testkit.simulator.SimulatedRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * {@code GET /contacts/}: who is registered. The numbers come in the query or, with {@code isBulkLookup=true}, in the body of the
 * GET. The body's shape is described nowhere; here it is {@code {"cprNumber": ["..."], "cvrNumber": ["..."]}}, the
 * query's own names.
 */
final class Contacts {
    private static final int MOST_BODY_BYTES = 1 << 20;

    private final Recipients recipients;

    Contacts(Recipients recipients) {
        this.recipients = recipients;
    }

    SimulatedAnswer find(SimulatedRequest request) throws IOException {
        Page page = Page.of(request);
        boolean bulk = request.parameter("isBulkLookup").filter("true"::equals).isPresent();
        List<String> numbers = bulk ? inBody(request) : inQuery(request);
        List<Map<String, Object>> found = numbers.stream()
                .distinct()
                .flatMap(number -> recipients.find(number).stream())
                .map(recipients::contact)
                .toList();
        return SimulatedAnswer.json(200, page.searchResult("contacts", found));
    }

    SimulatedAnswer get(String id) {
        Optional<Map<String, Object>> contact = Uuids.read(id).flatMap((UUID uuid) -> recipients.contact(uuid));
        return SimulatedAnswer.json(200, contact.orElseThrow(() -> new Refusal(404, "not.found", "no such contact")));
    }

    private static List<String> inQuery(SimulatedRequest request) {
        List<String> numbers = new ArrayList<>();
        for (String name : List.of("cprNumber", "cvrNumber")) {
            for (String value : request.query().getOrDefault(name, List.of())) {
                numbers.addAll(Arrays.asList(value.split(",")));
            }
        }
        return numbers;
    }

    private static List<String> inBody(SimulatedRequest request) throws IOException {
        String type = request.header("Content-Type").orElse("").split(";", 2)[0].strip();
        byte[] body = request.body().readNBytes(MOST_BODY_BYTES);
        Optional<Map<String, Object>> query = JsonText.readObject(new String(body, StandardCharsets.UTF_8));
        if (!type.equalsIgnoreCase("application/json") || query.isEmpty()) {
            throw new Refusal(400, "query.invalid", "a bulk lookup must bring its query as a JSON object in the body");
        }
        List<String> numbers = new ArrayList<>();
        for (String name : List.of("cprNumber", "cvrNumber")) {
            if (query.get().get(name) instanceof Collection<?> values) {
                values.forEach(value -> numbers.add(String.valueOf(value)));
            }
        }
        return numbers;
    }
}
