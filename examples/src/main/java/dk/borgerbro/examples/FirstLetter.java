package dk.borgerbro.examples;

import dk.borgerbro.core.config.IdempotencyKey;
import dk.borgerbro.digitalpost.DigitalPostClient;
import dk.borgerbro.digitalpost.Document;
import dk.borgerbro.digitalpost.Letter;
import dk.borgerbro.digitalpost.SendReceipt;
import dk.borgerbro.digitalpost.memo.ContentSource;
import dk.borgerbro.testkit.digitalpost.DigitalPostSimulator;
import java.nio.charset.StandardCharsets;

/** The README's first program: one letter to a simulator in the same process. */
public final class FirstLetter {
    private FirstLetter() {}

    /** Sends the letter and prints its receipt. */
    public static void main(String[] args) {
        byte[] pdf = "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
        // tag::first-letter
        try (var simulator = DigitalPostSimulator.start();
                var post = DigitalPostClient.builder()
                        .environment(simulator.environment())
                        .key(simulator.senderKey())
                        .sender(simulator.senderCvr())
                        .systemToken(
                                simulator.system().systemId(),
                                simulator.system().apiToken())
                        .build()) {
            Document decision = Document.pdf("afgoerelse.pdf", ContentSource.of(pdf));
            Letter letter = Letter.builder(simulator.anyAdult(), "Afgørelse i din sag", decision)
                    .build();
            SendReceipt receipt = post.send(letter, IdempotencyKey.of("sag-2025-0117/brev/1"));
            System.out.println(receipt.status() + " " + receipt.messageUuid());
        }
        // end::first-letter
    }
}
