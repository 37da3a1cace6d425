package dk.borgerbro.digitalpost.memo;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An appointment that the recipient can put into a calendar ({@code Reservation}). Immutable. */
public final class Reservation extends MemoValue {
    private final Builder values;

    private Reservation(Builder values) {
        this.values = values;
    }

    /**
     * {@return a builder}
     *
     * @param description what it is about
     * @param reservationUuid id of the appointment, a version-4 UUID
     * @param abstractText short text ({@code abstract})
     * @param location where
     * @param startDateTime when it starts
     * @param endDateTime when it ends
     */
    public static Builder builder(
            String description,
            UUID reservationUuid,
            String abstractText,
            String location,
            Instant startDateTime,
            Instant endDateTime) {
        return new Builder(description, reservationUuid, abstractText, location, startDateTime, endDateTime);
    }

    /** {@return a builder that starts from these values} */
    public Builder toBuilder() {
        return new Builder(values);
    }

    /** {@return what it is about} */
    public String description() {
        return values.description;
    }

    /** {@return id of the appointment, a version-4 UUID} */
    public UUID reservationUuid() {
        return values.reservationUuid;
    }

    /** {@return short text ({@code abstract})} */
    public String abstractText() {
        return values.abstractText;
    }

    /** {@return where} */
    public String location() {
        return values.location;
    }

    /** {@return when it starts} */
    public Instant startDateTime() {
        return values.startDateTime;
    }

    /** {@return when it ends} */
    public Instant endDateTime() {
        return values.endDateTime;
    }

    /** {@return e-mail address of the host} */
    public Optional<String> organizerMail() {
        return Optional.ofNullable(values.organizerMail);
    }

    /** {@return name of the host} */
    public Optional<String> organizerName() {
        return Optional.ofNullable(values.organizerName);
    }

    @Override
    List<? extends @Nullable Object> parts() {
        return Arrays.asList(
                values.description,
                values.reservationUuid,
                values.abstractText,
                values.location,
                values.startDateTime,
                values.endDateTime,
                values.organizerMail,
                values.organizerName);
    }

    /** Builds a {@link Reservation}. Not thread-safe. */
    public static final class Builder {
        private String description;
        private UUID reservationUuid;
        private String abstractText;
        private String location;
        private Instant startDateTime;
        private Instant endDateTime;
        private @Nullable String organizerMail;
        private @Nullable String organizerName;

        private Builder(
                String description,
                UUID reservationUuid,
                String abstractText,
                String location,
                Instant startDateTime,
                Instant endDateTime) {
            this.description = description;
            this.reservationUuid = reservationUuid;
            this.abstractText = abstractText;
            this.location = location;
            this.startDateTime = startDateTime;
            this.endDateTime = endDateTime;
        }

        private Builder(Builder from) {
            this.description = from.description;
            this.reservationUuid = from.reservationUuid;
            this.abstractText = from.abstractText;
            this.location = from.location;
            this.startDateTime = from.startDateTime;
            this.endDateTime = from.endDateTime;
            this.organizerMail = from.organizerMail;
            this.organizerName = from.organizerName;
        }

        /** Sets what it is about. */
        public Builder description(String description) {
            this.description = description;
            return this;
        }

        /** Sets id of the appointment, a version-4 UUID. */
        public Builder reservationUuid(UUID reservationUuid) {
            this.reservationUuid = reservationUuid;
            return this;
        }

        /** Sets short text ({@code abstract}). */
        public Builder abstractText(String abstractText) {
            this.abstractText = abstractText;
            return this;
        }

        /** Sets where. */
        public Builder location(String location) {
            this.location = location;
            return this;
        }

        /** Sets when it starts. */
        public Builder startDateTime(Instant startDateTime) {
            this.startDateTime = startDateTime;
            return this;
        }

        /** Sets when it ends. */
        public Builder endDateTime(Instant endDateTime) {
            this.endDateTime = endDateTime;
            return this;
        }

        /** Sets e-mail address of the host. */
        public Builder organizerMail(String organizerMail) {
            this.organizerMail = organizerMail;
            return this;
        }

        /** Sets name of the host. */
        public Builder organizerName(String organizerName) {
            this.organizerName = organizerName;
            return this;
        }

        /** {@return the value} */
        public Reservation build() {
            return new Reservation(new Builder(this));
        }
    }
}
