package dk.borgerbro.testkit.digitalpost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dk.borgerbro.core.id.CvrNumber;
import dk.borgerbro.testkit.digitalpost.JdkClient.Answer;
import dk.borgerbro.testkit.person.TestOrganisation;
import dk.borgerbro.testkit.person.TestPerson;
import dk.borgerbro.testkit.pki.TestIdentity;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DigitalPostUploadTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2025-03-31T08:00:00Z"), ZoneOffset.UTC);
    private static DigitalPostSimulator sim;
    private static JdkClient client;
    private final UUID uuid = UUID.randomUUID();

    @BeforeAll
    static void start() {
        sim = DigitalPostSimulator.builder().clock(CLOCK).start();
        client = JdkClient.of(sim);
    }

    @AfterAll
    static void stop() {
        sim.close();
    }

    @AfterEach
    void reset() {
        sim.reset();
    }

    @Test
    void answersALetterWithATechnicalReceipt() throws Exception {
        Answer answer = client.upload(uuid, Xml.minimum(uuid));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json())
                .containsEntry("messageUUID", uuid.toString())
                .containsEntry("receiptStatus", "RECEIVED")
                .containsEntry("timeStamp", "2025-03-31T08:00:00Z")
                .containsOnlyKeys("transmissionId", "messageUUID", "timeStamp", "receiptStatus");
    }

    @Test
    void keepsWhatArrived() throws Exception {
        String xml = Xml.minimum(uuid);
        Answer answer = client.upload(uuid, xml);

        ReceivedLetter letter = sim.received(uuid).orElseThrow();
        assertThat(sim.received()).containsExactly(letter);
        assertThat(letter.messageUuid()).isEqualTo(uuid);
        assertThat(letter.messageId()).isEmpty();
        assertThat(letter.memoVersion()).isEqualTo("1.2");
        assertThat(letter.isNemSms()).isFalse();
        assertThat(letter.label()).isEqualTo("Pladsanvisning");
        assertThat(letter.senderId()).isEqualTo("99000007");
        assertThat(letter.recipientId()).isEqualTo(sim.anyAdult().value());
        assertThat(letter.header("Sender/label")).hasValue("Kommunen");
        assertThat(letter.documents())
                .containsExactly(new ReceivedDocument("MainDocument", "Pladsanvisning.pdf", "application/pdf", 14));
        assertThat(letter.length()).isEqualTo(xml.getBytes(StandardCharsets.UTF_8).length);
        assertThat(letter.xml()).hasValue(xml);
        assertThat(letter.sha256()).hasSize(64);
        assertThat(letter.system()).isEqualTo(sim.system());
        assertThat(letter.arrivals()).isEqualTo(1);
        assertThat(answer.json())
                .containsEntry("transmissionId", letter.transmissionId().toString());
    }

    @Test
    void printsNothingPersonal() throws Exception {
        client.upload(uuid, Xml.minimum(uuid));
        ReceivedLetter letter = sim.received().get(0);
        assertThat(letter.toString() + letter.documents() + letter.system() + sim)
                .doesNotContain(letter.recipientId(), letter.label(), token());
    }

    private static String token() {
        return sim.system().apiToken().use(String::new);
    }

    @ParameterizedTest
    @CsvSource({"full-1.1, 1.1", "full-1.2, 1.2", "minimum-1.2, 1.2"})
    void takesTheAgencysOwnExamples(String example, String version) throws Exception {
        Answer answer = client.upload(UUID.fromString(Xml.EXAMPLE_UUID), Xml.letter(example, TestPerson.ADULT.cpr()));
        assertThat(answer.status()).isEqualTo(201);
        assertThat(sim.received().get(0).memoVersion()).isEqualTo(version);
    }

    @Test
    void readsMessageIdAndAllDocumentsOfTheFullExample() throws Exception {
        client.upload(UUID.fromString(Xml.EXAMPLE_UUID), Xml.letter("full-1.2", TestPerson.ADULT.cpr()));
        ReceivedLetter letter = sim.received().get(0);
        assertThat(letter.messageId()).hasValue("MSG-12345");
        assertThat(letter.notification()).isPresent();
        assertThat(letter.documents())
                .extracting(ReceivedDocument::kind)
                .contains("MainDocument", "AdditionalDocument", "TechnicalDocument");
    }

    @Test
    void comparesUuidsWithoutCase() throws Exception {
        Answer answer = client.upload(
                uuid.toString(),
                BodyPublishers.ofString(Xml.minimum(uuid)
                        .replace(uuid.toString(), uuid.toString().toUpperCase(Locale.ROOT))));
        assertThat(answer.status()).isEqualTo(201);
        assertThat(sim.received(uuid)).isPresent();
    }

    @Test
    void takesTheSameMessageTwiceAndDeliversItOnce() throws Exception {
        Answer first = client.upload(uuid, Xml.minimum(uuid));
        Answer second = client.upload(uuid, Xml.minimum(uuid));

        assertThat(second).isEqualTo(first);
        assertThat(sim.received()).hasSize(1);
        assertThat(sim.received().get(0).arrivals()).isEqualTo(2);
        assertThat(client.get("receipts/").json()).containsEntry("totalElements", 1);
    }

    @Test
    void refusesAnotherMessageUnderTheSameUuid() throws Exception {
        client.upload(uuid, Xml.minimum(uuid));
        refused(400, "memo.uuid.reused", client.upload(uuid, Xml.minimum(uuid).replace("Pladsanvisning<", "Andet<")));
    }

    @Test
    void refusesAUuidThatIsNotTheMessages() throws Exception {
        refused(400, "memo-message-uuid.mismatch", client.upload(UUID.randomUUID(), Xml.minimum(uuid)));
    }

    @Test
    void refusesAMissingUuid() throws Exception {
        Answer answer = client.send(client.request("memos/")
                .header("Content-Type", "application/xml")
                .POST(BodyPublishers.ofString(Xml.minimum(uuid)))
                .build());
        refused(400, "memo-message-uuid.missing", answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/x-lzma", "text/plain", "xml"})
    void refusesOtherContentTypes(String type) throws Exception {
        Answer answer = client.send(client.request("memos/?memo-message-uuid=" + uuid)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(Xml.minimum(uuid)))
                .build());
        refused(400, "content-type.unknown", answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/xml", "application/xml; charset=utf-8", "Application/XML"})
    void takesXmlUnderEveryRightName(String type) throws Exception {
        Answer answer = client.send(client.request("memos/?memo-message-uuid=" + uuid)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(Xml.minimum(uuid)))
                .build());
        assertThat(answer.status()).isEqualTo(201);
    }

    @Test
    void refusesABodyOfUnknownLength() throws Exception {
        byte[] xml = Xml.minimum(uuid).getBytes(StandardCharsets.UTF_8);
        Answer answer =
                client.upload(uuid.toString(), BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(xml)));
        refused(400, "content-length.missing", answer);
    }

    @Test
    void refusesACallerWithoutAToken() throws Exception {
        Answer answer =
                client.send(HttpRequest.newBuilder(sim.environment().baseUri().resolve("receipts/"))
                        .build());
        refused(401, "unauthorized", answer);
    }

    @Test
    void refusesAnUnknownToken() throws Exception {
        Answer answer =
                client.send(HttpRequest.newBuilder(sim.environment().baseUri().resolve("receipts/"))
                        .header("Authorization", "Basic eDp5")
                        .build());
        refused(401, "unauthorized", answer);
    }

    @Test
    void refusesACertificateThatIsNotRegisteredForTheSystem() throws Exception {
        TestIdentity vendor = sim.pki().organisation(TestOrganisation.VENDOR);
        refused(403, "certificate.not.registered", new JdkClient(sim, sim.system(), vendor).get("receipts/"));
    }

    @Test
    void letsAVendorSendForTheAuthorityThatLetItIn() throws Exception {
        TestIdentity vendor = sim.pki().organisation(TestOrganisation.VENDOR);
        SenderSystem system = sim.registerSystem(sim.senderCvr(), vendor.certificate());
        assertThat(new JdkClient(sim, system, vendor)
                        .upload(uuid, Xml.minimum(uuid))
                        .status())
                .isEqualTo(201);
        assertThat(sim.received().get(0).system()).isEqualTo(system);
    }

    @Test
    void refusesALetterOfAnotherSender() throws Exception {
        TestIdentity agency = sim.pki().organisation(TestOrganisation.AGENCY);
        SenderSystem system = sim.registerSystem(CvrNumber.of(TestOrganisation.AGENCY.cvr()), agency.certificate());
        refused(403, "sender.not.allowed", new JdkClient(sim, system, agency).upload(uuid, Xml.minimum(uuid)));
        refused(
                403,
                "sender.not.allowed",
                client.upload(uuid, Xml.minimum(uuid).replaceFirst("idType>CVR<", "idType>CPR<")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<memo:label>Pladsanvisning</memo:label> | '' | cvc-complex-type",
                "DIGITALPOST | PAPERPOST | cvc-enumeration-valid",
                "memo:language>da | memo:language>dan | cvc-maxLength-valid",
                "2024-05-03T12:00:00Z | 2024-05-03T12:00:00 | cvc-pattern-valid",
                "memoVersion=\"1.2\" | memoVersion=\"1.1\" | cvc-complex-type",
                "memoVersion=\"1.2\" | memoVersion=\"1.2\" memoSchVersion=\"1.1.0\" | cvc-complex-type",
                "VGhpcyBpcyBhIHRlc3Q= | VGhpcyBpcyBhIHRlc3Q | base64",
                "VGhpcyBpcyBhIHRlc3Q= | VGhpcyBpcyB%IHRlc3Q= | base64",
                "idType>CPR | idType>CVR | recipient.id"
            })
    void refusesWhatTheSchemaForbids(String from, String to, String rule) throws Exception {
        String valid = Xml.minimum(uuid);
        assertThat(valid).contains(from);
        Answer answer = client.upload(uuid, valid.replace(from, to));
        refused(400, "memo.invalid", answer);
        assertThat((List<?>) answer.json().get("fieldErrors"))
                .anySatisfy(error ->
                        assertThat(((Map<?, ?>) error).get("code").toString()).startsWith(rule));
        assertThat(sim.received()).isEmpty();
    }

    @Test
    void saysEverythingThatIsWrongAndQuotesTheValues() throws Exception {
        Answer answer = client.upload(
                uuid,
                Xml.minimum(uuid).replace("DIGITALPOST", "PAPERPOST").replace("memo:language>da", "memo:language>dan"));
        assertThat(answer.json().get("fieldErrors").toString())
                .contains("rejectedValue=PAPERPOST", "rejectedValue=dan")
                .contains("field=Message/MessageHeader/messageType");
    }

    @ParameterizedTest
    @CsvSource({"160, 201", "161, 400"})
    void countsEmojisAsOneCharacter(int length, int status) throws Exception {
        String advice = "<memo:notification>" + "\uD83D\uDE00".repeat(length) + "</memo:notification>";
        String xml = Xml.minimum(uuid)
                .replace("</memo:label>\n\t\t<memo:Sender>", "</memo:label>" + advice + "<memo:Sender>");
        assertThat(xml).contains(advice);
        assertThat(client.upload(uuid, xml).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no xml",
                "<a/>",
                "<memo:Message xmlns:memo='https://DigitalPost.dk/MeMo-1'/>",
                "<memo:Message xmlns:memo='https://DigitalPost.dk/MeMo-1' memoVersion='2.0'/>",
                "<memo:Message xmlns:memo='https://DigitalPost.dk/MeMo-1' memoVersion='x'/>",
                "<memo:Message xmlns:memo='https://DigitalPost.dk/MeMo-1' memoVersion='1.2'/>",
                "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>"
            })
    void refusesWhatIsNoMessage(String body) throws Exception {
        assertThat(client.upload(uuid, body).status()).isEqualTo(400);
        assertThat(sim.received()).isEmpty();
    }

    @Test
    void takesTheVersionForTheNumberThatItIs() throws Exception {
        assertThat(client.upload(uuid, Xml.minimum(uuid).replace("\"1.2\"", "\"1.20\""))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void refusesALetterWithoutBodyAndANemSmsWithOne() throws Exception {
        String letter = Xml.minimum(uuid);
        String body = letter.substring(letter.indexOf("<memo:MessageBody>"), letter.indexOf("</memo:Message>"));
        refused(400, "memo.invalid", client.upload(uuid, letter.replace(body, "")));
        refused(400, "memo.invalid", client.upload(uuid, letter.replace("DIGITALPOST", "NEMSMS")));
    }

    @Test
    void refusesMoreDocumentBytesThanAllowed() throws Exception {
        try (DigitalPostSimulator small =
                DigitalPostSimulator.builder().mostDocumentBytes(13).start()) {
            Answer answer = JdkClient.of(small).upload(uuid, Xml.minimum(uuid));
            refused(400, "memo.invalid", answer);
            assertThat(answer.body()).contains("size");
        }
    }

    @Test
    void keepsNoCopyOfALargeLetter() throws Exception {
        String content = "QUJD".repeat(500_000);
        Answer answer = client.upload(uuid, Xml.minimum(uuid).replace("VGhpcyBpcyBhIHRlc3Q=", content));
        assertThat(answer.status()).isEqualTo(201);
        ReceivedLetter letter = sim.received().get(0);
        assertThat(letter.xml()).isEmpty();
        assertThat(letter.length()).isGreaterThan(2_000_000);
        assertThat(letter.documents()).extracting(ReceivedDocument::bytes).containsExactly(1_500_000L);
    }

    @Test
    void keepsALetterThatItDroppedTheConnectionOn() throws Exception {
        sim.next().dropAfterReceiving();
        assertThat(catchThrowable(() -> client.upload(uuid, Xml.minimum(uuid)))).isInstanceOf(IOException.class);
        assertThat(sim.received(uuid)).isPresent();

        sim.next().times(5).dropBeforeReceiving();
        UUID other = UUID.randomUUID();
        assertThat(catchThrowable(() -> client.upload(other, Xml.minimum(other))))
                .isInstanceOf(IOException.class);
        assertThat(sim.received(other)).isEmpty();
    }

    @Test
    void answersAScripted503WithAReceiptAndOthersWithAnErrorMessage() throws Exception {
        sim.next().respond(503);
        sim.next().respond(403);
        assertThat(client.upload(uuid, Xml.minimum(uuid)).json()).containsKey("errorCode");
        refused(403, "scripted", client.upload(uuid, Xml.minimum(uuid)));
    }

    @Test
    void startsWithAKeyThatFitsItsRegistration() {
        assertThat(sim.senderKey().certificate()).isEqualTo(sim.system().certificate());
        assertThat(sim.senderCvr().value()).isEqualTo("99000007");
    }

    private static void refused(int status, String code, Answer answer) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.json()).containsEntry("code", code).containsKeys("message", "fieldErrors");
    }
}
