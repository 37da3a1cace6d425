package dk.borgerbro.digitalpost.memo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dk.borgerbro.core.error.Finding;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each rule against what breaks it and against what only just keeps it. */
class MemoValidatorTest {
    private static final MemoValidator VALIDATOR = MemoValidator.forSending();
    private static final String HEADER = "/Message/MessageHeader";
    private static final String MAIN = "/Message/MessageBody/MainDocument";

    @Test
    void theOfficialExamplesHaveNoErrors() {
        MemoValidator permitted = VALIDATOR.withMandatoryPost(true);
        assertThat(permitted.validate(OfficialExamples.full()))
                .isNotEmpty()
                .noneMatch(Finding::isError)
                .allMatch(finding -> finding.rule().equals("V24w"));
        assertThat(VALIDATOR.validate(OfficialExamples.minimum())).isEmpty();
    }

    @Test
    void everythingIsFoundAtOnce() {
        Message message = header(h -> h.messageUuid(new UUID(1, 1)).label(" ").notification("x".repeat(161)));
        assertThat(VALIDATOR.validate(message)).extracting(Finding::rule).containsExactly("V04", "V08", "V06");
    }

    @Test
    void findingsNeverRepeatAValue() {
        Message message = Message.of(
                OfficialExamples.full().header().toBuilder()
                        .label("Hemmelig".repeat(40))
                        .recipient(Recipient.builder("Hemmelig", IdType.of("Hemmelig"))
                                .build())
                        .build(),
                MessageBody.builder(
                                Instant.EPOCH,
                                MainDocument.builder()
                                        .addFile(new File("a", "Hemmelig:.pdf", "Hemmelig", bytes(1)))
                                        .addAction(Action.link(ActionCode.of("Hemmelig"), "x", "http://Hemmelig"))
                                        .addAction(Action.link(ActionCode.BETALING, "x", "https://Hemmelig /"))
                                        .build())
                        .build());
        List<Finding> findings = VALIDATOR.validate(message);
        assertThat(findings).hasSizeGreaterThan(6);
        assertThat(findings.toString()).doesNotContain("Hemmelig");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00000000-0000-0000-0000-000000000000",
                "8c2ea15d-61fb-1ba9-9366-42f8b194c114",
                "8c2ea15d-61fb-5ba9-9366-42f8b194c114",
                "8c2ea15d-61fb-4ba9-c366-42f8b194c114"
            })
    void v04RefusesUuidsOfOtherVersions(String uuid) {
        assertErrors(header(h -> h.messageUuid(UUID.fromString(uuid))), "V04", HEADER + "/messageUUID");
    }

    @Test
    void v05RefusesYearsThatTheSchemaCannotCarry() {
        assertErrors(
                header(h -> h.replyByDateTime(Instant.parse("+12000-01-01T00:00:00Z"))),
                "V05",
                HEADER + "/replyByDateTime");
        assertErrors(
                header(h -> h.replyByDateTime(Instant.parse("-0001-01-01T00:00:00Z"))),
                "V05",
                HEADER + "/replyByDateTime");
    }

    @Test
    void v06CountsCodePointsAndNotHalvesOfPairs() {
        assertThat(VALIDATOR.validate(header(h -> h.label("😀".repeat(256))))).isEmpty();
        assertErrors(header(h -> h.label("😀".repeat(257))), "V06", HEADER + "/label");
    }

    @Test
    void v06RefusesTextsThatAreTooLong() {
        assertErrors(header(h -> h.messageId("x".repeat(257))), "V06", HEADER + "/messageID");
        assertErrors(header(h -> h.notification("x".repeat(161))), "V06", HEADER + "/notification");
        assertErrors(
                header(h -> h.forwardData(ForwardData.builder(OfficialExamples.MESSAGE, Instant.EPOCH, "x")
                        .comment("x".repeat(513))
                        .build())),
                "V06",
                HEADER + "/ForwardData/comment");
        assertErrors(
                header(h -> h.contentData(ContentData.builder()
                        .motorVehicle(MotorVehicle.of("AB123456"))
                        .build())),
                "V06",
                HEADER + "/ContentData/MotorVehicle/licenseNumber");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12345678901234", "-1", "57980000123a5", "٥٧٩٨"})
    void v06RefusesLocationNumbersThatAreNotDigits(String gln) {
        AttentionData attention = AttentionData.builder()
                .globalLocationNumber(GlobalLocationNumber.of(gln))
                .productionUnit(ProductionUnit.of(gln))
                .build();
        Message message = header(h ->
                h.sender(h.build().sender().toBuilder().attentionData(attention).build()));
        assertThat(VALIDATOR.validate(message))
                .extracting(Finding::rule, Finding::path)
                .containsExactly(
                        tuple("V06", HEADER + "/Sender/AttentionData/ProductionUnit/productionUnitNumber"),
                        tuple("V06", HEADER + "/Sender/AttentionData/GlobalLocationNumber/globalLocationNumber"));
    }

    @Test
    void v06wWarnsOfNotificationsThatOnlyOneOfTheSchemasAllows() {
        assertThat(VALIDATOR.validate(header(h -> h.notification("x".repeat(150)))))
                .isEmpty();
        for (int length : new int[] {151, 160}) {
            assertThat(VALIDATOR.validate(header(h -> h.notification("x".repeat(length)))))
                    .singleElement()
                    .satisfies(finding -> {
                        assertThat(finding.rule()).isEqualTo("V06w");
                        assertThat(finding.isError()).isFalse();
                    });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "dan", "d1", "d-", "da-DK", "då"})
    void v07RefusesOtherThanTwoLetters(String language) {
        assertErrors(
                file(f -> new File(f.encodingFormat(), f.filename(), language, f.content())),
                "V07",
                MAIN + "/File/language");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t"})
    void v08RefusesBlankTextsThatAreRequired(String blank) {
        assertErrors(header(h -> h.label(blank)), "V08", HEADER + "/label");
        assertErrors(
                header(h -> h.sender(h.build().sender().toBuilder().label(blank).build())),
                "V08",
                HEADER + "/Sender/label");
        assertErrors(file(f -> new File(blank, f.filename(), "da", f.content())), "V08", MAIN + "/File/encodingFormat");
        assertErrors(file(f -> new File("text/plain", blank, "da", f.content())), "V08", MAIN + "/File/filename");
    }

    @Test
    void v08RefusesDocumentsWithoutFiles() {
        assertErrors(body(b -> b.mainDocument(MainDocument.builder().build())), "V08", MAIN + "/File");
        assertErrors(
                body(b -> b.addAdditionalDocument(AdditionalDocument.builder().build())),
                "V08",
                "/Message/MessageBody/AdditionalDocument/File");
        assertErrors(
                body(b -> b.addTechnicalDocument(TechnicalDocument.builder().build())),
                "V08",
                "/Message/MessageBody/TechnicalDocument/File");
    }

    @Test
    void v09RefusesRepresentativesIn11() {
        Message message =
                OfficialExamples.full().toBuilder().version(MemoVersion.V1_1).build();
        assertThat(VALIDATOR.withMandatoryPost(true).validate(message))
                .filteredOn(Finding::isError)
                .extracting(Finding::rule, Finding::path)
                .containsExactly(
                        tuple("V09", HEADER + "/Sender/Representative"),
                        tuple("V09", HEADER + "/ForwardData/originalRepresentative"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://kommune.example/",
                "kommune.example",
                "/side",
                "https:",
                "https:side",
                "mailto:a@b.example",
                "javascript:alert(1)",
                "https://kommune.example/to ord",
                "https://kommune.example/<b>",
                ""
            })
    void v10RefusesOtherThanAbsoluteHttpsAddresses(String url) {
        assertErrors(action(Action.link(ActionCode.BETALING, "Betal", url)), "V10", MAIN + "/Action/EntryPoint/url");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.tusindfryd.dk/spørgeskema.html",
                "HTTPS://KOMMUNE.example",
                "https://kommune.example:8443/a?b=c&d=%20#e"
            })
    void v10AcceptsHttpsInAnyCaseAndDanishLetters(String url) {
        assertThat(VALIDATOR.validate(action(Action.link(ActionCode.BETALING, "Betal", url))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<", ">", ":", "\"", "/", "\\", "|", "?", "*", "\r", "\n", "\u00A0", "\u2000", "\u200A", "\u2028",
                "\u205F", "\u2060", "\u3000"
            })
    void v11RefusesCharactersInFileNames(String character) {
        assertErrors(
                file(f -> new File(f.encodingFormat(), "a" + character + "b.pdf", "da", f.content())),
                "V11",
                MAIN + "/File/filename");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"brev.pdf", "Årsopgørelse 2025 (endelig).pdf", "a;b,c'd&e%f#g.pdf", "\u200Bx.pdf", "😀.pdf"})
    void v11AcceptsOtherCharacters(String name) {
        assertThat(VALIDATOR.validate(file(f -> new File(f.encodingFormat(), name, "da", f.content()))))
                .isEmpty();
    }

    @Test
    void v12RefusesReservationAndEntryPointTogether() {
        Action both = Action.appointment("x", reservation(1, 2)).toBuilder()
                .entryPoint(new EntryPoint("https://a.example"))
                .build();
        assertErrors(action(both), "V12", MAIN + "/Action");
    }

    @Test
    void v13RefusesTooManyRepeats() {
        ContactPoint point = ContactPoint.builder(UUID.randomUUID().toString())
                .contactInfo(Collections.nCopies(3, new ContactInfo("a", "b")))
                .build();
        assertErrors(
                header(h -> h.sender(
                        h.build().sender().toBuilder().contactPoint(point).build())),
                "V13",
                HEADER + "/Sender/ContactPoint/ContactInfo");
        assertErrors(
                header(h -> h.recipient(
                        h.build().recipient().toBuilder().contactPoint(point).build())),
                "V13",
                HEADER + "/Recipient/ContactPoint/ContactInfo");
        assertErrors(
                header(h -> h.contentData(ContentData.builder()
                        .additionalContentData(Collections.nCopies(
                                11, AdditionalContentData.builder("a", "b").build()))
                        .build())),
                "V13",
                HEADER + "/ContentData/AdditionalContentData");
        ReplyData reply = ReplyData.builder(OfficialExamples.MESSAGE)
                .additionalReplyData(Collections.nCopies(5, new AdditionalReplyData("a", "b")))
                .build();
        assertErrors(header(h -> h.addReplyData(reply)), "V13", HEADER + "/ReplyData/AdditionalReplyData");
    }

    @Test
    void pathsCountWhereThereAreSeveral() {
        ReplyData good = ReplyData.builder(OfficialExamples.MESSAGE).build();
        ReplyData bad = ReplyData.builder(new UUID(0, 0))
                .additionalReplyData(Collections.nCopies(5, new AdditionalReplyData("a", "b")))
                .build();
        assertThat(VALIDATOR.validate(header(h -> h.addReplyData(good).addReplyData(bad))))
                .extracting(Finding::path)
                .containsExactly(HEADER + "/ReplyData[2]/messageUUID", HEADER + "/ReplyData[2]/AdditionalReplyData");
    }

    @Test
    void v14RefusesIdsThatDoNotFitTheirKind() {
        assertErrors(recipient("010150500", IdType.CPR), "V14", HEADER + "/Recipient/recipientID");
        assertErrors(recipient("010150-5006", IdType.CPR), "V14", HEADER + "/Recipient/recipientID");
        assertErrors(recipient("0101505006", IdType.CVR), "V14", HEADER + "/Recipient/recipientID");
        assertErrors(recipient("٠١٠١٥٠٥٠٠٦", IdType.CPR), "V14", HEADER + "/Recipient/recipientID");
        assertErrors(recipient("0101505006", IdType.of("EMAIL")), "V14", HEADER + "/Recipient/idType");
        assertErrors(
                header(h -> h.sender(
                        h.build().sender().toBuilder().senderId("9900000").build())),
                "V14",
                HEADER + "/Sender/senderID");
    }

    @Test
    void v14wWarnsOfKindsInSmallLettersAlsoUnderTurkishRules() {
        assertThat(VALIDATOR.validate(recipient("0101505006", IdType.of("cpr"))))
                .singleElement()
                .satisfies(finding -> assertThat(finding.rule()).isEqualTo("V14w"));
    }

    @Test
    void v15RefusesLettersWithoutBodyAndTextMessagesWithOne() {
        assertErrors(Message.builder(OfficialExamples.minimum().header()).build(), "V15", "/Message/MessageBody");
        assertErrors(header(h -> h.messageType(MessageType.NEMSMS).notification("x")), "V15", "/Message/MessageBody");
        for (String blank : new String[] {"", "  "}) {
            Message sms = Message.builder(OfficialExamples.minimum().header().toBuilder()
                            .messageType(MessageType.NEMSMS)
                            .notification(blank)
                            .build())
                    .build();
            assertErrors(sms, "V15", HEADER + "/notification");
        }
    }

    @Test
    void v16RefusesTooManyAttachments() {
        AdditionalDocument document = AdditionalDocument.of(OfficialExamples.file("text/plain", "a.txt"));
        assertThat(VALIDATOR.validate(body(b -> b.additionalDocuments(Collections.nCopies(10, document)))))
                .isEmpty();
        assertErrors(
                body(b -> b.additionalDocuments(Collections.nCopies(11, document))),
                "V16",
                "/Message/MessageBody/AdditionalDocument");
    }

    @Test
    void v16RefusesTooLargeDocumentsWithoutOpeningThem() {
        assertThat(VALIDATOR.validate(content(sized(74_000_000)))).isEmpty();
        assertErrors(content(sized(74_000_001)), "V16", "/Message/MessageBody");
        MemoValidator wide = VALIDATOR.withLimits(new MemoLimits(200_000_000, 99_500_000, 10));
        assertThat(wide.validate(content(sized(80_000_000))))
                .extracting(Finding::rule, Finding::path)
                .containsExactly(tuple("V16", "/Message"));
        MemoValidator wider = VALIDATOR.withLimits(new MemoLimits(200_000_000, 200_000_000, 10));
        assertThat(wider.validate(content(sized(100_000_000)))).isEmpty();
    }

    @Test
    void v17RefusesEmptyAndMissingContent() {
        assertErrors(content(bytes(0)), "V17", MAIN + "/File/content");
        assertErrors(content(ContentSource.of(Path.of("findes-ikke.pdf"))), "V17", MAIN + "/File/content");
        assertErrors(
                content(new ContentSource() {
                    @Override
                    public java.io.InputStream open() throws IOException {
                        throw new IOException("Hemmelig");
                    }

                    @Override
                    public java.util.OptionalLong size() throws IOException {
                        throw new IOException("Hemmelig");
                    }
                }),
                "V17",
                MAIN + "/File/content");
    }

    @Test
    void v21RefusesSpecialPostUnlessItWasSwitchedOn() {
        Message mandatory = header(h -> h.mandatory(true));
        Message legal = header(h -> h.legalNotification(true));
        assertErrors(mandatory, "V21", HEADER + "/mandatory");
        assertErrors(legal, "V21", HEADER + "/legalNotification");
        assertThat(VALIDATOR.withMandatoryPost(true).validate(mandatory)).isEmpty();
        assertThat(VALIDATOR.withMandatoryPost(true).validate(legal)).hasSize(1);
        assertThat(VALIDATOR.withLegalNotification(true).validate(legal)).isEmpty();
        assertThat(VALIDATOR.withLegalNotification(true).validate(mandatory)).hasSize(1);
    }

    @Test
    void v22RefusesContactPointsThatAreNoUuids() {
        ContactPoint point = ContactPoint.builder("Pladsanvisningen").build();
        assertErrors(
                header(h -> h.sender(
                        h.build().sender().toBuilder().contactPoint(point).build())),
                "V22",
                HEADER + "/Sender/ContactPoint/contactPointID");
        assertErrors(
                header(h -> h.addReplyData(ReplyData.builder(OfficialExamples.MESSAGE)
                        .contactPointId("x")
                        .build())),
                "V22",
                HEADER + "/ReplyData/contactPointID");
    }

    @Test
    void v23wWarnsOfUnknownAndUnfittingActions() {
        assertWarning(action(Action.link(ActionCode.of("NYT"), "x", "https://a.example")), "V23w");
        assertWarning(action(Action.link(ActionCode.AFTALE, "x", "https://a.example")), "V23w");
        Action pay = Action.builder("x", ActionCode.BETALING)
                .reservation(reservation(1, 2))
                .build();
        assertWarning(action(pay), "V23w");
    }

    @Test
    void v24wWarnsOfEndsBeforeStarts() {
        assertWarning(action(Action.appointment("x", reservation(2, 1))), "V24w");
        assertThat(VALIDATOR.validate(action(Action.appointment("x", reservation(1, 1)))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "\u0008", "\u000B", "\uD83D", "\uDE00", "\uFFFF"})
    void charactersThatXmlCannotCarryAreFound(String character) {
        assertErrors(header(h -> h.label("x" + character)), "XML-CHAR", HEADER + "/label");
    }

    private static void assertErrors(Message message, String rule, String path) {
        assertThat(VALIDATOR.validate(message))
                .filteredOn(Finding::isError)
                .extracting(Finding::rule, Finding::path)
                .containsExactly(tuple(rule, path));
    }

    private static void assertWarning(Message message, String rule) {
        assertThat(VALIDATOR.validate(message)).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo(rule);
            assertThat(finding.isError()).isFalse();
        });
    }

    private static Message header(UnaryOperator<MessageHeader.Builder> change) {
        Message message = OfficialExamples.minimum();
        return message.toBuilder()
                .header(change.apply(message.header().toBuilder()).build())
                .build();
    }

    private static Message recipient(String id, IdType type) {
        return header(h -> h.recipient(Recipient.builder(id, type).build()));
    }

    private static Message body(UnaryOperator<MessageBody.Builder> change) {
        Message message = OfficialExamples.minimum();
        return message.toBuilder()
                .body(change.apply(message.body().orElseThrow().toBuilder()).build())
                .build();
    }

    private static Message file(UnaryOperator<File> change) {
        return body(b -> b.mainDocument(
                MainDocument.of(change.apply(b.build().mainDocument().files().get(0)))));
    }

    private static Message content(ContentSource content) {
        return file(f -> new File(f.encodingFormat(), f.filename(), f.language(), content));
    }

    private static Message action(Action action) {
        return body(b -> b.mainDocument(
                b.build().mainDocument().toBuilder().addAction(action).build()));
    }

    private static Reservation reservation(long start, long end) {
        return Reservation.builder(
                        "a",
                        OfficialExamples.MESSAGE,
                        "b",
                        "c",
                        Instant.ofEpochSecond(start),
                        Instant.ofEpochSecond(end))
                .build();
    }

    private static ContentSource bytes(int size) {
        return ContentSource.of(new byte[size]);
    }

    private static ContentSource sized(long size) {
        return ContentSource.of(size, () -> {
            throw new AssertionError("opened");
        });
    }
}
