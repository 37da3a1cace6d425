package dk.borgerbro.digitalpost.memo;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A GLN with its place ({@code gln:GlobalLocationNumber}). */
public final class GlobalLocationNumber extends MemoValue {
    private final String globalLocationNumber;
    private final @Nullable String location;

    private GlobalLocationNumber(String globalLocationNumber, @Nullable String location) {
        this.globalLocationNumber = globalLocationNumber;
        this.location = location;
    }

    /**
     * {@return the value}
     *
     * @param globalLocationNumber up to 13 digits; text, so that leading zeros stay
     */
    public static GlobalLocationNumber of(String globalLocationNumber) {
        return new GlobalLocationNumber(globalLocationNumber, null);
    }

    /**
     * {@return the value}
     *
     * @param globalLocationNumber up to 13 digits; text, so that leading zeros stay
     * @param location what lies there
     */
    public static GlobalLocationNumber of(String globalLocationNumber, String location) {
        return new GlobalLocationNumber(globalLocationNumber, location);
    }

    /** {@return up to 13 digits; text, so that leading zeros stay} */
    public String globalLocationNumber() {
        return globalLocationNumber;
    }

    /** {@return what lies there} */
    public Optional<String> location() {
        return Optional.ofNullable(location);
    }

    @Override
    List<? extends @Nullable Object> parts() {
        return Arrays.asList(globalLocationNumber, location);
    }
}
