package dk.borgerbro.digitalpost.internal.memo;

import dk.borgerbro.digitalpost.memo.File;
import dk.borgerbro.digitalpost.memo.Message;
import dk.borgerbro.digitalpost.memo.MessageBody;
import java.util.ArrayList;
import java.util.List;

/** All files of a message, in the order of the documents. */
final class MessageFiles {
    private MessageFiles() {}

    static List<File> of(Message message) {
        List<File> files = new ArrayList<>();
        message.body().ifPresent(body -> collect(body, files));
        return files;
    }

    private static void collect(MessageBody body, List<File> files) {
        files.addAll(body.mainDocument().files());
        body.additionalDocuments().forEach(document -> files.addAll(document.files()));
        body.technicalDocuments().forEach(document -> files.addAll(document.files()));
    }
}
