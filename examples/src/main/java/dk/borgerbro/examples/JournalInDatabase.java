package dk.borgerbro.examples;

import dk.borgerbro.core.config.IdempotencyKey;
import dk.borgerbro.core.journal.Journal;
import dk.borgerbro.core.journal.JournalSchema;
import dk.borgerbro.digitalpost.DigitalPostClient;
import dk.borgerbro.digitalpost.Document;
import dk.borgerbro.digitalpost.Letter;
import dk.borgerbro.digitalpost.memo.ContentSource;
import dk.borgerbro.testkit.digitalpost.DigitalPostSimulator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** A letter is sent once, although the application is restarted in between and sends it again. */
public final class JournalInDatabase {
    private JournalInDatabase() {}

    /** Sends, restarts, sends again. */
    public static void main(String[] args) throws IOException {
        Path folder = Files.createTempDirectory("borgerbro-journal");
        try (DigitalPostSimulator simulator = DigitalPostSimulator.start()) {
            // tag::journal
            JdbcDataSource database = new JdbcDataSource();
            database.setURL("jdbc:h2:file:" + folder.resolve("journal") + ";WRITE_DELAY=0");
            JournalSchema.create(database);
            // end::journal

            System.out.println("first run:  " + send(simulator, database));
            System.out.println("second run: " + send(simulator, database));
            System.out.println("letters:    " + simulator.received().size());
        }
    }

    /** What an application does that was started anew. */
    private static String send(DigitalPostSimulator simulator, DataSource database) {
        try (var post = DigitalPostClient.builder()
                .environment(simulator.environment())
                .key(simulator.senderKey())
                .sender(simulator.senderCvr())
                .systemToken(simulator.system().systemId(), simulator.system().apiToken())
                .journal(Journal.jdbc(database, Clock.systemUTC()))
                .build()) {
            byte[] pdf = "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
            Document decision = Document.pdf("afgoerelse.pdf", ContentSource.of(pdf));
            Letter letter = Letter.builder(simulator.anyAdult(), "Afgørelse i din sag", decision)
                    .build();
            return "message "
                    + post.send(letter, IdempotencyKey.of("sag-2025-0117/brev/1"))
                            .messageUuid();
        }
    }
}
