package dk.borgerbro.digitalpost.memo;

import dk.borgerbro.digitalpost.internal.memo.VersionChange;

/**
 * Turns messages of one version of MeMo into the other, and says what the other cannot carry. Pure and thread-safe; documents are not
 * opened, since they are the same in both.
 *
 * <p>From 1.2 to 1.1 the representatives get lost (V09), and a notification of 151 to 160 characters is longer than the agency's own
 * schema of 1.1 allows (V06w). From 1.1 to 1.2 nothing gets lost. {@code memoSchVersion} and the flags that 1.1 demands are the
 * writer's business.
 */
public final class MemoConverter {
    private MemoConverter() {}

    /**
     * {@return the message in that version, the message itself if it has it already}
     *
     * @param message keeps its id and its documents
     */
    public static ConvertedMessage convert(Message message, MemoVersion version) {
        return VersionChange.to(version, message);
    }
}
