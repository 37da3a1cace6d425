package dk.borgerbro.core.credential;

import dk.borgerbro.core.error.CredentialException;
import dk.borgerbro.core.error.CredentialException.Reason;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** One block of a PEM text (RFC 7468), read leniently: text around blocks is ignored. */
final class PemBlock {
    private static final String BEGIN = "-----BEGIN ";
    private static final String DASHES = "-----";

    private final String type;
    private final byte[] content;

    private PemBlock(String type, byte[] content) {
        this.type = type;
        this.content = content;
    }

    /** {@return such as {@code CERTIFICATE}} */
    String type() {
        return type;
    }

    /** {@return the decoded bytes} */
    byte[] content() {
        return content;
    }

    static List<PemBlock> all(Source source, byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        List<PemBlock> blocks = new ArrayList<>();
        int at = text.indexOf(BEGIN);
        while (at >= 0) {
            int typeEnd = text.indexOf(DASHES, at + BEGIN.length());
            if (typeEnd < 0) {
                throw damaged(source);
            }
            String type = text.substring(at + BEGIN.length(), typeEnd);
            String end = "-----END " + type + DASHES;
            int contentEnd = text.indexOf(end, typeEnd);
            if (contentEnd < 0) {
                throw damaged(source);
            }
            blocks.add(new PemBlock(type, decode(source, text.substring(typeEnd + DASHES.length(), contentEnd))));
            at = text.indexOf(BEGIN, contentEnd + end.length());
        }
        return blocks;
    }

    private static byte[] decode(Source source, String base64) {
        // Headers such as Proc-Type belong to the older key form, which is refused by its type.
        String withoutHeaders = base64.contains(":") ? "" : base64;
        try {
            return Base64.getDecoder().decode(withoutHeaders.replaceAll("\\s", ""));
        } catch (IllegalArgumentException e) {
            throw damaged(source);
        }
    }

    private static CredentialException damaged(Source source) {
        return source.exception(Reason.MALFORMED, "a PEM block in it is damaged; copy the file again as text");
    }
}
