package dk.borgerbro.digitalpost.internal.memo;

import dk.borgerbro.digitalpost.memo.Action;
import dk.borgerbro.digitalpost.memo.AdditionalDocument;
import dk.borgerbro.digitalpost.memo.File;
import dk.borgerbro.digitalpost.memo.MainDocument;
import dk.borgerbro.digitalpost.memo.MessageBody;
import dk.borgerbro.digitalpost.memo.Reservation;
import dk.borgerbro.digitalpost.memo.TechnicalDocument;
import java.io.IOException;

/** The documents. */
final class BodyWalk extends Walk {
    BodyWalk(MemoSink sink) {
        super(sink);
    }

    void body(MessageBody body) throws IOException {
        time("memo:createdDateTime", body.createdDateTime());
        element("memo:MainDocument", () -> {
            MainDocument document = body.mainDocument();
            text("memo:mainDocumentID", document, MainDocument::mainDocumentId);
            text("memo:label", document, MainDocument::label);
            each("memo:File", document.files(), this::file);
            each("memo:Action", document.actions(), this::action);
        });
        each("memo:AdditionalDocument", body.additionalDocuments(), document -> {
            text("memo:additionalDocumentID", document, AdditionalDocument::additionalDocumentId);
            text("memo:label", document, AdditionalDocument::label);
            each("memo:File", document.files(), this::file);
            each("memo:Action", document.actions(), this::action);
        });
        each("memo:TechnicalDocument", body.technicalDocuments(), document -> {
            text("memo:technicalDocumentID", document, TechnicalDocument::technicalDocumentId);
            text("memo:label", document, TechnicalDocument::label);
            each("memo:File", document.files(), this::file);
        });
    }

    private void file(File file) throws IOException {
        sink.text("memo:encodingFormat", TextKind.REQUIRED_TEXT, file.encodingFormat());
        sink.text("memo:filename", TextKind.FILENAME, file.filename());
        sink.text("memo:language", TextKind.LANGUAGE, file.language());
        sink.content("memo:content", file);
    }

    private void action(Action action) throws IOException {
        sink.text("memo:label", TextKind.REQUIRED_TEXT, action.label());
        sink.text("memo:actionCode", TextKind.REQUIRED_TEXT, action.actionCode().text());
        time("memo:startDateTime", action, Action::startDateTime);
        time("memo:endDateTime", action, Action::endDateTime);
        part("memo:Reservation", action, Action::reservation, this::reservation);
        part(
                "memo:EntryPoint",
                action,
                Action::entryPoint,
                entry -> sink.text("memo:url", TextKind.HTTPS_ADDRESS, entry.url()));
    }

    private void reservation(Reservation reservation) throws IOException {
        text("memo:description", reservation.description());
        uuid("memo:reservationUUID", reservation.reservationUuid());
        text("memo:abstract", reservation.abstractText());
        text("memo:location", reservation.location());
        time("memo:startDateTime", reservation.startDateTime());
        time("memo:endDateTime", reservation.endDateTime());
        text("memo:organizerMail", reservation, Reservation::organizerMail);
        text("memo:organizerName", reservation, Reservation::organizerName);
    }
}
