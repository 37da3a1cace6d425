package dk.borgerbro.digitalpost.memo;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The SE number of a company's tax unit ({@code grd:SEnumber}). */
public final class SeNumberData extends MemoValue {
    private final String seNumber;
    private final @Nullable String companyName;

    private SeNumberData(String seNumber, @Nullable String companyName) {
        this.seNumber = seNumber;
        this.companyName = companyName;
    }

    /**
     * {@return the value}
     *
     * @param seNumber eight digits
     */
    public static SeNumberData of(String seNumber) {
        return new SeNumberData(seNumber, null);
    }

    /**
     * {@return the value}
     *
     * @param seNumber eight digits
     * @param companyName name of the company
     */
    public static SeNumberData of(String seNumber, String companyName) {
        return new SeNumberData(seNumber, companyName);
    }

    /** {@return eight digits} */
    public String seNumber() {
        return seNumber;
    }

    /** {@return name of the company} */
    public Optional<String> companyName() {
        return Optional.ofNullable(companyName);
    }

    @Override
    List<? extends @Nullable Object> parts() {
        return Arrays.asList(seNumber, companyName);
    }
}
