package dk.borgerbro.digitalpost.memo;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The vehicle that the message is about ({@code dmv:MotorVehicle}). */
public final class MotorVehicle extends MemoValue {
    private final String licenseNumber;
    private final @Nullable String chassisNumber;

    private MotorVehicle(String licenseNumber, @Nullable String chassisNumber) {
        this.licenseNumber = licenseNumber;
        this.chassisNumber = chassisNumber;
    }

    /**
     * {@return the value}
     *
     * @param licenseNumber number plate, up to 7 characters
     */
    public static MotorVehicle of(String licenseNumber) {
        return new MotorVehicle(licenseNumber, null);
    }

    /**
     * {@return the value}
     *
     * @param licenseNumber number plate, up to 7 characters
     * @param chassisNumber chassis number
     */
    public static MotorVehicle of(String licenseNumber, String chassisNumber) {
        return new MotorVehicle(licenseNumber, chassisNumber);
    }

    /** {@return number plate, up to 7 characters} */
    public String licenseNumber() {
        return licenseNumber;
    }

    /** {@return chassis number} */
    public Optional<String> chassisNumber() {
        return Optional.ofNullable(chassisNumber);
    }

    @Override
    List<? extends @Nullable Object> parts() {
        return Arrays.asList(licenseNumber, chassisNumber);
    }
}
