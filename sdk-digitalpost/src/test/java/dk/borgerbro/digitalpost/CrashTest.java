package dk.borgerbro.digitalpost;

import static dk.borgerbro.digitalpost.TestPost.KEY;
import static dk.borgerbro.digitalpost.TestPost.NOW;
import static dk.borgerbro.digitalpost.TestPost.letter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgerbro.core.error.OutcomeUnknownException;
import dk.borgerbro.core.error.ServiceException;
import dk.borgerbro.core.error.StorageException;
import dk.borgerbro.core.http.HttpCall;
import dk.borgerbro.core.journal.Journal;
import dk.borgerbro.core.journal.JournalKey;
import dk.borgerbro.core.journal.JournalState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What remains when a process or its database dies while a letter is under way, and how the truth comes out. */
class CrashTest {
    private static final JournalKey EVENT = new JournalKey("digitalpost", TestPost.SENDER, KEY);
    private static final UUID MESSAGE = UUID.fromString("fcdcf318-59b6-427c-9879-4f0af833d593");
    private static final UUID RECEIPT = new UUID(1, 1);
    private static final Duration LEASE = Duration.ofMinutes(3);

    private final AtomicReference<Instant> time = new AtomicReference<>(NOW);
    private final Clock clock = ((InstantSource) time::get).withZone(ZoneOffset.UTC);
    private final FailingJournal journal = new FailingJournal(Journal.inMemory(clock));
    private final TestPost post = new TestPost(settings -> settings.clock(clock), builder -> builder.journal(journal));

    @Test
    void aLetterThatACrashLeftBehindIsLookedUpOnceItsTimeIsOver() {
        beginAndCrash();
        assertThat(post.client.find(KEY)).contains(Dispatch.of(JournalState.STARTED, MESSAGE));
        assertThat(post.transport.calls()).isEmpty();

        time.set(NOW.plus(LEASE));
        post.transport.answer(200, "{\"receipts\":[" + receipt("COMPLETED") + "]}");

        assertThat(post.client.find(KEY).orElseThrow().state()).isEqualTo(JournalState.ACCEPTED);
    }

    @Test
    void aReceiptThatTheJournalCannotTakeInYetStaysAtTheService() {
        beginAndCrash();
        post.transport
                .answer(200, page(RECEIPT))
                .answer(200, receipt("COMPLETED"))
                .answer(200, page(RECEIPT));
        assertThat(post.client.receipts().process(receipt -> {})).isEqualTo(1);
        assertThat(post.transport.calls()).extracting(HttpCall::method).containsOnly("GET");
        assertThat(journal.find(EVENT).orElseThrow().state()).isEqualTo(JournalState.STARTED);

        time.set(NOW.plus(LEASE));
        post.transport
                .answer(200, page(RECEIPT))
                .answer(200, receipt("COMPLETED"))
                .answer(204, "")
                .answer(200, page());
        assertThat(post.client.receipts().process(receipt -> {})).isEqualTo(1);
        assertThat(journal.find(EVENT).orElseThrow().state()).isEqualTo(JournalState.ACCEPTED);
    }

    @Test
    void aReceiptThatRepeatsARefusalDoesNotKeepTheLetterFromBeingSentAgain() {
        post.transport.answer(403, "{\"code\":\"not.allowed\"}");
        assertThatThrownBy(() -> post.client.send(letter(), KEY)).isInstanceOf(ServiceException.class);
        String uuid = journal.find(EVENT).orElseThrow().wireIds().get("messageUuid");
        post.transport
                .answer(200, page(RECEIPT))
                .answer(200, "{\"messageUUID\":\"" + uuid + "\",\"receiptStatus\":\"NOT_ALLOWED\"}")
                .answer(204, "")
                .answer(200, page());
        assertThat(post.client.receipts().process(receipt -> {})).isEqualTo(1);
        assertThat(journal.find(EVENT).orElseThrow().state()).isEqualTo(JournalState.REFUSED);

        post.transport.answer(201, "{\"receiptStatus\":\"RECEIVED\"}");
        post.client.send(letter(), KEY);
        assertThat(journal.find(EVENT).orElseThrow().state()).isEqualTo(JournalState.ACCEPTED);
    }

    @Test
    void aJournalThatFailsBeforeSendingSendsNothing() {
        journal.failsToClaim = true;

        assertThatThrownBy(() -> post.client.send(letter(), KEY)).isInstanceOf(StorageException.class);
        assertThat(post.transport.calls()).isEmpty();
    }

    @Test
    void aJournalThatFailsAfterSendingDoesNotSayThatNothingWasSent() {
        journal.failsToSettle = true;
        post.transport.answer(201, "{\"receiptStatus\":\"RECEIVED\"}");

        assertThatThrownBy(() -> post.client.send(letter(), KEY))
                .isInstanceOf(OutcomeUnknownException.class)
                .hasMessageContaining("journal")
                .hasCauseInstanceOf(StorageException.class);

        journal.failsToSettle = false;
        time.set(NOW.plus(LEASE));
        post.transport.answer(201, "{\"receiptStatus\":\"RECEIVED\"}");
        post.client.send(letter(), KEY);
        assertThat(post.transport.bodies().get(1))
                .isEqualTo(post.transport.bodies().get(0));
    }

    private void beginAndCrash() {
        journal.claim(EVENT, "0".repeat(64), Map.of("messageUuid", MESSAGE.toString()), LEASE);
    }

    private static String receipt(String status) {
        return "{\"messageUUID\":\"" + MESSAGE + "\",\"receiptStatus\":\"" + status + "\"}";
    }

    private static String page(UUID... ids) {
        return ids.length == 0 ? "{\"content\":[]}" : "{\"content\":[\"" + ids[0] + "\"]}";
    }
}
