package dk.borgerbro.examples.tour;

import dk.borgerbro.core.config.ClientSettings;
import dk.borgerbro.core.config.IdempotencyKey;
import dk.borgerbro.core.config.RetryPolicy;
import dk.borgerbro.core.error.InvalidInputException;
import dk.borgerbro.core.error.OutcomeUnknownException;
import dk.borgerbro.core.error.ServiceException;
import dk.borgerbro.digitalpost.DigitalPostClient;
import dk.borgerbro.digitalpost.Document;
import dk.borgerbro.digitalpost.Letter;
import dk.borgerbro.digitalpost.MemoFile;
import dk.borgerbro.digitalpost.SendReceipt;
import dk.borgerbro.digitalpost.memo.ContentSource;
import dk.borgerbro.digitalpost.receipt.Receipt;
import dk.borgerbro.testkit.digitalpost.DigitalPostSimulator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;

/** Digital Post: a letter, its receipts, and what happens when things go wrong. */
final class LetterTour {
    /** The sender in the agency's example; no real organisation has this number. */
    private static final String SENDER_OF_THE_EXAMPLE = "12345678";

    /** A corrected message is another message, with an id of its own. */
    private static final String ID_OF_THE_EXAMPLE = "8C2EA15D-61FB-4BA9-9366-42F8B194C114";

    private final Narrator narrator;
    private final AttemptLog attempts = new AttemptLog();

    LetterTour(Narrator narrator) {
        this.narrator = narrator;
    }

    void run() {
        narrator.title("Digital Post");
        try (var simulator = DigitalPostSimulator.start();
                var post = client(simulator)) {
            narrator.say("A simulator listens on " + simulator.environment().baseUri() + ", over mutual TLS,");
            narrator.say("with certificates made a moment ago. Everything below is a real HTTP call to it.");
            lookUp(simulator, post);
            sendLetter(simulator, post);
            refuseBadLetter(simulator, post);
            sendOfficialExample(simulator, post);
            retryAfter503(simulator, post);
            unknownOutcome(simulator, post);
        }
    }

    private DigitalPostClient client(DigitalPostSimulator simulator) {
        ClientSettings settings = ClientSettings.builder()
                .application("Borgerbro-tour", "1")
                .retry(new RetryPolicy(3, Duration.ofMillis(50), Duration.ofMillis(200)))
                .listener(attempts)
                .build();
        return DigitalPostClient.builder()
                .environment(simulator.environment())
                .key(simulator.senderKey())
                .sender(simulator.senderCvr(), "Prøvested Kommune")
                .systemToken(simulator.system().systemId(), simulator.system().apiToken())
                .settings(settings)
                .mandatoryPostAllowed(true)
                .legalNotificationAllowed(true)
                .build();
    }

    private void lookUp(DigitalPostSimulator simulator, DigitalPostClient post) {
        narrator.stop("Can this person receive Digital Post?");
        narrator.fact("an adult", post.registration(simulator.anyAdult()).publicStatus());
        narrator.fact(
                "an exempt adult", post.registration(simulator.exemptAdult()).publicStatus());
        narrator.say("Both are values: being exempt is an answer, not an error. The numbers themselves print as "
                + simulator.anyAdult() + ".");
    }

    private void sendLetter(DigitalPostSimulator simulator, DigitalPostClient post) {
        narrator.stop("Send a letter");
        SendReceipt receipt =
                post.send(letter(simulator, "Afgørelse i din sag"), IdempotencyKey.of("sag-2025-0117/brev/1"));
        narrator.fact("technical receipt", receipt.status() + ", message " + receipt.messageUuid());
        narrator.say("It was taken over. Whether it is valid and delivered comes later, as a business receipt:");
        post.receipts().process(this::tell);
        narrator.say("The receipt is deleted at the service only after the handler has returned: a crash loses none.");
        SendReceipt again =
                post.send(letter(simulator, "Afgørelse i din sag"), IdempotencyKey.of("sag-2025-0117/brev/1"));
        narrator.fact("sent again, same key", again.messageUuid() + ", the same message");
        narrator.fact("letters that arrived", simulator.received().size());
    }

    private void tell(Receipt receipt) {
        narrator.fact(
                "business receipt",
                receipt.status() + " for " + receipt.messageUuid().orElseThrow());
    }

    private void refuseBadLetter(DigitalPostSimulator simulator, DigitalPostClient post) {
        narrator.stop("A letter that breaks the rules is never sent");
        try {
            Letter bad = Letter.builder(
                            simulator.anyAdult(),
                            "x".repeat(300),
                            Document.pdf("svar: ja/nej?.pdf", ContentSource.of(pdf())))
                    .build();
            post.send(bad, IdempotencyKey.of("sag-2025-0117/brev/2"));
        } catch (InvalidInputException e) {
            narrator.say(e.getClass().getSimpleName() + ", with all findings at once:");
            e.findings().forEach(finding -> narrator.say("- " + finding));
        }
    }

    private void sendOfficialExample(DigitalPostSimulator simulator, DigitalPostClient post) {
        narrator.stop("Send the agency's own example, MeMo_Full_Example.xml");
        String example = officialExample();
        try {
            post.send(memo(example), IdempotencyKey.of("official-example/as-it-is"));
        } catch (ServiceException e) {
            narrator.say("As it is, the service refuses it, for its sender is not ours:");
            narrator.fact("who must act", e.responsibility());
            narrator.fact("code and status", e.code() + ", HTTP " + e.httpStatus());
        }
        String ours = example.replace(
                        SENDER_OF_THE_EXAMPLE, simulator.senderCvr().value())
                .replace(ID_OF_THE_EXAMPLE, UUID.randomUUID().toString());
        SendReceipt receipt = post.send(memo(ours), IdempotencyKey.of("official-example/ours"));
        narrator.fact("with our CVR number", receipt.status() + ", message " + receipt.messageUuid());
        attempts.take();
    }

    private void retryAfter503(DigitalPostSimulator simulator, DigitalPostClient post) {
        narrator.stop("The service is busy for a moment");
        simulator.next().times(2).respond(503);
        SendReceipt receipt = post.send(letter(simulator, "Indkaldelse"), IdempotencyKey.of("sag-2025-0117/brev/3"));
        narrator.fact("tries", attempts.take());
        narrator.fact("receipt", receipt.status() + ", message " + receipt.messageUuid());
        narrator.say(
                "Only what the service recognises as a repeat is tried again; each try carried the same message id.");
    }

    private void unknownOutcome(DigitalPostSimulator simulator, DigitalPostClient post) {
        narrator.stop("The line goes dead after the letter left");
        IdempotencyKey key = IdempotencyKey.of("sag-2025-0117/brev/4");
        Letter letter = letter(simulator, "Partshøring");
        int before = simulator.received().size();
        simulator.holdReceipts();
        simulator.next().times(3).dropAfterReceiving();
        try {
            post.send(letter, key);
        } catch (OutcomeUnknownException e) {
            narrator.fact("tries", attempts.take());
            narrator.say(e.getClass().getSimpleName() + ": it may or may not have arrived. Quote to support:");
            narrator.fact("correlation id", e.correlationId());
            narrator.fact("find(key) says", post.find(key).orElseThrow().state());
        }
        simulator.releaseReceipts();
        narrator.say("When the business receipt has come, the same look-up settles it:");
        narrator.fact("find(key) says", post.find(key).orElseThrow().state());
        SendReceipt receipt = post.send(letter, key);
        narrator.fact("sent again, same key", receipt.status() + ", message " + receipt.messageUuid());
        narrator.fact("letters that arrived", simulator.received().size() - before);
    }

    private static Letter letter(DigitalPostSimulator simulator, String subject) {
        return Letter.builder(simulator.anyAdult(), subject, Document.pdf("afgoerelse.pdf", ContentSource.of(pdf())))
                .build();
    }

    private static byte[] pdf() {
        return "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
    }

    private static MemoFile memo(String xml) {
        return MemoFile.of(ContentSource.of(xml.getBytes(StandardCharsets.UTF_8)));
    }

    private static String officialExample() {
        try (InputStream example =
                Objects.requireNonNull(LetterTour.class.getResourceAsStream("MeMo_Full_Example.xml"))) {
            return new String(example.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
