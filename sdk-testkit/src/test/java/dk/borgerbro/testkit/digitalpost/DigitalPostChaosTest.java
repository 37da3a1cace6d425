package dk.borgerbro.testkit.digitalpost;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerbro.testkit.simulator.FaultKind;
import dk.borgerbro.testkit.simulator.RecordedCall;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a client that tries again may rely on. */
class DigitalPostChaosTest {
    private static final int LETTERS = 120;

    @Test
    void losesNothingAndDeliversNothingTwiceHoweverManyTriesItTakes() throws Exception {
        try (DigitalPostSimulator sim = DigitalPostSimulator.start()) {
            JdkClient client = JdkClient.of(sim);
            sim.chaos(20250331, 0.4);
            Set<UUID> sent =
                    IntStream.range(0, LETTERS).mapToObj(i -> UUID.randomUUID()).collect(Collectors.toSet());
            ExecutorService threads = Executors.newFixedThreadPool(8);
            List<Future<Integer>> tries = new ArrayList<>();
            sent.forEach(uuid -> tries.add(threads.submit(() -> triesUntilAnswered(client, uuid))));
            int total = 0;
            for (Future<Integer> needed : tries) {
                total += needed.get();
            }
            threads.shutdown();
            sim.calm();

            assertThat(total).isGreaterThan(LETTERS);
            assertThat(sim.received()).hasSize(LETTERS);
            assertThat(sim.received().stream().map(ReceivedLetter::messageUuid))
                    .containsExactlyInAnyOrderElementsOf(sent);
            assertThat(sim.received()).anyMatch(letter -> letter.arrivals() > 1);
            assertThat(client.get("receipts/").json()).containsEntry("totalElements", LETTERS);
            assertThat(sim.calls())
                    .extracting(RecordedCall::fault)
                    .contains(
                            FaultKind.STATUS,
                            FaultKind.DELAY,
                            FaultKind.DROP_BEFORE_RECEIVING,
                            FaultKind.DROP_AFTER_RECEIVING,
                            FaultKind.CUT_ANSWER);
        }
    }

    private static int triesUntilAnswered(JdkClient client, UUID uuid) throws InterruptedException {
        for (int tries = 1; ; tries++) {
            try {
                if (client.upload(uuid, Xml.minimum(uuid)).status() == 201) {
                    return tries;
                }
            } catch (IOException e) {
                // No answer. The same UUID makes it safe to try again.
            }
        }
    }
}
