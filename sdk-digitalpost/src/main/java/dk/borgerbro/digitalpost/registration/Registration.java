package dk.borgerbro.digitalpost.registration;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What Digital Post knows of one person or company. Immutable; holds no number of the person and prints the status only.
 *
 * <p>That somebody cannot be reached is an ordinary answer. A look-up that fails is an exception, and must not be taken for it.
 */
public final class Registration {
    private final Builder values;

    private Registration(Builder values) {
        this.values = values;
    }

    /** {@return a builder} */
    public static Builder builder(PublicRegistrationStatus publicStatus) {
        return new Builder(publicStatus);
    }

    /** {@return what stands for somebody whom Digital Post does not know} */
    public static Registration notFound() {
        return new Builder(PublicRegistrationStatus.UNKNOWN).found(false).build();
    }

    /** {@return whether Digital Post knows the person or company at all} */
    public boolean isFound() {
        return values.found;
    }

    /** {@return whether a letter can be sent now} */
    public boolean canReceiveDigitalPost() {
        return values.publicStatus.equals(PublicRegistrationStatus.REGISTERED);
    }

    /** {@return whether a NemSMS can be sent now: there is a verified mobile number} */
    public boolean canReceiveNemSms() {
        return values.nemSms;
    }

    /** {@return whether somebody can receive; decide on this one} */
    public PublicRegistrationStatus publicStatus() {
        return values.publicStatus;
    }

    /** {@return how it came to be; for showing} */
    public Optional<RegistrationStatus> status() {
        return Optional.ofNullable(values.status);
    }

    /** {@return first day of an exemption} */
    public Optional<LocalDate> exemptionStart() {
        return Optional.ofNullable(values.exemptionStart);
    }

    /** {@return last day of an exemption, absent if it has no end} */
    public Optional<LocalDate> exemptionEnd() {
        return Optional.ofNullable(values.exemptionEnd);
    }

    /** {@return when Digital Post last changed it} */
    public Optional<Instant> lastUpdated() {
        return Optional.ofNullable(values.lastUpdated);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Registration that
                && values.found == that.values.found
                && values.nemSms == that.values.nemSms
                && values.publicStatus.equals(that.values.publicStatus)
                && Objects.equals(values.status, that.values.status)
                && Objects.equals(values.exemptionStart, that.values.exemptionStart)
                && Objects.equals(values.exemptionEnd, that.values.exemptionEnd)
                && Objects.equals(values.lastUpdated, that.values.lastUpdated);
    }

    @Override
    public int hashCode() {
        return Objects.hash(values.found, values.nemSms, values.publicStatus, values.status, values.lastUpdated);
    }

    @Override
    public String toString() {
        return "Registration(" + (values.found ? values.publicStatus.text() : "not found") + ")";
    }

    /** Builds a {@link Registration}. Not thread-safe. */
    public static final class Builder {
        private final PublicRegistrationStatus publicStatus;
        private boolean found = true;
        private boolean nemSms;
        private @Nullable RegistrationStatus status;
        private @Nullable LocalDate exemptionStart;
        private @Nullable LocalDate exemptionEnd;
        private @Nullable Instant lastUpdated;

        private Builder(PublicRegistrationStatus publicStatus) {
            this.publicStatus = publicStatus;
        }

        private Builder(Builder from) {
            this.publicStatus = from.publicStatus;
            this.found = from.found;
            this.nemSms = from.nemSms;
            this.status = from.status;
            this.exemptionStart = from.exemptionStart;
            this.exemptionEnd = from.exemptionEnd;
            this.lastUpdated = from.lastUpdated;
        }

        private Builder found(boolean found) {
            this.found = found;
            return this;
        }

        /** Sets whether there is a verified mobile number. */
        public Builder nemSms(boolean nemSms) {
            this.nemSms = nemSms;
            return this;
        }

        /** Sets how it came to be. */
        public Builder status(RegistrationStatus status) {
            this.status = status;
            return this;
        }

        /** Sets the first day of an exemption. */
        public Builder exemptionStart(LocalDate exemptionStart) {
            this.exemptionStart = exemptionStart;
            return this;
        }

        /** Sets the last day of an exemption. */
        public Builder exemptionEnd(LocalDate exemptionEnd) {
            this.exemptionEnd = exemptionEnd;
            return this;
        }

        /** Sets when it was last changed. */
        public Builder lastUpdated(Instant lastUpdated) {
            this.lastUpdated = lastUpdated;
            return this;
        }

        /** {@return the registration} */
        public Registration build() {
            return new Registration(new Builder(this));
        }
    }
}
