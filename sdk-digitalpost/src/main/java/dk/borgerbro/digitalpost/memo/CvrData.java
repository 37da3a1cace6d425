package dk.borgerbro.digitalpost.memo;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The company that the message is about ({@code grd:CVRdata}). */
public final class CvrData extends MemoValue {
    private final String cvrNumber;
    private final @Nullable String companyName;

    private CvrData(String cvrNumber, @Nullable String companyName) {
        this.cvrNumber = cvrNumber;
        this.companyName = companyName;
    }

    /**
     * {@return the value}
     *
     * @param cvrNumber eight digits
     */
    public static CvrData of(String cvrNumber) {
        return new CvrData(cvrNumber, null);
    }

    /**
     * {@return the value}
     *
     * @param cvrNumber eight digits
     * @param companyName name of the company
     */
    public static CvrData of(String cvrNumber, String companyName) {
        return new CvrData(cvrNumber, companyName);
    }

    /** {@return eight digits} */
    public String cvrNumber() {
        return cvrNumber;
    }

    /** {@return name of the company} */
    public Optional<String> companyName() {
        return Optional.ofNullable(companyName);
    }

    @Override
    List<? extends @Nullable Object> parts() {
        return Arrays.asList(cvrNumber, companyName);
    }
}
