package dk.borgerbro.digitalpost.memo;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The person that the message is about ({@code grd:CPRdata}). */
public final class CprData extends MemoValue {
    private final String cprNumber;
    private final @Nullable String name;

    private CprData(String cprNumber, @Nullable String name) {
        this.cprNumber = cprNumber;
        this.name = name;
    }

    /**
     * {@return the value}
     *
     * @param cprNumber ten digits
     */
    public static CprData of(String cprNumber) {
        return new CprData(cprNumber, null);
    }

    /**
     * {@return the value}
     *
     * @param cprNumber ten digits
     * @param name name of the person
     */
    public static CprData of(String cprNumber, String name) {
        return new CprData(cprNumber, name);
    }

    /** {@return ten digits} */
    public String cprNumber() {
        return cprNumber;
    }

    /** {@return name of the person} */
    public Optional<String> name() {
        return Optional.ofNullable(name);
    }

    @Override
    List<? extends @Nullable Object> parts() {
        return Arrays.asList(cprNumber, name);
    }
}
