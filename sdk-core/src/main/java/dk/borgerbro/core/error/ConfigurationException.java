package dk.borgerbro.core.error;

import java.util.List;

/** The set-up is wrong; nothing was sent. Lists every problem, not only the first. */
public final class ConfigurationException extends SdkException {
    private final List<String> problems;

    /**
     * Creates the error.
     *
     * @param subject what was being set up, such as {@code digitalpost}
     * @param problems each problem as a sentence that says what to change; at least one
     */
    public ConfigurationException(String subject, List<String> problems) {
        super(CallReference.local(subject, "build"), "is not set up: " + String.join("; ", problems), null);
        this.problems = List.copyOf(problems);
    }

    /** {@return each problem as a sentence that says what to change} */
    public List<String> problems() {
        return problems;
    }

    @Override
    public Responsibility responsibility() {
        return Responsibility.SETUP;
    }

    @Override
    public boolean isRetryable() {
        return false;
    }
}
