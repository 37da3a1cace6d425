package dk.borgerbro.digitalpost.memo;

import dk.borgerbro.core.error.ConfigurationException;
import java.util.ArrayList;
import java.util.List;

/**
 * How large a message may be (rule V16). The agency states 99.5 MB without saying of what, so both the documents as they are and the
 * whole message are limited.
 *
 * @param contentBytes all documents together, before base64; 74,000,000 by default, which is what 99.5 MB can carry
 * @param messageBytes the whole message as sent; 99,500,000 by default
 * @param additionalDocuments attachments; 10 by default
 */
public record MemoLimits(long contentBytes, long messageBytes, int additionalDocuments) {
    /**
     * Checks the ranges.
     *
     * @throws ConfigurationException naming every limit that is not positive
     */
    public MemoLimits {
        List<String> problems = new ArrayList<>();
        if (contentBytes < 1) {
            problems.add("contentBytes must be positive, but is " + contentBytes);
        }
        if (messageBytes < 1) {
            problems.add("messageBytes must be positive, but is " + messageBytes);
        }
        if (additionalDocuments < 0) {
            problems.add("additionalDocuments must not be negative, but is " + additionalDocuments);
        }
        if (!problems.isEmpty()) {
            throw new ConfigurationException("memo limits", problems);
        }
    }

    /** {@return the limits of Digital Post for authorities} */
    public static MemoLimits defaults() {
        return new MemoLimits(74_000_000, 99_500_000, 10);
    }
}
