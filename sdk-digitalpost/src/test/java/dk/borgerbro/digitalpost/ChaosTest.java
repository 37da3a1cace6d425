package dk.borgerbro.digitalpost;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerbro.core.config.BreakerPolicy;
import dk.borgerbro.core.config.ClientSettings;
import dk.borgerbro.core.config.IdempotencyKey;
import dk.borgerbro.core.error.OutcomeUnknownException;
import dk.borgerbro.core.error.SdkException;
import dk.borgerbro.core.journal.Journal;
import dk.borgerbro.core.journal.JournalEntry;
import dk.borgerbro.core.journal.JournalKey;
import dk.borgerbro.core.journal.JournalState;
import dk.borgerbro.digitalpost.memo.ContentSource;
import dk.borgerbro.testkit.digitalpost.DigitalPostSimulator;
import dk.borgerbro.testkit.digitalpost.ReceivedLetter;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Two thousand letters from sixteen threads to a service that answers 503, hangs up before and after receiving, cuts answers and dawdles:
 * afterwards service and journal agree message by message.
 */
class ChaosTest {
    private static final int LETTERS = 2_000;
    private static final int THREADS = 16;

    private final Journal journal = Journal.inMemory(Clock.systemUTC());

    @Test
    void nothingIsLostAndNothingArrivesTwice() throws Exception {
        try (DigitalPostSimulator simulator = DigitalPostSimulator.start();
                DigitalPostClient post = client(simulator)) {
            simulator.chaos(20_260_301, 0.6);
            Map<Integer, String> outcomes = sendAll(post);
            simulator.calm();

            agree(simulator, outcomes);
            assertThat(Set.copyOf(outcomes.values()))
                    .as("the chaos was one: some letters got through and some did not")
                    .contains("accepted", OutcomeUnknownException.class.getSimpleName());

            assertThat(Set.copyOf(sendAll(post).values())).containsExactly("accepted");
            assertThat(simulator.received()).hasSize(LETTERS);
            assertThat(simulator.received()).extracting(ReceivedLetter::label).doesNotHaveDuplicates();
        }
    }

    /** What the journal says of a letter must be what the service knows of it; only UNKNOWN may be either. */
    private void agree(DigitalPostSimulator simulator, Map<Integer, String> outcomes) {
        Map<UUID, ReceivedLetter> arrived = simulator.received().stream()
                .collect(Collectors.toMap(ReceivedLetter::messageUuid, Function.identity()));
        assertThat(arrived.values()).extracting(ReceivedLetter::label).doesNotHaveDuplicates();
        Map<JournalState, Integer> states = new EnumMap<>(JournalState.class);
        for (int i = 0; i < LETTERS; i++) {
            JournalEntry entry = journal.find(new JournalKey("digitalpost", simulator.senderCvr(), key(i)))
                    .orElseThrow();
            UUID messageUuid =
                    UUID.fromString(entry.wireIds().values().iterator().next());
            states.merge(entry.state(), 1, Integer::sum);
            switch (entry.state()) {
                case ACCEPTED -> {
                    assertThat(arrived).containsKey(messageUuid);
                    assertThat(arrived.get(messageUuid).label()).isEqualTo(label(i));
                    assertThat(outcomes).containsEntry(i, "accepted");
                }
                case NOT_SENT, REFUSED -> assertThat(arrived).doesNotContainKey(messageUuid);
                case UNKNOWN -> assertThat(outcomes).containsEntry(i, OutcomeUnknownException.class.getSimpleName());
                case STARTED -> throw new AssertionError("letter " + i + " was left under way");
            }
        }
        assertThat(states).containsKeys(JournalState.ACCEPTED, JournalState.UNKNOWN);
    }

    private static Map<Integer, String> sendAll(DigitalPostClient post) throws Exception {
        Map<Integer, String> outcomes = new ConcurrentHashMap<>();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> sendings = new ArrayList<>();
            for (int i = 0; i < LETTERS; i++) {
                int number = i;
                sendings.add(threads.submit(() -> outcomes.put(number, outcome(post, number))));
            }
            for (Future<?> sending : sendings) {
                sending.get();
            }
        } finally {
            threads.shutdownNow();
        }
        return outcomes;
    }

    private static String outcome(DigitalPostClient post, int number) {
        try {
            post.send(letter(number), key(number));
            return "accepted";
        } catch (SdkException e) {
            return e.getClass().getSimpleName();
        }
    }

    private static Letter letter(int number) {
        Document document = Document.pdf("brev.pdf", ContentSource.of(new byte[] {'%', 'P', 'D', 'F', (byte) number}));
        return Letter.builder(TestPost.PERSON, label(number), document).build();
    }

    private static String label(int number) {
        return "Brev " + number;
    }

    private static IdempotencyKey key(int number) {
        return IdempotencyKey.of("masse-2025/brev/" + number);
    }

    /** Waits take no time, and the breaker stays closed: it would end the chaos early. */
    private DigitalPostClient client(DigitalPostSimulator simulator) {
        return DigitalPostClient.builder()
                .environment(simulator.environment())
                .key(simulator.senderKey())
                .sender(simulator.senderCvr())
                .systemToken(simulator.system().systemId(), simulator.system().apiToken())
                .journal(journal)
                .settings(ClientSettings.builder()
                        .breaker(new BreakerPolicy(100, 10_000, Duration.ofSeconds(1)))
                        .sleeper(time -> {})
                        .build())
                .build();
    }
}
