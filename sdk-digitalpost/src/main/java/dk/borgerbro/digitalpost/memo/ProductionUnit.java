package dk.borgerbro.digitalpost.memo;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A production unit (da: produktionsenhed) by its P number ({@code grd:ProductionUnit}). */
public final class ProductionUnit extends MemoValue {
    private final String productionUnitNumber;
    private final @Nullable String productionUnitName;

    private ProductionUnit(String productionUnitNumber, @Nullable String productionUnitName) {
        this.productionUnitNumber = productionUnitNumber;
        this.productionUnitName = productionUnitName;
    }

    /**
     * {@return the value}
     *
     * @param productionUnitNumber the P number, up to ten digits; text, so that leading zeros stay
     */
    public static ProductionUnit of(String productionUnitNumber) {
        return new ProductionUnit(productionUnitNumber, null);
    }

    /**
     * {@return the value}
     *
     * @param productionUnitNumber the P number, up to ten digits; text, so that leading zeros stay
     * @param productionUnitName name of the unit
     */
    public static ProductionUnit of(String productionUnitNumber, String productionUnitName) {
        return new ProductionUnit(productionUnitNumber, productionUnitName);
    }

    /** {@return the P number, up to ten digits; text, so that leading zeros stay} */
    public String productionUnitNumber() {
        return productionUnitNumber;
    }

    /** {@return name of the unit} */
    public Optional<String> productionUnitName() {
        return Optional.ofNullable(productionUnitName);
    }

    @Override
    List<? extends @Nullable Object> parts() {
        return Arrays.asList(productionUnitNumber, productionUnitName);
    }
}
