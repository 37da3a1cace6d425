package dk.borgerbro.digitalpost.internal.memo;

import dk.borgerbro.core.error.CallReference;
import dk.borgerbro.core.error.Finding;
import dk.borgerbro.core.error.InvalidInputException;
import dk.borgerbro.core.support.xml.XmlLimits;
import dk.borgerbro.core.support.xml.XmlReader;
import dk.borgerbro.core.support.xml.XmlReadingException;
import dk.borgerbro.digitalpost.memo.ContentSource;
import dk.borgerbro.digitalpost.memo.MemoVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/** What sending needs to know of a finished MeMo, found in one pass that holds no document. */
public record MemoFileHeader(
        MemoVersion version,
        String messageUuid,
        String messageId,
        boolean mandatory,
        boolean legalNotification,
        long size,
        String digest) {

    /**
     * {@return the header of a finished MeMo}
     *
     * @throws InvalidInputException if it cannot be read or is no MeMo
     */
    public static MemoFileHeader read(ContentSource content) {
        MessageDigest digest = MeasuredMessage.sha256();
        CountingInput count;
        HeaderFields fields;
        try (InputStream in = content.open()) {
            count = new CountingInput(new DigestInputStream(in, digest));
            fields = XmlReader.read(count, MemoNames.NAMESPACES, XmlLimits.STREAM, new HeaderFields()::read);
            count.transferTo(OutputStream.nullOutputStream());
        } catch (XmlReadingException e) {
            throw refused(List.of(e.finding()));
        } catch (IOException e) {
            String fault = e.getClass().getSimpleName();
            throw refused(List.of(Finding.error("V17", "", "cannot be read (" + fault + "); is the file there?")));
        }
        List<Finding> findings = fields.findings();
        if (!findings.isEmpty()) {
            throw refused(findings);
        }
        return new MemoFileHeader(
                fields.version(),
                fields.messageUuid(),
                fields.messageId(),
                fields.mandatory(),
                fields.legalNotification(),
                count.count(),
                HexFormat.of().formatHex(digest.digest()));
    }

    private static InvalidInputException refused(List<Finding> findings) {
        return new InvalidInputException(CallReference.local("digitalpost", "memo-file"), findings);
    }

    @Override
    public String toString() {
        return "MemoFileHeader(" + version + ")";
    }
}
