package dk.borgerbro.digitalpost.memo;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A telephone number and whose it is ({@code Telephone}). */
public final class Telephone extends MemoValue {
    private final String telephoneNumber;
    private final @Nullable String relatedAgent;

    private Telephone(String telephoneNumber, @Nullable String relatedAgent) {
        this.telephoneNumber = telephoneNumber;
        this.relatedAgent = relatedAgent;
    }

    /**
     * {@return the value}
     *
     * @param telephoneNumber the number
     */
    public static Telephone of(String telephoneNumber) {
        return new Telephone(telephoneNumber, null);
    }

    /**
     * {@return the value}
     *
     * @param telephoneNumber the number
     * @param relatedAgent whose it is
     */
    public static Telephone of(String telephoneNumber, String relatedAgent) {
        return new Telephone(telephoneNumber, relatedAgent);
    }

    /** {@return the number} */
    public String telephoneNumber() {
        return telephoneNumber;
    }

    /** {@return whose it is} */
    public Optional<String> relatedAgent() {
        return Optional.ofNullable(relatedAgent);
    }

    @Override
    List<? extends @Nullable Object> parts() {
        return Arrays.asList(telephoneNumber, relatedAgent);
    }
}
