package dk.borgerbro.digitalpost.memo;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An entry of the health service's organisation register ({@code sor:SORdata}). */
public final class SorData extends MemoValue {
    private final String sorIdentifier;
    private final @Nullable String entryName;

    private SorData(String sorIdentifier, @Nullable String entryName) {
        this.sorIdentifier = sorIdentifier;
        this.entryName = entryName;
    }

    /**
     * {@return the value}
     *
     * @param sorIdentifier id in the register
     */
    public static SorData of(String sorIdentifier) {
        return new SorData(sorIdentifier, null);
    }

    /**
     * {@return the value}
     *
     * @param sorIdentifier id in the register
     * @param entryName name of the entry
     */
    public static SorData of(String sorIdentifier, String entryName) {
        return new SorData(sorIdentifier, entryName);
    }

    /** {@return id in the register} */
    public String sorIdentifier() {
        return sorIdentifier;
    }

    /** {@return name of the entry} */
    public Optional<String> entryName() {
        return Optional.ofNullable(entryName);
    }

    @Override
    List<? extends @Nullable Object> parts() {
        return Arrays.asList(sorIdentifier, entryName);
    }
}
