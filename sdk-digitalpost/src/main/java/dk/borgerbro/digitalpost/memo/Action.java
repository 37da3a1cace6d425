package dk.borgerbro.digitalpost.memo;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Something that the recipient is asked to do about a document ({@code Action}). Immutable. */
public final class Action extends MemoValue {
    private final Builder values;

    private Action(Builder values) {
        this.values = values;
    }

    /**
     * {@return a builder}
     *
     * @param label what the recipient reads on the button
     * @param actionCode kind of action
     */
    public static Builder builder(String label, ActionCode actionCode) {
        return new Builder(label, actionCode);
    }

    /**
     * {@return an action that leads to a web page}
     *
     * @param actionCode any but {@link ActionCode#AFTALE}
     * @param label what the recipient reads on the button
     * @param url an https address
     */
    public static Action link(ActionCode actionCode, String label, String url) {
        return builder(label, actionCode).entryPoint(new EntryPoint(url)).build();
    }

    /** {@return an action that offers an appointment} */
    public static Action appointment(String label, Reservation reservation) {
        return builder(label, ActionCode.AFTALE).reservation(reservation).build();
    }

    /** {@return a builder that starts from these values} */
    public Builder toBuilder() {
        return new Builder(values);
    }

    /** {@return what the recipient reads on the button} */
    public String label() {
        return values.label;
    }

    /** {@return kind of action} */
    public ActionCode actionCode() {
        return values.actionCode;
    }

    /** {@return from when on} */
    public Optional<Instant> startDateTime() {
        return Optional.ofNullable(values.startDateTime);
    }

    /** {@return until when} */
    public Optional<Instant> endDateTime() {
        return Optional.ofNullable(values.endDateTime);
    }

    /** {@return the appointment; not beside an entry point} */
    public Optional<Reservation> reservation() {
        return Optional.ofNullable(values.reservation);
    }

    /** {@return where to go; not beside a reservation} */
    public Optional<EntryPoint> entryPoint() {
        return Optional.ofNullable(values.entryPoint);
    }

    @Override
    List<? extends @Nullable Object> parts() {
        return Arrays.asList(
                values.label,
                values.actionCode,
                values.startDateTime,
                values.endDateTime,
                values.reservation,
                values.entryPoint);
    }

    /** Builds an {@link Action}. Not thread-safe. */
    public static final class Builder {
        private String label;
        private ActionCode actionCode;
        private @Nullable Instant startDateTime;
        private @Nullable Instant endDateTime;
        private @Nullable Reservation reservation;
        private @Nullable EntryPoint entryPoint;

        private Builder(String label, ActionCode actionCode) {
            this.label = label;
            this.actionCode = actionCode;
        }

        private Builder(Builder from) {
            this.label = from.label;
            this.actionCode = from.actionCode;
            this.startDateTime = from.startDateTime;
            this.endDateTime = from.endDateTime;
            this.reservation = from.reservation;
            this.entryPoint = from.entryPoint;
        }

        /** Sets what the recipient reads on the button. */
        public Builder label(String label) {
            this.label = label;
            return this;
        }

        /** Sets kind of action. */
        public Builder actionCode(ActionCode actionCode) {
            this.actionCode = actionCode;
            return this;
        }

        /** Sets from when on. */
        public Builder startDateTime(Instant startDateTime) {
            this.startDateTime = startDateTime;
            return this;
        }

        /** Sets until when. */
        public Builder endDateTime(Instant endDateTime) {
            this.endDateTime = endDateTime;
            return this;
        }

        /** Sets the appointment; not beside an entry point. */
        public Builder reservation(Reservation reservation) {
            this.reservation = reservation;
            return this;
        }

        /** Sets where to go; not beside a reservation. */
        public Builder entryPoint(EntryPoint entryPoint) {
            this.entryPoint = entryPoint;
            return this;
        }

        /** {@return the value} */
        public Action build() {
            return new Action(new Builder(this));
        }
    }
}
