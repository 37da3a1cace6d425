package dk.borgerbro.digitalpost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dk.borgerbro.core.config.ClientSettings;
import dk.borgerbro.core.config.IdempotencyKey;
import dk.borgerbro.core.config.RetryPolicy;
import dk.borgerbro.core.credential.OrganisationKey;
import dk.borgerbro.core.error.OutcomeUnknownException;
import dk.borgerbro.core.error.Responsibility;
import dk.borgerbro.core.error.ServiceException;
import dk.borgerbro.core.id.CprNumber;
import dk.borgerbro.core.id.CvrNumber;
import dk.borgerbro.core.journal.JournalState;
import dk.borgerbro.digitalpost.memo.ContentSource;
import dk.borgerbro.digitalpost.memo.MemoVersion;
import dk.borgerbro.digitalpost.receipt.Receipt;
import dk.borgerbro.digitalpost.receipt.ReceiptStatus;
import dk.borgerbro.testkit.digitalpost.DigitalPostSimulator;
import dk.borgerbro.testkit.digitalpost.SenderSystem;
import dk.borgerbro.testkit.person.TestOrganisation;
import dk.borgerbro.testkit.person.TestPerson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real HTTP over mutual TLS to a service that was written from the published schemas by other hands. */
class DigitalPostSimulatorTest {
    private static final IdempotencyKey KEY = IdempotencyKey.of("sag-2025-0117/brev/1");

    private static DigitalPostSimulator sim;

    private DigitalPostClient post;

    @BeforeAll
    static void startSimulator() {
        sim = DigitalPostSimulator.start();
    }

    @AfterAll
    static void stopSimulator() {
        sim.close();
    }

    @BeforeEach
    void connect() {
        post = client().build();
    }

    @AfterEach
    void disconnect() {
        post.close();
        sim.reset();
    }

    @Test
    void theProgramOfTheReadmeSendsALetter(@TempDir Path folder) throws IOException {
        Path pdf = Files.writeString(folder.resolve("afgoerelse.pdf"), "%PDF-1.7 afgørelse");
        Letter letter = Letter.builder(sim.anyAdult(), "Afgørelse i din sag", Document.pdf(pdf))
                .build();
        SendReceipt receipt = post.send(letter, KEY);
        assertThat(receipt.status()).isEqualTo(ReceiptStatus.RECEIVED);
        assertThat(receipt.messageId()).isEqualTo(KEY.value());
        assertThat(sim.received()).singleElement().satisfies(arrived -> {
            assertThat(arrived.messageUuid()).isEqualTo(receipt.messageUuid());
            assertThat(arrived.transmissionId()).hasToString(receipt.transmissionId());
        });
    }

    @Test
    void bothVersionsPassTheSchemasOfTheService() {
        try (DigitalPostClient older = client().version(MemoVersion.V1_1).build()) {
            older.send(full(), IdempotencyKey.of("sag-1/brev/1"));
        }
        post.send(full(), IdempotencyKey.of("sag-1/brev/2"));
        assertThat(sim.received()).hasSize(2);
    }

    @Test
    void aLostAnswerIsRepeatedByItselfAndDeliveredOnce() {
        sim.next().dropAfterReceiving();
        sim.next().respond(503);
        SendReceipt receipt = post.send(letter(), KEY);
        assertThat(sim.received())
                .singleElement()
                .satisfies(arrived -> assertThat(arrived.messageUuid()).isEqualTo(receipt.messageUuid()));
        assertThat(sim.calls()).hasSize(3);
    }

    @Test
    void anUnknownOutcomeIsFoundInTheReceiptsThatWait() {
        try (DigitalPostClient once = client().settings(
                        ClientSettings.builder().retry(RetryPolicy.none()).build())
                .build()) {
            sim.next().dropAfterReceiving();
            assertThatThrownBy(() -> once.send(letter(), KEY)).isInstanceOf(OutcomeUnknownException.class);
            Dispatch dispatch = once.find(KEY).orElseThrow();
            assertThat(dispatch.state()).isEqualTo(JournalState.ACCEPTED);
            assertThat(once.send(letter(), KEY).messageUuid()).isEqualTo(dispatch.messageUuid());
            assertThat(sim.received()).hasSize(1);
        }
    }

    @Test
    void aGarbledAnswerIsRepeatedAndDeliveredOnce() {
        sim.next().garbage();
        sim.next().cutAnswer();
        post.send(letter(), KEY);
        assertThat(sim.received()).hasSize(1);
    }

    @Test
    void registrationsAreAsTheNamesOfThePersonsSay() {
        assertThat(post.registration(sim.anyAdult()).canReceiveDigitalPost()).isTrue();
        assertThat(post.registration(sim.anyAdult()).canReceiveNemSms()).isTrue();
        assertThat(post.registration(sim.exemptAdult()).canReceiveDigitalPost()).isFalse();
        assertThat(post.registration(CprNumber.of(TestPerson.WITHOUT_NEMSMS.cpr()))
                        .canReceiveNemSms())
                .isFalse();
        assertThat(post.registration(CvrNumber.of(TestOrganisation.COMPANY.cvr()))
                        .canReceiveDigitalPost())
                .isTrue();
        assertThat(post.registration(CprNumber.of("2211771212")).isFound()).isFalse();
    }

    @Test
    void businessReceiptsAreHandledAndThenGone() {
        SendReceipt good = post.send(letter(), IdempotencyKey.of("sag-1/brev/1"));
        SendReceipt exempt = post.send(
                Letter.builder(sim.exemptAdult(), "x", document("x.pdf")).build(), IdempotencyKey.of("sag-1/brev/2"));
        List<Receipt> receipts = new ArrayList<>();
        assertThat(post.receipts().process(receipts::add)).isEqualTo(2);
        assertThat(receipts)
                .extracting(receipt -> receipt.messageUuid().orElseThrow(), Receipt::status)
                .containsExactlyInAnyOrder(
                        tuple(good.messageUuid(), ReceiptStatus.COMPLETED),
                        tuple(exempt.messageUuid(), ReceiptStatus.NOT_ALLOWED));
        assertThat(post.receipts().process(receipts::add)).isZero();
    }

    @Test
    void anOfficialExampleIsTakenOverOnceItsSenderIsOurs() throws Exception {
        Path example = Path.of(DigitalPostSimulatorTest.class
                .getResource("/memo/samples/1.2/MeMo_Full_Example.xml")
                .toURI());
        String ours = Files.readString(example).replace("<memo:senderID>12345678", "<memo:senderID>99000007");
        MemoFile memo = MemoFile.of(ContentSource.of(ours.getBytes(StandardCharsets.UTF_8)));
        try (DigitalPostClient permitted = client().mandatoryPostAllowed(true).build()) {
            SendReceipt receipt = permitted.send(memo, KEY);
            assertThat(receipt.messageId()).isEqualTo("MSG-12345");
            assertThat(sim.received()).hasSize(1);
        }
    }

    @Test
    void theWrongSenderIsAMatterOfSetup() {
        DigitalPostClient stranger = post.withSender(CvrNumber.of(TestOrganisation.AGENCY.cvr()), "Styrelsen");
        assertThatThrownBy(() -> stranger.send(letter(), KEY)).isInstanceOfSatisfying(ServiceException.class, e -> {
            assertThat(e.responsibility()).isEqualTo(Responsibility.SETUP);
            assertThat(e.httpStatus()).isEqualTo(403);
            assertThat(e.correlationId()).isNotEmpty();
        });
    }

    @Test
    void oneCertificateServesManySystems() {
        CvrNumber agency = CvrNumber.of(TestOrganisation.AGENCY.cvr());
        SenderSystem other = sim.registerSystem(agency, sim.senderIdentity().certificate());
        DigitalPostClient view =
                post.withSender(agency, "Styrelsen").withSystemToken(other.systemId(), other.apiToken());
        view.send(letter(), KEY);
        post.send(letter(), KEY);
        assertThat(sim.received()).hasSize(2);
    }

    private static DigitalPostClient.Builder client() {
        OrganisationKey key = sim.senderKey();
        return DigitalPostClient.builder()
                .environment(sim.environment())
                .key(key)
                .sender(sim.senderCvr(), "Prøvested Kommune")
                .systemToken(sim.system().systemId(), sim.system().apiToken())
                .settings(ClientSettings.builder().sleeper(wait -> {}).build());
    }

    private static Letter letter() {
        return Letter.builder(sim.anyAdult(), "Afgørelse i din sag", document("brev.pdf"))
                .build();
    }

    private static Letter full() {
        return letter().toBuilder()
                .attach(document("bilag æøå.pdf").toBuilder().title("Bilag <1>").build())
                .notification("Du har fået post")
                .reply(true)
                .messageCode("A&B")
                .build();
    }

    private static Document document(String name) {
        return Document.pdf(name, ContentSource.of("%PDF-1.7".getBytes(StandardCharsets.UTF_8)));
    }
}
