package dk.borgerbro.digitalpost.memo;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;
import java.util.UUID;

/** Messages that keep all rules and are otherwise as odd as they can be; the same seed gives the same message. */
final class RandomMessages {
    private static final String[] LETTERS = {
        "a", "Z", "0", " ", "æ", "Ø", "å", "<", "&", ">", "\"", "'", "]]>", "\t", "€", "漢"
    };

    private final Random random;

    RandomMessages(long seed) {
        this.random = new Random(seed);
    }

    Message next() {
        MessageHeader.Builder header =
                MessageHeader.builder(MessageType.DIGITALPOST, uuid(), text(200) + "x", sender(), recipient());
        maybe(() -> header.messageId(text(200)));
        maybe(() -> header.messageCode(text(200)));
        maybe(() -> header.notification(text(100)));
        maybe(() -> header.additionalNotification(text(200)));
        maybe(() -> header.reply(random.nextBoolean()));
        maybe(() -> header.replyByDateTime(instant()));
        maybe(() -> header.doNotDeliverUntilDate(LocalDate.ofEpochDay(random.nextInt(40_000))));
        maybe(() -> header.mandatory(random.nextBoolean()));
        maybe(() -> header.legalNotification(random.nextBoolean()));
        maybe(() -> header.postType(text(100)));
        maybe(() -> header.contentData(contentData()));
        maybe(() -> header.forwardData(forwardData()));
        times(4, () -> header.addReplyData(replyData()));
        return Message.of(header.build(), body());
    }

    private Sender sender() {
        Sender.Builder sender = Sender.builder("99000007", IdType.CVR, text(200) + "x");
        maybe(() -> sender.idTypeLabel(text(100)));
        maybe(() -> sender.attentionData(attentionData()));
        maybe(() -> sender.contactPoint(contactPoint()));
        maybe(() -> sender.representative(representative()));
        return sender.build();
    }

    private Representative representative() {
        Representative.Builder representative = Representative.builder();
        maybe(() -> representative.representativeId(text(20)));
        maybe(() -> representative.idType(IdType.of(text(10))));
        maybe(() -> representative.idTypeLabel(text(20)));
        maybe(() -> representative.label(text(20)));
        return representative.build();
    }

    private Recipient recipient() {
        boolean person = random.nextBoolean();
        Recipient.Builder recipient =
                Recipient.builder(person ? "0101505006" : "99000023", person ? IdType.CPR : IdType.CVR);
        maybe(() -> recipient.label(text(100)));
        maybe(() -> recipient.idTypeLabel(text(100)));
        maybe(() -> recipient.attentionData(attentionData()));
        maybe(() -> recipient.contactPoint(contactPoint()));
        return recipient.build();
    }

    private AttentionData attentionData() {
        AttentionData.Builder data = AttentionData.builder();
        maybe(() -> data.attentionPerson(
                AttentionPerson.builder().personId(text(10)).build()));
        maybe(() -> data.productionUnit(productionUnit()));
        maybe(() -> data.globalLocationNumber(GlobalLocationNumber.of("579" + digits(10), text(20))));
        maybe(() -> data.email(Email.of(text(20))));
        maybe(() -> data.seNumber(SeNumberData.of(digits(8), text(20))));
        maybe(() -> data.telephone(Telephone.of(digits(8))));
        maybe(() -> data.eid(Eid.of(text(30), text(20))));
        maybe(() -> data.contentResponsible(
                ContentResponsible.builder().label(text(20)).build()));
        maybe(() -> data.generatingSystem(GeneratingSystem.of(text(20))));
        maybe(() -> data.sorData(SorData.of(digits(15), text(20))));
        maybe(() -> data.address(address()));
        maybe(() -> data.unstructuredAddress(text(200)));
        return data.build();
    }

    private ProductionUnit productionUnit() {
        return random.nextBoolean() ? ProductionUnit.of(digits(10)) : ProductionUnit.of(digits(10), text(50));
    }

    private Address address() {
        Address.Builder address = Address.builder();
        maybe(() -> address.id(uuid().toString()));
        maybe(() -> address.addressLabel(text(20)));
        maybe(() -> address.houseNumber(text(5)));
        maybe(() -> address.door(text(5)));
        maybe(() -> address.floor(text(5)));
        maybe(() -> address.co(text(20)));
        maybe(() -> address.zipCode(digits(4)));
        maybe(() -> address.city(text(20)));
        maybe(() -> address.country(text(5)));
        maybe(() -> address.addressPoint(AddressPoint.builder()
                .geographicEastingMeasure(digits(6))
                .geographicHeightMeasure(digits(3))
                .build()));
        return address.build();
    }

    private ContactPoint contactPoint() {
        ContactPoint.Builder point = ContactPoint.builder(uuid().toString());
        maybe(() -> point.contactGroup(text(20)));
        maybe(() -> point.label(text(20)));
        times(2, () -> point.addContactInfo(new ContactInfo(text(50), text(50))));
        return point.build();
    }

    private ContentData contentData() {
        ContentData.Builder data = ContentData.builder();
        maybe(() -> data.cprData(CprData.of("0101505006", text(50))));
        maybe(() -> data.cvrData(CvrData.of("99000023")));
        maybe(() -> data.motorVehicle(MotorVehicle.of("AB12345", text(17))));
        maybe(() -> data.propertyNumber(text(20)));
        maybe(() -> data.caseId(new CaseId(text(20), text(20))));
        maybe(() -> data.kleData(KleData.builder(text(8), text(8), text(8)).build()));
        maybe(() -> data.formData(FormData.builder(text(8), text(8), text(8))
                .activityFacet(text(8))
                .build()));
        maybe(() -> data.productionUnit(productionUnit()));
        maybe(() -> data.education(Education.of(text(8), text(20))));
        maybe(() -> data.address(address()));
        maybe(() -> data.unstructuredAddress(text(100)));
        times(
                10,
                () -> data.addAdditionalContentData(
                        AdditionalContentData.builder(text(10), text(10)).build()));
        return data.build();
    }

    private ForwardData forwardData() {
        ForwardData.Builder forward = ForwardData.builder(uuid(), instant(), text(50));
        maybe(() -> forward.originalContentResponsible(text(50)));
        maybe(() -> forward.originalRepresentative(text(50)));
        maybe(() -> forward.contactPointId(uuid().toString()));
        maybe(() -> forward.comment(text(400)));
        return forward.build();
    }

    private ReplyData replyData() {
        ReplyData.Builder reply = ReplyData.builder(uuid());
        maybe(() -> reply.messageId(text(20)));
        maybe(() -> reply.replyUuid(uuid()));
        maybe(() -> reply.senderId(digits(8)));
        maybe(() -> reply.recipientId(digits(10)));
        maybe(() -> reply.caseId(text(20)));
        maybe(() -> reply.contactPointId(uuid().toString()));
        maybe(() -> reply.generatingSystemId(text(20)));
        maybe(() -> reply.comment(text(400)));
        times(4, () -> reply.addAdditionalReplyData(new AdditionalReplyData(text(20), text(20))));
        return reply.build();
    }

    private MessageBody body() {
        MainDocument.Builder main = MainDocument.builder().addFile(file());
        maybe(() -> main.mainDocumentId(text(20)));
        maybe(() -> main.label(text(50)));
        times(2, () -> main.addFile(file()));
        times(3, () -> main.addAction(action()));
        MessageBody.Builder body = MessageBody.builder(instant(), main.build());
        times(
                10,
                () -> body.addAdditionalDocument(AdditionalDocument.builder()
                        .label(text(20))
                        .addFile(file())
                        .addAction(action())
                        .build()));
        times(
                2,
                () -> body.addTechnicalDocument(
                        TechnicalDocument.builder().addFile(file()).build()));
        return body.build();
    }

    private File file() {
        byte[] content = new byte[1 + random.nextInt(500)];
        random.nextBytes(content);
        ContentSource source =
                random.nextBoolean() ? ContentSource.of(content) : () -> new ByteArrayInputStream(content);
        return new File(
                "application/pdf", "brev-æøå " + digits(4) + ".pdf", random.nextBoolean() ? "da" : "en", source);
    }

    private Action action() {
        Action action = random.nextBoolean()
                ? Action.link(
                        ActionCode.BETALING, text(20) + "x", "https://betaling.example/æ?sag=" + digits(5) + "&x=1")
                : Action.appointment(
                        text(20) + "x",
                        Reservation.builder(text(50), uuid(), text(50), text(50), instant(), instant())
                                .organizerMail(text(20))
                                .build());
        return random.nextBoolean()
                ? action
                : action.toBuilder().startDateTime(instant()).build();
    }

    private UUID uuid() {
        long most = (random.nextLong() & ~0xF000L) | 0x4000L;
        long least = (random.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(most, least);
    }

    private Instant instant() {
        return Instant.ofEpochSecond(
                random.nextInt(2_000_000_000), random.nextBoolean() ? 0 : random.nextInt(1_000_000_000));
    }

    private String digits(int count) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < count; i++) {
            out.append((char) ('0' + random.nextInt(10)));
        }
        return out.toString();
    }

    private String text(int longest) {
        StringBuilder out = new StringBuilder();
        int length = random.nextInt(longest / 3 + 1);
        for (int i = 0; i < length; i++) {
            out.append(LETTERS[random.nextInt(LETTERS.length)]);
        }
        return out.toString();
    }

    private void maybe(Runnable step) {
        if (random.nextBoolean()) {
            step.run();
        }
    }

    private void times(int most, Runnable step) {
        int count = random.nextInt(most + 1);
        for (int i = 0; i < count; i++) {
            step.run();
        }
    }
}
