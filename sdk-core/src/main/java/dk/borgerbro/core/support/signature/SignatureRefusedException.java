package dk.borgerbro.core.support.signature;

import dk.borgerbro.core.error.CallReference;
import dk.borgerbro.core.error.Finding;
import dk.borgerbro.core.error.InvalidMessageException;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A signed message is not to be trusted. Says which check failed, never what the message holds. An {@link IOException}, since readers of
 * answers end in one.
 */
public final class SignatureRefusedException extends IOException {
    private final List<Finding> findings;

    /** Creates the error with at least one finding. */
    public SignatureRefusedException(List<Finding> findings) {
        super(findings.stream().map(Finding::toString).collect(Collectors.joining("; ")));
        this.findings = List.copyOf(findings);
    }

    /** {@return an error with one finding} */
    public static SignatureRefusedException because(String rule, String path, String message) {
        return new SignatureRefusedException(List.of(Finding.error(rule, path, message)));
    }

    /** {@return the failed checks} */
    public List<Finding> findings() {
        return findings;
    }

    /** {@return the same as a typed error of the SDK} */
    public InvalidMessageException asInvalidMessage(CallReference call) {
        return new InvalidMessageException(call, findings);
    }
}
