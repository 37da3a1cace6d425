package dk.borgerbro.digitalpost.memo;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** The agency's examples made with the builders. */
final class OfficialExamples {
    static final UUID MESSAGE = UUID.fromString("8C2EA15D-61FB-4BA9-9366-42F8B194C114");
    private static final String CONTACT_POINT = "241d39f6-998e-4929-b198-ccacbbf4b330";

    private OfficialExamples() {}

    static Message full() {
        return Message.of(
                MessageHeader.builder(
                                MessageType.DIGITALPOST,
                                MESSAGE,
                                "Besked fra Børneforvaltningen",
                                sender(),
                                recipient())
                        .messageId("MSG-12345")
                        .messageCode("Pladsanvisning")
                        .notification("Du har fået digitalpost fra Kommunen vedr. din ansøgning om børnehaveplads.")
                        .additionalNotification("Du har fået digitalpost fra Kommunen vedr. din ansøgning om"
                                + " børnehaveplads til Emilie Hansen")
                        .reply(true)
                        .replyByDateTime(Instant.parse("2025-09-30T12:00:00Z"))
                        .doNotDeliverUntilDate(LocalDate.of(2025, 9, 15))
                        .mandatory(true)
                        .postType("MYNDIGHEDSPOST")
                        .contentData(contentData())
                        .forwardData(forwardData())
                        .addReplyData(firstReply())
                        .addReplyData(secondReply())
                        .build(),
                body());
    }

    static Message minimum() {
        MessageHeader header = MessageHeader.builder(
                        MessageType.DIGITALPOST,
                        MESSAGE,
                        "Pladsanvisning",
                        Sender.builder("12345678", IdType.CVR, "Kommunen").build(),
                        Recipient.builder("2211771212", IdType.CPR).build())
                .build();
        return Message.of(
                header,
                MessageBody.builder(
                                Instant.parse("2024-05-03T12:00:00Z"),
                                MainDocument.of(file("application/pdf", "Pladsanvisning.pdf")))
                        .build());
    }

    static Message nemSms() {
        return Message.builder(MessageHeader.builder(
                                MessageType.NEMSMS,
                                UUID.fromString("fcdcf318-59b6-427c-9879-4f0af833d593"),
                                "Label Text",
                                Sender.builder("Sender ID", IdType.CVR, "Sender Label")
                                        .build(),
                                Recipient.builder("Recipient ID", IdType.CPR)
                                        .label("Recipient Label")
                                        .build())
                        .notification("Message Text")
                        .build())
                .build();
    }

    static File file(String type, String name) {
        return new File(type, name, "da", ContentSource.of("This is a test".getBytes(StandardCharsets.UTF_8)));
    }

    private static Sender sender() {
        return Sender.builder("12345678", IdType.CVR, "Kommunen")
                .attentionData(AttentionData.builder()
                        .attentionPerson(AttentionPerson.builder()
                                .personId("9000001234")
                                .label("Hans Hansen")
                                .build())
                        .productionUnit(ProductionUnit.of("1234567890", "Produktionsenhed A"))
                        .globalLocationNumber(GlobalLocationNumber.of("5798000012345", "Kommune A"))
                        .email(Email.of("info@tusindfryd.dk", "Hans Hansen"))
                        .seNumber(SeNumberData.of("12345678", "Kommune A"))
                        .telephone(Telephone.of("12345678", "Hans Hansen"))
                        .eid(Eid.of("CVR:12345678-RID:1234567890123", "Kommune A"))
                        .contentResponsible(contentResponsible("Børnehaven, Tusindfryd"))
                        .generatingSystem(GeneratingSystem.of("Sys-1234", "KommunaltPostSystem"))
                        .sorData(SorData.of("468031000016004", "tekst"))
                        .address(address())
                        .unstructuredAddress("Bakketoppen 6, 9000 Aalborg")
                        .build())
                .contactPoint(contactPoint())
                .representative(Representative.builder()
                        .representativeId("87654321")
                        .idType(IdType.CVR)
                        .label("Repræsentant Kommune")
                        .build())
                .build();
    }

    private static Recipient recipient() {
        return Recipient.builder("2211771212", IdType.CPR)
                .label("Mette Hansen")
                .attentionData(AttentionData.builder()
                        .attentionPerson(AttentionPerson.builder()
                                .personId("2211771212")
                                .label("Mette Hansen")
                                .build())
                        .productionUnit(ProductionUnit.of("1234567890", "[Produktionsenhed]"))
                        .globalLocationNumber(GlobalLocationNumber.of("5798000012345", "[Navn på lokation]"))
                        .email(Email.of("m.hansen@gmail.com", "Mette Hansen"))
                        .seNumber(SeNumberData.of("12345678", "[Virksomhed]"))
                        .telephone(Telephone.of("12345678", "Mette Hansen"))
                        .eid(Eid.of("12345678_1234567890", "[Virksomhed]"))
                        .contentResponsible(contentResponsible("[Ansvarlig]"))
                        .sorData(SorData.of("468031000016004", "[SOR tekst]"))
                        .address(address())
                        .unstructuredAddress("Bakketoppen 6, 9000 Aalborg")
                        .build())
                .contactPoint(contactPoint())
                .build();
    }

    private static ContentResponsible contentResponsible(String label) {
        return ContentResponsible.builder()
                .contentResponsibleId("22334455")
                .label(label)
                .build();
    }

    private static Address address() {
        return Address.builder()
                .id("8c2ea15d-61fb-4ba9-9366-42f8b194c852")
                .addressLabel("Gaden")
                .houseNumber("7A")
                .door("th")
                .floor("3")
                .co("C/O")
                .zipCode("9000")
                .city("Aalborg")
                .country("DK")
                .addressPoint(AddressPoint.builder()
                        .geographicEastingMeasure("557501.23")
                        .geographicNorthingMeasure("6336248.89")
                        .geographicHeightMeasure("0.0")
                        .build())
                .build();
    }

    private static ContactPoint contactPoint() {
        return ContactPoint.builder(CONTACT_POINT)
                .contactGroup("22.33.44.55")
                .label("Kommunen, Pladsanvisningen")
                .addContactInfo(new ContactInfo("Barnets CPR nummer", "2512169996"))
                .addContactInfo(new ContactInfo("Barnets navn", "Emilie Hansen"))
                .build();
    }

    private static ContentData contentData() {
        return ContentData.builder()
                .cprData(CprData.of("2512169996", "Emilie Hansen"))
                .cvrData(CvrData.of("12345678", "[Virksomhed]"))
                .motorVehicle(MotorVehicle.of("AB12345", "WFR18ZZ67W094959"))
                .propertyNumber("ABC1234")
                .caseId(new CaseId("SAG-12345", "Sagssystem 1234"))
                .kleData(KleData.builder("00.00.00", "Maj 2018", "[KLE tekst]")
                        .activityFacet("[Tekst]")
                        .build())
                .formData(FormData.builder("00.00.00.00", "Opgavenøglen v2.12", "[FORM tekst]")
                        .activityFacet("Tekst]")
                        .build())
                .productionUnit(ProductionUnit.of("1234567890", "[Produktionsenhed]"))
                .education(Education.of("123ABC", "[Uddannelse navn]"))
                .addAdditionalContentData(AdditionalContentData.builder("Navn 1", "Værdi 1")
                        .contentDataType("Liste A")
                        .build())
                .addAdditionalContentData(AdditionalContentData.builder("Navn 2", "Værdi 2")
                        .contentDataType("Liste A")
                        .build())
                .build();
    }

    private static ForwardData forwardData() {
        return ForwardData.builder(MESSAGE, Instant.parse("2021-03-15T12:00:00Z"), "Kommunen")
                .originalContentResponsible("Børnehaven, Tusindfryd")
                .originalRepresentative("Repræsentant Kommune")
                .contactPointId(CONTACT_POINT)
                .comment("kommentar til modtageren")
                .build();
    }

    private static ReplyData firstReply() {
        return ReplyData.builder(MESSAGE)
                .messageId("MSG-12344")
                .senderId("12345678")
                .recipientId("1234567890")
                .caseId("SAG-456")
                .contactPointId(CONTACT_POINT)
                .generatingSystemId("ABC-123")
                .comment("Tilbud om børnehaveplads til Emilie Hansen")
                .addAdditionalReplyData(new AdditionalReplyData("Intern note", "tekst"))
                .addAdditionalReplyData(new AdditionalReplyData("Intern reference", "tekst"))
                .build();
    }

    private static ReplyData secondReply() {
        return ReplyData.builder(UUID.fromString("8C2EA15D-61FB-4BA9-9366-42F8B194C657"))
                .messageId("MSG-12345")
                .replyUuid(MESSAGE)
                .senderId("1234567890")
                .recipientId("12345678")
                .caseId("SAG-4567")
                .contactPointId(CONTACT_POINT)
                .generatingSystemId("ABC-1234")
                .comment("tekst")
                .addAdditionalReplyData(new AdditionalReplyData("Intern note", "tekst"))
                .addAdditionalReplyData(new AdditionalReplyData("Intern reference", "tekst"))
                .addAdditionalReplyData(new AdditionalReplyData("Vedr", "tekst"))
                .addAdditionalReplyData(new AdditionalReplyData("Att", "tekst"))
                .build();
    }

    private static MessageBody body() {
        return MessageBody.builder(Instant.parse("2018-05-03T12:00:00Z"), mainDocument())
                .addAdditionalDocument(firstAttachment())
                .addAdditionalDocument(secondAttachment())
                .addTechnicalDocument(TechnicalDocument.builder()
                        .technicalDocumentId("222555")
                        .label("Teknisk dokument")
                        .addFile(file("text/xml", "TekniskDokument.xml"))
                        .build())
                .build();
    }

    private static MainDocument mainDocument() {
        return MainDocument.builder()
                .mainDocumentId("456")
                .label("Tilbud om børnehaveplads")
                .addFile(file("application/pdf", "Pladsanvisning.pdf"))
                .addFile(file("text/plain", "Pladsanvisning.txt"))
                .addAction(
                        Action.link(
                                        ActionCode.SELVBETJENING,
                                        "Spørgeskema",
                                        "https://www.tusindfryd.dk/spørgeskema.html")
                                .toBuilder()
                                .startDateTime(Instant.parse("2018-11-09T12:00:00Z"))
                                .endDateTime(Instant.parse("2018-12-09T12:00:00Z"))
                                .build())
                .addAction(Action.appointment(
                                "Opret aftale i kalender",
                                reservation(
                                        "Opstart Tusindfryd",
                                        "8C2EA15D-61FB-4BA9-9366-42F8B194D241",
                                        "Opstart",
                                        "Gl. Landevej 61, 9000 aalborg, Rød stue",
                                        "2018-11-10T09:00:00Z",
                                        "2018-11-10T12:00:00Z"))
                        .toBuilder()
                        .startDateTime(Instant.parse("2018-11-10T09:00:00Z"))
                        .endDateTime(Instant.parse("2018-11-09T12:00:00Z"))
                        .build())
                .build();
    }

    private static AdditionalDocument firstAttachment() {
        return AdditionalDocument.builder()
                .additionalDocumentId("789")
                .label("Tilbud om børnehaveplads")
                .addFile(file("application/pdf", "Pladsanvisning.pdf"))
                .addFile(file("application/msword", "Praktiske oplysninger.doc"))
                .addAction(
                        Action.link(ActionCode.INFORMATION, "Tusindfryd hjemmeside", "https://www.tusindfryd.dk")
                                .toBuilder()
                                .startDateTime(Instant.parse("2018-11-10T09:00:00Z"))
                                .endDateTime(Instant.parse("2018-11-09T12:00:00Z"))
                                .build())
                .addAction(Action.appointment(
                        "Opret aftale i kalender",
                        reservation(
                                "Introduktion til nye forældre",
                                "8C2EA15D-61FB-4BA9-9366-42F8B194E845",
                                "Invitation",
                                "Gl. Landevej 61, 9000 Aalborg",
                                "2018-11-10T19:00:00Z",
                                "2018-11-10T20:30:00Z")))
                .build();
    }

    private static AdditionalDocument secondAttachment() {
        return AdditionalDocument.builder()
                .additionalDocumentId("678")
                .label("Tilbud om børnehaveplads, vejledning")
                .addFile(file("application/pdf", "vejledning.pdf"))
                .addAction(Action.link(
                                ActionCode.SELVBETJENING,
                                "Register opslag",
                                "https://registration.nemhandel.dk/NemHandelRegisterWeb/public/participant/info"
                                        + "?key=5798009811578&keytype=GLN")
                        .toBuilder()
                        .startDateTime(Instant.parse("2018-11-10T09:00:00Z"))
                        .endDateTime(Instant.parse("2018-11-09T12:00:00Z"))
                        .build())
                .build();
    }

    private static Reservation reservation(
            String description, String uuid, String text, String location, String start, String end) {
        return Reservation.builder(
                        description, UUID.fromString(uuid), text, location, Instant.parse(start), Instant.parse(end))
                .organizerMail("info@tusindfryd.dk")
                .organizerName("Jette Hansen")
                .build();
    }
}
