package dk.borgerbro.digitalpost.memo;

import dk.borgerbro.core.error.Finding;
import java.util.List;

/**
 * A message in another version of MeMo.
 *
 * @param message what the other version can carry
 * @param findings warnings about what it cannot, by rule and by path in the message as it was; empty if nothing got lost. Never with a
 *     value
 */
public record ConvertedMessage(Message message, List<Finding> findings) {
    /** Copies the findings. */
    public ConvertedMessage {
        findings = List.copyOf(findings);
    }

    /** {@return whether the other version carries all} */
    public boolean isLossless() {
        return findings.isEmpty();
    }
}
