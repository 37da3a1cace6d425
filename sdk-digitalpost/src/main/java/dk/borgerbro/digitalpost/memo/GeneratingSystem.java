package dk.borgerbro.digitalpost.memo;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The system that made the message ({@code GeneratingSystem}). */
public final class GeneratingSystem extends MemoValue {
    private final String generatingSystemId;
    private final @Nullable String label;

    private GeneratingSystem(String generatingSystemId, @Nullable String label) {
        this.generatingSystemId = generatingSystemId;
        this.label = label;
    }

    /**
     * {@return the value}
     *
     * @param generatingSystemId id of the system
     */
    public static GeneratingSystem of(String generatingSystemId) {
        return new GeneratingSystem(generatingSystemId, null);
    }

    /**
     * {@return the value}
     *
     * @param generatingSystemId id of the system
     * @param label its name
     */
    public static GeneratingSystem of(String generatingSystemId, String label) {
        return new GeneratingSystem(generatingSystemId, label);
    }

    /** {@return id of the system} */
    public String generatingSystemId() {
        return generatingSystemId;
    }

    /** {@return its name} */
    public Optional<String> label() {
        return Optional.ofNullable(label);
    }

    @Override
    List<? extends @Nullable Object> parts() {
        return Arrays.asList(generatingSystemId, label);
    }
}
