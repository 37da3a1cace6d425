package dk.borgerbro.digitalpost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgerbro.core.error.Finding;
import dk.borgerbro.core.error.InvalidInputException;
import dk.borgerbro.core.id.CprNumber;
import dk.borgerbro.core.id.CvrNumber;
import dk.borgerbro.digitalpost.memo.Action;
import dk.borgerbro.digitalpost.memo.ActionCode;
import dk.borgerbro.digitalpost.memo.AttentionData;
import dk.borgerbro.digitalpost.memo.CaseId;
import dk.borgerbro.digitalpost.memo.ContactPoint;
import dk.borgerbro.digitalpost.memo.ContentData;
import dk.borgerbro.digitalpost.memo.ContentSource;
import dk.borgerbro.digitalpost.memo.Email;
import dk.borgerbro.digitalpost.memo.File;
import dk.borgerbro.digitalpost.memo.IdType;
import dk.borgerbro.digitalpost.memo.MainDocument;
import dk.borgerbro.digitalpost.memo.Message;
import dk.borgerbro.digitalpost.memo.MessageHeader;
import dk.borgerbro.digitalpost.memo.MessageType;
import dk.borgerbro.digitalpost.memo.Recipient;
import dk.borgerbro.digitalpost.memo.ReplyData;
import dk.borgerbro.digitalpost.memo.Sender;
import dk.borgerbro.digitalpost.memo.TechnicalDocument;
import dk.borgerbro.testkit.person.TestOrganisation;
import dk.borgerbro.testkit.person.TestPerson;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LetterTest {
    private static final CprNumber PERSON = CprNumber.of(TestPerson.ADULT.cpr());
    private static final CvrNumber COMPANY = CvrNumber.of(TestOrganisation.COMPANY.cvr());
    private static final Sender SENDER = Sender.of(CvrNumber.of(TestOrganisation.MUNICIPALITY.cvr()), "Kommunen");
    private static final UUID MESSAGE = UUID.fromString("8c2ea15d-61fb-4ba9-9366-42f8b194c114");
    private static final Instant NOW = Instant.parse("2025-03-31T12:00:00Z");

    @Test
    void becomesAMessageToAPerson() {
        MessageHeader header = simple().build().toMessage(SENDER, MESSAGE, NOW).header();
        assertThat(header.messageType()).isEqualTo(MessageType.DIGITALPOST);
        assertThat(header.messageUuid()).isEqualTo(MESSAGE);
        assertThat(header.label()).isEqualTo("Afgørelse i din sag");
        assertThat(header.sender()).isEqualTo(SENDER);
        assertThat(header.recipient())
                .isEqualTo(Recipient.builder(TestPerson.ADULT.cpr(), IdType.CPR).build());
    }

    @Test
    void becomesAMessageToACompany() {
        Letter letter = Letter.builder(COMPANY, "Brev", document("brev.pdf")).build();
        assertThat(letter.toMessage(SENDER, MESSAGE, NOW).header().recipient())
                .isEqualTo(Recipient.builder("99000023", IdType.CVR).build());
    }

    @Test
    void attachmentsAreDocumentsOfTheirOwnAndVariantsAreFilesOfOne() {
        Document letter = document("brev.pdf").toBuilder()
                .title("Brevet")
                .addVariant(new File("text/html", "brev.html", "da", bytes()))
                .addAction(Action.link(ActionCode.SELVBETJENING, "Svar", "https://kommune.example"))
                .build();
        Message message = Letter.builder(PERSON, "x", letter)
                .attach(document("bilag1.pdf"))
                .attach(document("bilag2.pdf").toBuilder().title("Bilag 2").build())
                .addTechnicalDocument(TechnicalDocument.of(new File("text/xml", "data.xml", "da", bytes())))
                .build()
                .toMessage(SENDER, MESSAGE, NOW);
        MainDocument main = message.body().orElseThrow().mainDocument();
        assertThat(main.label()).contains("Brevet");
        assertThat(main.files()).extracting(File::filename).containsExactly("brev.pdf", "brev.html");
        assertThat(main.actions()).hasSize(1);
        assertThat(message.body().orElseThrow().additionalDocuments())
                .extracting(document -> document.files().get(0).filename())
                .containsExactly("bilag1.pdf", "bilag2.pdf");
        assertThat(message.body().orElseThrow().additionalDocuments().get(1).label())
                .contains("Bilag 2");
        assertThat(message.body().orElseThrow().technicalDocuments()).hasSize(1);
        assertThat(message.body().orElseThrow().createdDateTime()).isEqualTo(NOW);
    }

    @Test
    void everyOptionReachesTheMessage() {
        ContactPoint point = ContactPoint.builder(MESSAGE.toString()).build();
        AttentionData attention =
                AttentionData.builder().email(Email.of("a@b.example")).build();
        ContentData content =
                ContentData.builder().caseId(new CaseId("1", "ESDH")).build();
        ReplyData reply = ReplyData.builder(MESSAGE).build();
        MessageHeader header = simple().messageId("id")
                .messageCode("kode")
                .notification("advis")
                .additionalNotification("mere")
                .reply(true)
                .replyByDateTime(NOW)
                .doNotDeliverUntilDate(LocalDate.of(2025, 4, 1))
                .mandatory(true)
                .legalNotification(true)
                .postType("MYNDIGHEDSPOST")
                .contactPoint(point)
                .attentionData(attention)
                .contentData(content)
                .addReplyData(reply)
                .build()
                .toMessage(SENDER, MESSAGE, NOW)
                .header();
        assertThat(header)
                .isEqualTo(MessageHeader.builder(
                                MessageType.DIGITALPOST,
                                MESSAGE,
                                "Afgørelse i din sag",
                                SENDER.toBuilder()
                                        .contactPoint(point)
                                        .attentionData(attention)
                                        .build(),
                                Recipient.of(PERSON))
                        .messageId("id")
                        .messageCode("kode")
                        .notification("advis")
                        .additionalNotification("mere")
                        .reply(true)
                        .replyByDateTime(NOW)
                        .doNotDeliverUntilDate(LocalDate.of(2025, 4, 1))
                        .mandatory(true)
                        .legalNotification(true)
                        .postType("MYNDIGHEDSPOST")
                        .contentData(content)
                        .addReplyData(reply)
                        .build());
    }

    @Test
    void toBuilderKeepsEveryProperty() throws ReflectiveOperationException {
        Letter letter = full();
        Letter copy = letter.toBuilder().build();
        assertThat(copy).isEqualTo(letter).hasSameHashCodeAs(letter);
        for (Method property : Letter.class.getDeclaredMethods()) {
            if (property.getParameterCount() == 0
                    && java.lang.reflect.Modifier.isPublic(property.getModifiers())
                    && !property.getName().equals("toBuilder")) {
                assertThat(property.invoke(copy)).as(property.getName()).isEqualTo(property.invoke(letter));
            }
        }
    }

    @Test
    void everyPropertyCountsInComparisons() {
        List<UnaryOperator<Letter.Builder>> changes = List.of(
                b -> b.recipient(Recipient.of(COMPANY)),
                b -> b.label("andet"),
                b -> b.document(document("andet.pdf")),
                b -> b.attachments(List.of()),
                b -> b.attach(document("mere.pdf")),
                b -> b.addTechnicalDocument(TechnicalDocument.of(new File("text/xml", "a.xml", "da", bytes()))),
                b -> b.messageId("andet"),
                b -> b.messageCode("andet"),
                b -> b.notification("andet"),
                b -> b.additionalNotification("andet"),
                b -> b.reply(false),
                b -> b.replyByDateTime(NOW.plusSeconds(1)),
                b -> b.doNotDeliverUntilDate(LocalDate.of(2025, 4, 2)),
                b -> b.mandatory(false),
                b -> b.legalNotification(false),
                b -> b.postType("andet"),
                b -> b.contactPoint(
                        ContactPoint.builder(UUID.randomUUID().toString()).build()),
                b -> b.attentionData(AttentionData.builder().build()),
                b -> b.contentData(ContentData.builder().build()),
                b -> b.addReplyData(ReplyData.builder(MESSAGE).build()));
        long options = Arrays.stream(Letter.Builder.class.getDeclaredMethods())
                .filter(method ->
                        java.lang.reflect.Modifier.isPublic(method.getModifiers()) && method.getParameterCount() == 1)
                .count();
        assertThat(changes).hasSize((int) options);
        for (UnaryOperator<Letter.Builder> change : changes) {
            assertThat(change.apply(full().toBuilder()).build()).isNotEqualTo(full());
        }
    }

    @Test
    void buildingReportsEverythingAtOnceAndRepeatsNothing() {
        assertThatThrownBy(() -> Letter.builder(
                                PERSON,
                                "Hemmelig".repeat(50),
                                Document.pdf("Hemmelig?.pdf", ContentSource.of(new byte[0])))
                        .notification("Hemmelig".repeat(50))
                        .build())
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        e -> assertThat(e.findings())
                                .extracting(Finding::rule)
                                .containsExactly("V06", "V06", "V11", "V17"))
                .hasMessageNotContaining("Hemmelig")
                .hasMessageNotContaining(TestPerson.ADULT.cpr());
    }

    @Test
    void aMissingFileIsFoundWhenTheLetterIsBuilt(@TempDir Path folder) {
        Path missing = folder.resolve("Hemmelig Beskyttet.pdf");
        assertThatThrownBy(
                        () -> Letter.builder(PERSON, "x", Document.pdf(missing)).build())
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("V17")
                .hasMessageNotContaining("Hemmelig");
    }

    @Test
    void permissionsAndSizesAreLeftToTheClient() {
        Letter letter = Letter.builder(PERSON, "x", Document.of("application/pdf", "x.pdf", "da", 200_000_000, () -> {
                    throw new AssertionError("opened");
                }))
                .mandatory(true)
                .legalNotification(true)
                .build();
        assertThat(letter.mandatory()).isTrue();
    }

    @Test
    void nothingIsPrinted() {
        assertThat(full()).hasToString("Letter(hidden)");
        assertThat(document("Ane Prøvesen.pdf")).hasToString("Document(hidden)");
    }

    @Test
    void aPdfOnDiskGoesUnderItsOwnName(@TempDir Path folder) throws IOException {
        Path path = Files.write(folder.resolve("afgørelse.pdf"), new byte[] {1});
        File file = Document.pdf(path).files().get(0);
        assertThat(file.filename()).isEqualTo("afgørelse.pdf");
        assertThat(file.encodingFormat()).isEqualTo("application/pdf");
        assertThat(file.language()).isEqualTo("da");
        assertThat(file.content().size()).hasValue(1);
    }

    private static Letter full() {
        return simple().attach(document("bilag.pdf"))
                .addTechnicalDocument(TechnicalDocument.of(new File("text/xml", "data.xml", "da", bytes())))
                .messageId("id")
                .messageCode("kode")
                .notification("advis")
                .additionalNotification("mere")
                .reply(true)
                .replyByDateTime(NOW)
                .doNotDeliverUntilDate(LocalDate.of(2025, 4, 1))
                .mandatory(true)
                .legalNotification(true)
                .postType("MYNDIGHEDSPOST")
                .contactPoint(ContactPoint.builder(MESSAGE.toString()).build())
                .attentionData(
                        AttentionData.builder().email(Email.of("a@b.example")).build())
                .contentData(
                        ContentData.builder().caseId(new CaseId("1", "ESDH")).build())
                .addReplyData(ReplyData.builder(MESSAGE).build())
                .build();
    }

    private static Letter.Builder simple() {
        return Letter.builder(PERSON, "Afgørelse i din sag", document("brev.pdf"));
    }

    private static Document document(String name) {
        return Document.pdf(name, bytes());
    }

    private static ContentSource bytes() {
        return ContentSource.of(new byte[] {1, 2, 3});
    }
}
