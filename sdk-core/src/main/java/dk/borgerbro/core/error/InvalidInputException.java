package dk.borgerbro.core.error;

import java.util.List;
import java.util.stream.Collectors;

/** A value or message from the caller breaks a rule; nothing was sent. Lists every finding, not only the first. */
public final class InvalidInputException extends SdkException {
    private final List<Finding> findings;

    /**
     * Creates the error.
     *
     * @param call which service and operation refused the input
     * @param findings what was found; at least one, warnings included
     */
    public InvalidInputException(CallReference call, List<Finding> findings) {
        super(
                call,
                "refused the input: " + findings.stream().map(Finding::toString).collect(Collectors.joining("; ")),
                null);
        this.findings = List.copyOf(findings);
    }

    /**
     * Creates the error for one value type, before any service is involved.
     *
     * @param type name of the value type, such as {@code CprNumber}
     * @param message what is wrong and how to mend it, without the value
     */
    public static InvalidInputException ofValue(String type, String message) {
        return new InvalidInputException(
                CallReference.local("value", type), List.of(Finding.error("VALUE", type, message)));
    }

    /** {@return what was found, warnings included} */
    public List<Finding> findings() {
        return findings;
    }

    @Override
    public Responsibility responsibility() {
        return Responsibility.INPUT;
    }

    @Override
    public boolean isRetryable() {
        return false;
    }
}
