package dk.borgerbro.digitalpost.internal.memo;

import dk.borgerbro.digitalpost.memo.Action;
import dk.borgerbro.digitalpost.memo.ActionCode;
import dk.borgerbro.digitalpost.memo.AdditionalDocument;
import dk.borgerbro.digitalpost.memo.EntryPoint;
import dk.borgerbro.digitalpost.memo.File;
import dk.borgerbro.digitalpost.memo.MainDocument;
import dk.borgerbro.digitalpost.memo.MessageBody;
import dk.borgerbro.digitalpost.memo.Reservation;
import dk.borgerbro.digitalpost.memo.TechnicalDocument;
import java.io.IOException;
import java.util.IdentityHashMap;
import java.util.OptionalLong;

/** The documents, as {@link BodyWalk} writes them, and the sizes of their files. */
final class BodyFromXml implements FileSizes {
    private static final Node.Received NOTHING = new Node.Received(new AbsentContent("is missing in the message"), -1);

    private final IdentityHashMap<File, Long> sizes = new IdentityHashMap<>();

    @Override
    public OptionalLong of(File file) throws IOException {
        Long size = sizes.get(file);
        return size == null || size < 0 ? OptionalLong.empty() : OptionalLong.of(size);
    }

    MessageBody body(Node node) {
        MessageBody.Builder body =
                MessageBody.builder(node.time("memo:createdDateTime"), mainDocument(node.part("memo:MainDocument")));
        return body.additionalDocuments(node.each("memo:AdditionalDocument", this::additionalDocument))
                .technicalDocuments(node.each("memo:TechnicalDocument", this::technicalDocument))
                .build();
    }

    private MainDocument mainDocument(Node node) {
        MainDocument.Builder document = MainDocument.builder();
        node.text("memo:mainDocumentID", document::mainDocumentId);
        node.text("memo:label", document::label);
        return document.files(node.each("memo:File", this::file))
                .actions(node.each("memo:Action", BodyFromXml::action))
                .build();
    }

    private AdditionalDocument additionalDocument(Node node) {
        AdditionalDocument.Builder document = AdditionalDocument.builder();
        node.text("memo:additionalDocumentID", document::additionalDocumentId);
        node.text("memo:label", document::label);
        return document.files(node.each("memo:File", this::file))
                .actions(node.each("memo:Action", BodyFromXml::action))
                .build();
    }

    private TechnicalDocument technicalDocument(Node node) {
        TechnicalDocument.Builder document = TechnicalDocument.builder();
        node.text("memo:technicalDocumentID", document::technicalDocumentId);
        node.text("memo:label", document::label);
        return document.files(node.each("memo:File", this::file)).build();
    }

    private File file(Node node) {
        Node.Received content = node.part("memo:content").received().orElse(NOTHING);
        File file = new File(
                node.text("memo:encodingFormat"),
                node.text("memo:filename"),
                node.text("memo:language"),
                content.source());
        sizes.put(file, content.bytes());
        return file;
    }

    private static Action action(Node node) {
        Action.Builder action = Action.builder(node.text("memo:label"), ActionCode.of(node.text("memo:actionCode")));
        node.time("memo:startDateTime", action::startDateTime);
        node.time("memo:endDateTime", action::endDateTime);
        node.part("memo:Reservation", reservation -> action.reservation(reservation(reservation)));
        node.part("memo:EntryPoint", entry -> action.entryPoint(new EntryPoint(entry.text("memo:url"))));
        return action.build();
    }

    private static Reservation reservation(Node node) {
        Reservation.Builder reservation = Reservation.builder(
                node.text("memo:description"),
                node.uuid("memo:reservationUUID"),
                node.text("memo:abstract"),
                node.text("memo:location"),
                node.time("memo:startDateTime"),
                node.time("memo:endDateTime"));
        node.text("memo:organizerMail", reservation::organizerMail);
        node.text("memo:organizerName", reservation::organizerName);
        return reservation.build();
    }
}
