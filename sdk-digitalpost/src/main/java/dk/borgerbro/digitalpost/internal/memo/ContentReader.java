package dk.borgerbro.digitalpost.internal.memo;

import dk.borgerbro.core.support.xml.Base64Sink;
import dk.borgerbro.core.support.xml.XmlReader;
import dk.borgerbro.digitalpost.memo.ContentSink;
import dk.borgerbro.digitalpost.memo.ContentTarget;
import dk.borgerbro.digitalpost.memo.FileDescription;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;
import java.util.Optional;

/** Passes the content of each file on to the caller's sink, decoded, a piece at a time (V17). */
final class ContentReader {
    private final ContentSink sink;
    private final Oddities oddities;
    private long bytes;

    ContentReader(ContentSink sink, Oddities oddities) {
        this.sink = sink;
        this.oddities = oddities;
    }

    /** {@return decoded bytes of all files so far} */
    long bytes() {
        return bytes;
    }

    /** Reads the content on which the reader stands; the file's other elements come before it. */
    Node.Received read(XmlReader xml, Node file, Place place) throws IOException {
        Optional<ContentTarget> target = sink.take(describe(file));
        if (target.isEmpty()) {
            xml.skip();
            return new Node.Received(new AbsentContent("was skipped when the message was read"), -1);
        }
        long written;
        try (OutputStream out = target.get().open()) {
            written = decode(xml, place, out);
        }
        bytes += written;
        return new Node.Received(target.get().content(), written);
    }

    private long decode(XmlReader xml, Place place, OutputStream out) throws IOException {
        Base64Sink base64 = new Base64Sink(out);
        Base64End end = new Base64End();
        Legal legal = new Legal();
        xml.contents(
                name -> {
                    oddities.error("V08", place.stranger(name), "stands where only base64 is allowed; take it away");
                    xml.skip();
                },
                (buffer, start, length) -> {
                    if (legal.soFar) {
                        legal.soFar = base64.accept(buffer, start, length);
                        end.accept(buffer, start, length);
                    }
                });
        if (!legal.soFar || !base64.finish()) {
            oddities.unusable("V17", place, "is not base64, or is cut off; encode the file again");
        } else if (!end.isCanonical()) {
            oddities.error("V17", place, "ends in bits that base64 leaves zero; encode the file again");
        }
        return base64.written();
    }

    private static FileDescription describe(Node file) {
        Place document = Objects.requireNonNull(file.place().parent());
        FileDescription.Document kind = switch (document.name()) {
            case "MainDocument" -> FileDescription.Document.MAIN;
            case "AdditionalDocument" -> FileDescription.Document.ADDITIONAL;
            default -> FileDescription.Document.TECHNICAL;
        };
        return new FileDescription(
                kind,
                document.position(),
                file.place().position(),
                file.text("memo:encodingFormat"),
                file.text("memo:filename"),
                file.text("memo:language"));
    }

    private static final class Legal {
        private boolean soFar = true;
    }
}
