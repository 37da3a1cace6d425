package dk.borgerbro.core.support.soap;

import dk.borgerbro.core.support.signature.SignatureRefusedException;
import dk.borgerbro.core.support.xml.Elements;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Whether a signed time stamp is of now (WS-Security 1.0, section 10). */
final class SecurityTimestamp {
    private static final String RULE = "WSS-10";
    private static final String PATH = "Security/Timestamp";

    private SecurityTimestamp() {}

    /** @param lifetime how long a time stamp without end is taken for */
    static void check(Element timestamp, Instant now, Duration skew, Duration lifetime)
            throws SignatureRefusedException {
        Instant created = time(timestamp, "Created");
        Instant expires = time(timestamp, "Expires");
        if (created == null) {
            throw SignatureRefusedException.because(RULE, PATH + "/Created", "is missing");
        }
        if (expires == null) {
            expires = created.plus(lifetime);
        }
        if (created.isAfter(now.plus(skew))) {
            throw SignatureRefusedException.because(RULE, PATH + "/Created", "is in the future; compare the clocks");
        }
        if (!expires.isAfter(now.minus(skew)) || expires.isBefore(created)) {
            throw SignatureRefusedException.because(
                    RULE, PATH + "/Expires", "has passed; the message is old, or the clocks differ");
        }
    }

    private static @Nullable Instant time(Element timestamp, String name) throws SignatureRefusedException {
        Element element = Elements.only(timestamp, Wss.WSU, name);
        if (element == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(element.getTextContent().strip()).toInstant();
        } catch (DateTimeException e) {
            throw SignatureRefusedException.because(RULE, PATH + "/" + name, "is not a time with zone");
        }
    }
}
