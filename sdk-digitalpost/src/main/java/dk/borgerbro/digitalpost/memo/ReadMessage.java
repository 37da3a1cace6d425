package dk.borgerbro.digitalpost.memo;

import dk.borgerbro.core.error.Finding;
import java.util.List;

/**
 * A message that was read.
 *
 * @param message the message as far as it was understood
 * @param findings what was odd, by rule and path; empty if the message keeps the schema. Never holds a value
 */
public record ReadMessage(Message message, List<Finding> findings) {
    /** Copies the findings. */
    public ReadMessage {
        findings = List.copyOf(findings);
    }
}
