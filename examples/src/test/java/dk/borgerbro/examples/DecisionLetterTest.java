package dk.borgerbro.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerbro.core.config.IdempotencyKey;
import dk.borgerbro.digitalpost.DigitalPostClient;
import dk.borgerbro.digitalpost.Document;
import dk.borgerbro.digitalpost.Letter;
import dk.borgerbro.digitalpost.memo.ContentSource;
import dk.borgerbro.testkit.digitalpost.DigitalPostSimulator;
import dk.borgerbro.testkit.junit.WithSimulators;
import org.junit.jupiter.api.Test;

// tag::test
@WithSimulators
class DecisionLetterTest {
    @Test
    void theDecisionArrivesAlthoughTheServiceIsBusy(DigitalPostSimulator simulator) {
        simulator.next().respond(503);

        try (DigitalPostClient post = client(simulator)) {
            post.send(decision(simulator), IdempotencyKey.of("sag-2025-0117/brev/1"));
        }

        assertThat(simulator.received())
                .singleElement()
                .satisfies(letter -> assertThat(letter.label()).isEqualTo("Afgørelse i din sag"));
    }
    // end::test

    private static DigitalPostClient client(DigitalPostSimulator simulator) {
        return DigitalPostClient.builder()
                .environment(simulator.environment())
                .key(simulator.senderKey())
                .sender(simulator.senderCvr())
                .systemToken(simulator.system().systemId(), simulator.system().apiToken())
                .build();
    }

    private static Letter decision(DigitalPostSimulator simulator) {
        Document document = Document.pdf("afgoerelse.pdf", ContentSource.of(new byte[] {'%', 'P', 'D', 'F'}));
        return Letter.builder(simulator.anyAdult(), "Afgørelse i din sag", document)
                .build();
    }
}
