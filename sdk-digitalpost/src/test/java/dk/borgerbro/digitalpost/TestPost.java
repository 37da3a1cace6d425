package dk.borgerbro.digitalpost;

import dk.borgerbro.core.config.ClientSettings;
import dk.borgerbro.core.config.IdempotencyKey;
import dk.borgerbro.core.config.RetryPolicy;
import dk.borgerbro.core.config.ServiceEnvironment;
import dk.borgerbro.core.id.CprNumber;
import dk.borgerbro.core.id.CvrNumber;
import dk.borgerbro.core.journal.Journal;
import dk.borgerbro.core.journal.JournalEntry;
import dk.borgerbro.core.journal.JournalKey;
import dk.borgerbro.digitalpost.memo.ContentSource;
import dk.borgerbro.testkit.person.TestOrganisation;
import dk.borgerbro.testkit.person.TestPerson;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A client over a scripted transport, with a fixed clock and no waiting. */
final class TestPost implements AutoCloseable {
    static final IdempotencyKey KEY = IdempotencyKey.of("sag-1/brev/1");
    static final CvrNumber SENDER = CvrNumber.of(TestOrganisation.MUNICIPALITY.cvr());
    static final CprNumber PERSON = CprNumber.of(TestPerson.ADULT.cpr());
    static final Instant NOW = Instant.parse("2025-03-31T12:00:00Z");

    final ScriptedTransport transport = new ScriptedTransport();
    final Journal journal = Journal.inMemory(Clock.fixed(NOW, ZoneOffset.UTC));
    final List<Duration> waits = new ArrayList<>();
    final DigitalPostClient client;

    TestPost() {
        this(UnaryOperator.identity(), UnaryOperator.identity());
    }

    TestPost(UnaryOperator<ClientSettings.Builder> settings, UnaryOperator<DigitalPostClient.Builder> builder) {
        client = builder.apply(DigitalPostClient.builder()
                        .environment(ServiceEnvironment.withSystemTrust(
                                "test", URI.create("https://digitalpost.example/v1")))
                        .key(() -> {
                            throw new AssertionError("a scripted transport needs no key");
                        })
                        .sender(SENDER, "Prøvested Kommune")
                        .journal(journal)
                        .settings(settings.apply(ClientSettings.builder()
                                        .transport(transport)
                                        .clock(Clock.fixed(NOW, ZoneOffset.UTC))
                                        .sleeper(waits::add))
                                .build()))
                .build();
    }

    static TestPost withoutRetries() {
        return new TestPost(settings -> settings.retry(RetryPolicy.none()), UnaryOperator.identity());
    }

    static Letter letter() {
        return letter("Afgørelse i din sag");
    }

    static Letter letter(String label) {
        return Letter.builder(PERSON, label, Document.pdf("brev.pdf", ContentSource.of(new byte[] {1, 2, 3})))
                .build();
    }

    Optional<JournalEntry> entry() {
        return journal.find(new JournalKey("digitalpost", SENDER, KEY));
    }

    @Override
    public void close() {
        client.close();
    }
}
