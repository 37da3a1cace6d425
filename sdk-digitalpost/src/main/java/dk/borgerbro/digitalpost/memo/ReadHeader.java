package dk.borgerbro.digitalpost.memo;

import dk.borgerbro.core.error.Finding;
import java.util.List;

/**
 * The header of a message whose documents were left unread.
 *
 * @param header the header as far as it was understood
 * @param version the version of the message, 1.2 if it names one that is not known
 * @param findings what was odd, by rule and path. Never holds a value
 */
public record ReadHeader(MessageHeader header, MemoVersion version, List<Finding> findings) {
    /** Copies the findings. */
    public ReadHeader {
        findings = List.copyOf(findings);
    }
}
